"""The sender's page about her own comment, at an address that only she has."""

from django.conf import settings
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from comments.guessing import secret_address
from comments.models import Comment, Reason, RequestState, TextRole
from comments.reading.answers import answers_to, changed_passages, edition_of, public_outcomes
from comments.reading.files import own_files
from comments.reading.places import (
    hearing_url,
    places_for,
    result_url,
    wordings_by_passage,
)
from comments.reading.proposed import proposed_change
from comments.reading.rows import NEEDED
from comments.reading.way import standing, way_of
from comments.reading.words import load_words, words_of
from comments.receipts import hash_of
from comments.states import TRANSITIONS, CommentStatus, DecisionAction, Source
from comments.threads import address_of

from .receipt.email import can_confirm, email_url
from .receipt.own import receipt_url, sent_form_url


@never_cache
@require_safe
@secret_address
def receipt(request, secret):
    """Show the comment that the secret belongs to; `Http404` for any other."""
    comments = Comment.objects.select_related("hearing__edition", *NEEDED)
    comment = (
        comments.prefetch_related("texts", "decisions").filter(receipt_hash=hash_of(secret)).first()
    )
    if comment is None:
        raise Http404
    response = TemplateResponse(request, "comments/receipt.html", _context(comment, secret))
    # The address is the key: not for an index, and not for the site that a link leads to.
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _context(comment, secret) -> dict:
    language = translation.get_language()
    places = places_for(comment.policy_id)
    sender = getattr(comment, "sender", None)
    outcomes = public_outcomes([comment])
    changed = changed_passages(outcomes)
    wordings = wordings_by_passage(
        {comment.passage_id, *(row.passage_id for row in changed)} - {None},
        {comment.edition_text.edition_id, *(edition_of(outcome) for outcome in outcomes)},
        language,
    )
    answer = answers_to(outcomes, load_words([], outcomes), changed, wordings, places).get(
        comment.pk
    )
    wording = wordings.get((comment.edition_text.edition_id, comment.passage_id))
    where = places.passage(comment.passage.code) if comment.passage_id else ""
    return {
        "policy_page": places.page,
        "hearing": comment.hearing,
        "hearing_url": hearing_url(comment.hearing),
        "result_url": result_url(comment.hearing),
        "number": comment.number,
        "sent_form_url": sent_form_url(comment),
        "received_at": comment.received_at,
        "is_typed_in": comment.source != Source.FORM,
        "is_public": comment.is_public,
        "status_label": CommentStatus(comment.status).label,
        **_said(comment, language),
        "passage_label": wording.label if wording else "",
        "passage_url": where,
        "public_url": address_of(comment, places) if comment.is_public else "",
        "steps": way_of(comment, answer),
        "reason": _reason(comment, language),
        "answer": answer,
        "files": own_files(comment),
        **_possible(comment, secret),
        "has_email": bool(sender and sender.email),
        "email_url": email_url(secret) if can_confirm(sender) else "",
        "is_email_confirmed": bool(sender and sender.email_confirmed_at),
    }


def _possible(comment, secret) -> dict:
    """Return the way back here, and what the sender can do now, each with its address or an empty string."""
    taken = {decision.action for decision in comment.decisions.all()}
    erasure = comment.erasure_requests.order_by("pk").last()
    appeal = (
        "" if DecisionAction.APPEAL in taken else _url_of(DecisionAction.APPEAL, comment, secret)
    )
    return {
        **_way_back(secret),
        "withdraw_url": _url_of(DecisionAction.WITHDRAW, comment, secret),
        "edit_url": _url_of(DecisionAction.EDIT, comment, secret),
        "more_url": reverse("comments:more", args=[secret]) if comment.hearing.is_open() else "",
        "erasure": erasure,
        "erase_url": _erase_url(comment, secret, taken, erasure),
        "appeal_url": appeal,
    }


def _way_back(secret) -> dict:
    return {"code": secret, "address": settings.BASE_URL + receipt_url(secret)}


def _said(comment, language) -> dict:
    own = _own_words(comment)
    return {"words": words_of(comment, own, language), "change": proposed_change(comment, own)}


def _own_words(comment) -> list:
    """What she wrote, as she wrote it: she need not read it shortened, until nothing else is left."""
    own = (TextRole.ORIGINAL, TextRole.PROPOSAL)
    texts = comment.texts.all()
    return [text for text in texts if text.role in own] or [
        text for text in texts if text.role == TextRole.REDACTED
    ]


def _reason(comment, language) -> Reason | None:
    """Return the reason for a rejection in the reader's language, or in any that there is."""
    if comment.status != CommentStatus.REJECTED:
        return None
    rejections = [d for d in standing(comment) if d.action == DecisionAction.REJECT]
    reasons = Reason.objects.filter(key=rejections[-1].reason).select_related("locale")
    by_language = {reason.locale.language_code: reason for reason in reasons}
    return by_language.get(language) or next(iter(by_language.values()), None)


def _erase_url(comment, secret, taken, erasure) -> str:
    """Return where to ask for erasure, unless it is asked for or done."""
    is_asked = erasure is not None and erasure.state == RequestState.OPEN
    if is_asked or DecisionAction.ERASE in taken:
        return ""
    return _url_of(DecisionAction.ERASE, comment, secret)


def _url_of(action, comment, secret) -> str:
    """Return where the sender takes that step, or an empty string when it is not possible now."""
    if (comment.status, action) not in TRANSITIONS:
        return ""
    return reverse(f"comments:{action.value}", args=[secret])
