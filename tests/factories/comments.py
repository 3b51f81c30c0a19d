"""Hearings and comments for tests, made through the product's own actions."""

import datetime
import itertools

from django.utils import timezone
from wagtail.models import Locale

from comments.actions import (
    OutcomeDraft,
    confirm_email,
    create_hearing,
    decide,
    draft_response,
    freeze_report,
    publish_response,
    submit,
    write_minutes,
)
from comments.files.taking import CleanFile
from comments.models import Comment, Hearing, Reason
from comments.states import DecisionAction
from tests.plugins.remembered import remembered

from .policy import answer_as_proposed, make_page, make_user

_nonces = itertools.count(1)
DAY = datetime.timedelta(days=1)


def make_hearing(page=None, *, opens_at=None, closes_at=None, **fields) -> Hearing:
    """Return a hearing on the page's newest draft, open since a week unless told otherwise."""
    page = page or make_page()
    page.refresh_from_db()
    answered, user = fields.pop("answered", True), fields.pop("user", None)
    fields = {"purposes": {"da": "Sig, hvad du mener.", "en": "Tell us."}, **fields}

    def build() -> Hearing:
        if answered:
            answer_as_proposed(page)
        now = timezone.now()
        return create_hearing(
            page=page,
            revision_id=page.latest_revision_id,
            user=user,
            opens_at=opens_at or now - 7 * DAY,
            closes_at=closes_at or now + 7 * DAY,
            case_number="26/00003",
            **fields,
        )

    times = (opens_at, closes_at)
    return remembered(("hearing", page.pk, answered, user and user.pk, times, repr(fields)), build)


def close(hearing, at=None) -> None:
    """Move the hearing's closing into the past: the database's clock can't be moved."""
    at = at or timezone.now() - datetime.timedelta(seconds=1)
    Hearing.objects.filter(pk=hearing.pk).update(closes_at=at)
    hearing.refresh_from_db()


def wordings_of(hearing):
    """Return the Danish wordings that a citizen can comment on, in reading order."""
    text = hearing.edition.texts.get(is_authoritative=True)
    return [wording for wording in text.wordings.all() if not wording.is_chapter]


def send(hearing, *, wording=None, whole=False, **fields):
    """Submit a comment on the first passage (or `whole`) and return the `Submission`.

    `confirmed`: its sender pressed the button in the mail that asks if the address is hers.
    """
    text = hearing.edition.texts.get(is_authoritative=True)
    wording = None if whole else (wording or wordings_of(hearing)[0])
    values = {
        "nonce": f"nonce {next(_nonces)}",
        "text": "Jeg synes, at I skal svare hurtigere.",
        "language": "da",
        "author_kind": "citizen",
        "district": "Vesterby",
        **fields,
    }
    confirmed = values.pop("confirmed", False)
    sent = submit(hearing=hearing, edition_text=text, wording=wording, **values)
    if confirmed:
        confirm_email(comment=sent.comment, receipt_secret=sent.receipt_secret)
    return sent


def make_comment(hearing, *, status="published", reason="off_topic", by=None, **fields) -> Comment:
    """Return a comment that was received, its e-mail confirmed if it has one, and decided about."""
    fields.setdefault("confirmed", bool(fields.get("email")))
    comment = send(hearing, **fields).comment
    steps = {"pending": [], "held": ["hold"], "published": ["publish"], "rejected": ["reject"]}
    for action in steps[status]:
        decide(
            comment=comment,
            seen_version=comment.version,
            action=DecisionAction(action),
            by=by or make_user("moderator"),
            reason=reason if action == "reject" else "",
        )
    return comment


def make_answer(*comments, result="changed", published=True, by=None, **fields):
    """Return a response to the comments, public unless told otherwise."""
    by = by or make_user("editor")
    response = draft_response(
        hearing=comments[0].hearing,
        by=by,
        signed_by=fields.pop("signed_by", "Byrådssekretariatet"),
        texts=fields.pop("texts", {"da": "Tak. I har ret.", "en": "Thank you. You are right."}),
        outcomes=[
            OutcomeDraft(
                comment=comment,
                result=result,
                reasons={"da": "Vi svarer nu inden tre uger.", "en": "We answer in three weeks."},
                edition=comment.hearing.edition,
                passages=[comment.passage] if comment.passage else [],
            )
            for comment in comments
        ],
    )
    if published:
        response = publish_response(response=response, seen_version=response.version, by=by)
    return response


def make_reason(key="off_topic", title="Uden for emnet", language="da", **fields) -> Reason:
    """Return a reason for not publishing in one language."""
    locale = Locale.objects.get_or_create(language_code=language)[0]
    text = fields.pop("text", f"Din bemærkning handler om noget andet ({language}).")
    return Reason.objects.create(key=key, title=title, text=text, locale=locale, **fields)


def make_report(hearing, **fields):
    """Return the hearing's report, frozen as if the hearing had closed long ago."""
    values = {"committee": "Byrådet", "by": None, "at": hearing.ends_at + DAY, **fields}
    return freeze_report(hearing=hearing, **values)


def make_minutes(hearing, *, file=False, by=None, **fields):
    """Return minutes of a meeting about the hearing; `file`: with a PDF, as it is after cleaning."""
    values = {
        "title": "Borgermøde",
        "held_on": datetime.date(2026, 10, 14),
        "place": "Forsamlingshuset",
        "text": "Mange ville have hurtigere svar.",
        **fields,
    }
    clean = CleanFile("referat.pdf", "application/pdf", b"%PDF-1.7 referat") if file else None
    return write_minutes(hearing=hearing, by=by, file=clean, **values)
