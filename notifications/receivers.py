"""What happened to a comment becomes a mail to its sender, in the same transaction.

An address gets one mail that asks if it is the sender's, and no other before she said yes.
"""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from comments.models import Comment, Reason, RequestState
from comments.reading.moments import in_words
from comments.reading.places import form_url
from comments.receipts import hash_of
from comments.signals import (
    comment_decided,
    comment_received,
    confirmation_wanted,
    email_confirmed,
    erasure_answered,
    receipt_replaced,
    response_published,
)
from comments.states import DecisionAction
from comments.threads import pages_of
from comments.told import undo_time

from . import outbox, recalling
from .addresses import PolicyPages
from .asking import ask_again, ask_if_it_is_hers
from .keys import MailKey
from .senders import about, address_of, day_in_words, deadline_of, given_address


def connect() -> None:
    """Connect once, from `ready()`."""
    comment_received.connect(ask_if_it_is_hers, dispatch_uid="notifications.confirm")
    confirmation_wanted.connect(ask_again, dispatch_uid="notifications.confirm_again")
    email_confirmed.connect(write_receipt, dispatch_uid="notifications.receipt")
    comment_decided.connect(write_decision, dispatch_uid="notifications.decision")
    recalling.connect()
    receipt_replaced.connect(write_new_address, dispatch_uid="notifications.new_address")
    erasure_answered.connect(write_erasure, dispatch_uid="notifications.erasure")
    response_published.connect(write_answers, dispatch_uid="notifications.answer")


def write_receipt(comment, receipt_secret, wants_receipt, **kwargs) -> None:
    """Tell the sender the number and the address of the receipt, if she asked for it."""
    to = address_of(comment)
    if not to or not wants_receipt:
        return
    language = outbox.language_for(comment)
    with translation.override(language):
        values = {
            **about(comment),
            "received_at": in_words(comment.received_at),
            "deadline": deadline_of(comment.hearing),
            "status_url": settings.BASE_URL + reverse("comments:receipt", args=[receipt_secret]),
        }
    draft = outbox.Draft(f"comment:{comment.pk}", to, language, values)
    outbox.write(MailKey.RECEIPT, [draft])


def write_decision(comment, decision, **kwargs) -> None:
    """Tell the sender that the comment was published or read, or why it is not shown.

    Other steps have mails of their own, or none. The mail waits as long as the decision can be taken
    back.
    """
    kinds = {
        DecisionAction.PUBLISH: (MailKey.PUBLISHED, _of_publishing),
        DecisionAction.NOTE: (MailKey.NOTED, _of_noting),
        DecisionAction.REJECT: (MailKey.REJECTED, _of_rejecting),
    }
    if decision.action not in kinds or not (to := address_of(comment)):
        return
    kind, more = kinds[decision.action]
    language = outbox.language_for(comment)
    with translation.override(language):
        values = {**about(comment), **more(comment, decision, language)}
    draft = outbox.Draft(recalling.cause_of(decision.pk), to, language, values)
    outbox.write(kind, [draft], wait=undo_time())


def write_new_address(comment, receipt_secret, **kwargs) -> None:
    """Send a sender who lost her receipt the new one, at the address that she confirmed."""
    if not (to := address_of(comment)):
        return
    language = outbox.language_for(comment)
    with translation.override(language):
        address = reverse("comments:receipt", args=[receipt_secret])
        values = {**about(comment), "status_url": settings.BASE_URL + address}
    # Of the secret only what is stored of it anyway: each new one has its own mail.
    cause = f"receipt:{comment.pk}:{hash_of(receipt_secret)[:16]}"
    outbox.write(MailKey.NEW_ADDRESS, [outbox.Draft(cause, to, language, values)])


def write_erasure(request, **kwargs) -> None:
    """Tell the sender that her comment is erased, or why it can't be.

    Erased, it takes the address and the words of mails along that were given up. What is on its way
    still goes out, and is emptied then.
    """
    comment = request.comment
    is_granted = request.state == RequestState.GRANTED
    if is_granted and (given := given_address(comment)):
        outbox.forget_parked(given)
    if not (to := address_of(comment)):
        return
    language = outbox.language_for(comment)
    with translation.override(language):
        values = {**about(comment), "answer": request.answer}
    kind = MailKey.ERASED if is_granted else MailKey.NOT_ERASED
    outbox.write(kind, [outbox.Draft(f"erasure:{request.pk}", to, language, values)])


def write_answers(response, **kwargs) -> None:
    """Tell everybody whose comment the response answers."""
    comments = (
        Comment.objects.public()
        .filter(outcome__response=response)
        .exclude(sender__email="")
        .exclude(sender__email_confirmed_at=None)
        .select_related("sender", "hearing", "wording", "passage")
    )
    languages = {outbox.language_for(comment) for comment in comments}
    pages = {language: PolicyPages(language) for language in sorted(languages)}
    standing = pages_of([comment.pk for comment in comments])
    drafts = [_answer(response, comment, pages, standing[comment.pk]) for comment in comments]
    outbox.write(MailKey.ANSWERED, drafts)


def _answer(response, comment, pages, page: int) -> outbox.Draft:
    language = outbox.language_for(comment)
    with translation.override(language):
        values = {
            **about(comment),
            "comment_url": settings.BASE_URL + pages[language].comment(comment, page),
            "office": response.signed_by,
            "decision_on": day_in_words(comment.hearing.decision_planned_on),
        }
    cause = f"response:{response.pk}:{comment.pk}"
    return outbox.Draft(cause, comment.sender.email, language, values)


def _of_publishing(comment, decision, language) -> dict:
    pages = PolicyPages(language, [comment.policy_id])
    page = pages_of([comment.pk])[comment.pk]
    return {"comment_url": settings.BASE_URL + pages.comment(comment, page)}


def _of_noting(comment, decision, language) -> dict:
    return {}


def _of_rejecting(comment, decision, language) -> dict:
    reasons = Reason.objects.filter(key=decision.reason).select_related("locale")
    texts = {reason.locale.language_code: reason.text for reason in reasons}
    hearing = comment.hearing
    rewrite = form_url(hearing) if hearing.is_open() else ""
    return {
        "reason_text": texts.get(language) or texts.get(settings.LANGUAGE_CODE, ""),
        "deadline": deadline_of(hearing) if rewrite else "",
        "rewrite_url": settings.BASE_URL + rewrite if rewrite else "",
    }
