"""What happened to a comment becomes a mail to its sender, in the same transaction.

An address gets one mail that asks if it is the sender's, and no other before she said yes.
"""

import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from comments.limits import Limit, count_one
from comments.models import Comment, Reason, RequestState, Sender
from comments.reading.moments import in_words
from comments.reading.places import form_url
from comments.receipts import PROOF_HOURS, hash_of, proof_for
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

from . import outbox
from .addresses import PolicyPages
from .blocking import way_out
from .keys import MailKey

ASKED = Limit("confirm", outbox.MAILS_A_DAY, 24 * 60 * 60)


def connect() -> None:
    """Connect once, from `ready()`."""
    comment_received.connect(ask_if_it_is_hers, dispatch_uid="notifications.confirm")
    confirmation_wanted.connect(ask_again, dispatch_uid="notifications.confirm_again")
    email_confirmed.connect(write_receipt, dispatch_uid="notifications.receipt")
    comment_decided.connect(write_decision, dispatch_uid="notifications.decision")
    receipt_replaced.connect(write_new_address, dispatch_uid="notifications.new_address")
    erasure_answered.connect(write_erasure, dispatch_uid="notifications.erasure")
    response_published.connect(write_answers, dispatch_uid="notifications.answer")


def ask_if_it_is_hers(comment, receipt_secret, **kwargs) -> None:
    """Ask the owner of the address to confirm it. The mail holds a link and none of the words.

    Somebody may have given another person's address: what is in the mail must not be theirs to
    choose, and while a mail is unanswered no other is written, without a word to whoever asks.
    """
    # Its sender was written a moment ago: of thousands that are brought in, none is asked for.
    to = comment.sender.email
    if to and not _is_asked(to):
        _ask(comment, receipt_secret, to, f"comment:{comment.pk}")


def ask_again(comment, receipt_secret, **kwargs) -> None:
    """Ask once more, as the sender wants: the mail did not come, its link is old, or it went astray."""
    to = _given_address(comment)
    # Pressed twice within a second it is one mail.
    mark = hash_of(f"{outbox.address_hash(to)} {int(timezone.now().timestamp())}")[:16]
    _ask(comment, receipt_secret, to, f"comment:{comment.pk}:{mark}")


def _ask(comment, receipt_secret, to: str, cause: str) -> None:
    if not _may_ask(to):
        return
    with translation.override(outbox.known_language(comment.language)):
        address = reverse("comments:confirm", args=[receipt_secret, proof_for(receipt_secret, to)])
        not_me = reverse("notifications:not_me", args=[way_out(outbox.address_hash(to))])
        values = {
            **_about(comment),
            "confirm_url": settings.BASE_URL + address,
            "not_me_url": settings.BASE_URL + not_me,
            "days": PROOF_HOURS // 24,
        }
    outbox.write(MailKey.CONFIRM, [outbox.Draft(cause, to, comment.language, values)])


def _may_ask(to: str) -> bool:
    """Tell whether the address can still get a mail today, and count it.

    Counted in one statement, so that two processes at once don't both write the last one.
    """
    if outbox.mails_are_used_up(MailKey.CONFIRM, to):
        return False
    key = hash_of(f"{ASKED.name} {outbox.address_hash(to)}")
    return count_one(key, ASKED.window(timezone.now()), ASKED.count)


def _is_asked(to: str) -> bool:
    """Tell whether a mail to the address waits for its owner's answer, and can still get one."""
    last = outbox.earlier(MailKey.CONFIRM, to, datetime.timedelta(hours=PROOF_HOURS)).first()
    if last is None:
        return False
    comment_id = int(last.cause.split(":")[1])
    answered = Sender.objects.filter(comment_id=comment_id, email_confirmed_at__isnull=False)
    return not answered.exists()


def write_receipt(comment, receipt_secret, wants_receipt, **kwargs) -> None:
    """Tell the sender the number and the address of the receipt, if she asked for it."""
    to = _address_of(comment)
    if not to or not wants_receipt:
        return
    with translation.override(outbox.known_language(comment.language)):
        values = {
            **_about(comment),
            "received_at": in_words(comment.received_at),
            "deadline": _deadline(comment.hearing),
            "status_url": settings.BASE_URL + reverse("comments:receipt", args=[receipt_secret]),
        }
    draft = outbox.Draft(f"comment:{comment.pk}", to, comment.language, values)
    outbox.write(MailKey.RECEIPT, [draft])


def write_decision(comment, decision, **kwargs) -> None:
    """Tell the sender that the comment was published, or why it was not. Other steps are their own."""
    kinds = {
        DecisionAction.PUBLISH: (MailKey.PUBLISHED, _of_publishing),
        DecisionAction.REJECT: (MailKey.REJECTED, _of_rejecting),
    }
    if decision.action not in kinds or not (to := _address_of(comment)):
        return
    kind, more = kinds[decision.action]
    language = outbox.known_language(comment.language)
    with translation.override(language):
        values = {**_about(comment), **more(comment, decision, language)}
    outbox.write(kind, [outbox.Draft(f"decision:{decision.pk}", to, comment.language, values)])


def write_new_address(comment, receipt_secret, **kwargs) -> None:
    """Send a sender who lost her receipt the new one, at the address that she confirmed."""
    if not (to := _address_of(comment)):
        return
    with translation.override(outbox.known_language(comment.language)):
        address = reverse("comments:receipt", args=[receipt_secret])
        values = {**_about(comment), "status_url": settings.BASE_URL + address}
    # Of the secret only what is stored of it anyway: each new one has its own mail.
    cause = f"receipt:{comment.pk}:{hash_of(receipt_secret)[:16]}"
    outbox.write(MailKey.NEW_ADDRESS, [outbox.Draft(cause, to, comment.language, values)])


def write_erasure(request, **kwargs) -> None:
    """Tell the sender that her comment is erased, or why it can't be.

    Erased, it takes the address and the words of mails along that were given up. What is on its way
    still goes out, and is emptied then.
    """
    comment = request.comment
    is_granted = request.state == RequestState.GRANTED
    if is_granted and (given := _given_address(comment)):
        outbox.forget_parked(given)
    if not (to := _address_of(comment)):
        return
    with translation.override(outbox.known_language(comment.language)):
        values = {**_about(comment), "answer": request.answer}
    kind = MailKey.ERASED if is_granted else MailKey.NOT_ERASED
    outbox.write(kind, [outbox.Draft(f"erasure:{request.pk}", to, comment.language, values)])


def write_answers(response, **kwargs) -> None:
    """Tell everybody whose comment the response answers."""
    comments = (
        Comment.objects.public()
        .filter(outcome__response=response)
        .exclude(sender__email="")
        .exclude(sender__email_confirmed_at=None)
        .select_related("sender", "hearing", "wording", "passage")
    )
    languages = {outbox.known_language(comment.language) for comment in comments}
    pages = {language: PolicyPages(language) for language in sorted(languages)}
    standing = pages_of([comment.pk for comment in comments])
    drafts = [_answer(response, comment, pages, standing[comment.pk]) for comment in comments]
    outbox.write(MailKey.ANSWERED, drafts)


def _answer(response, comment, pages, page: int) -> outbox.Draft:
    language = outbox.known_language(comment.language)
    with translation.override(language):
        values = {
            **_about(comment),
            "comment_url": settings.BASE_URL + pages[language].comment(comment, page),
            "office": response.signed_by,
            "decision_on": _day(comment.hearing.decision_planned_on),
        }
    cause = f"response:{response.pk}:{comment.pk}"
    return outbox.Draft(cause, comment.sender.email, comment.language, values)


def _of_publishing(comment, decision, language) -> dict:
    pages = PolicyPages(language, [comment.policy_id])
    page = pages_of([comment.pk])[comment.pk]
    return {"comment_url": settings.BASE_URL + pages.comment(comment, page)}


def _of_rejecting(comment, decision, language) -> dict:
    reasons = Reason.objects.filter(key=decision.reason).select_related("locale")
    texts = {reason.locale.language_code: reason.text for reason in reasons}
    hearing = comment.hearing
    rewrite = form_url(hearing) if hearing.is_open() else ""
    return {
        "reason_text": texts.get(language) or texts.get(settings.LANGUAGE_CODE, ""),
        "deadline": _deadline(hearing) if rewrite else "",
        "rewrite_url": settings.BASE_URL + rewrite if rewrite else "",
    }


def _about(comment) -> dict:
    """Return what every mail about a comment says, in the active language."""
    hearing = comment.hearing
    wording = comment.wording if comment.wording_id else None
    return {
        "number": comment.number,
        "passage": str(wording.short_label) if wording else _("the whole text"),
        "answer_by": _day(hearing.answers_due),
    }


def _address_of(comment) -> str:
    """Return the sender's address if it is confirmed, else an empty string."""
    confirmed = Sender.objects.filter(comment_id=comment.pk, email_confirmed_at__isnull=False)
    return confirmed.values_list("email", flat=True).first() or ""


def _given_address(comment) -> str:
    return (
        Sender.objects.filter(comment_id=comment.pk).values_list("email", flat=True).first() or ""
    )


def _deadline(hearing) -> str:
    return in_words(hearing.ends_at) if hearing.ends_at else _("further notice")


def _day(value) -> str:
    return formats.date_format(value, "DATE_FORMAT") if value else ""
