"""Answer comments in public: one response for one or many, with an outcome for each."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.errors import NotPossible
from comments.models import (
    Comment,
    Hearing,
    Outcome,
    OutcomeText,
    Response,
    ResponseText,
    Theme,
)
from comments.signals import response_published
from comments.states import CommentStatus, ResponseStatus
from policy.models import Edition, Passage

from .answer_checks import check_reader, check_words, lock


@dataclass(frozen=True)
class OutcomeDraft:
    """What one comment led to. `reasons` is {language: text}; `edition` is where it changed."""

    comment: Comment
    result: str
    reasons: dict[str, str] = field(default_factory=dict)
    edition: Edition | None = None
    passages: Sequence[Passage] = ()
    decided_on: datetime.date | None = None
    passed_on_to: str = ""
    follow_up_on: datetime.date | None = None


@transaction.atomic
def draft_response(
    *,
    hearing: Hearing,
    by,
    signed_by: str,
    texts: dict[str, str],
    outcomes: list[OutcomeDraft],
    theme: Theme | None = None,
) -> Response:
    """Write a response that nobody outside sees yet, and return it.

    `texts` is {language: text}; `theme` is what it answers, if it answers one. Raises
    `NotPossible` when a comment belongs to another hearing or has an answer already.
    """
    response = Response.objects.create(hearing=hearing, signed_by=signed_by.strip(), theme=theme)
    _write(response, texts, outcomes)
    return response


@transaction.atomic
def update_response(
    *,
    response: Response,
    seen_version: int,
    by,
    signed_by: str,
    texts: dict[str, str],
    outcomes: list[OutcomeDraft],
) -> Response:
    """Replace a draft's texts and outcomes; raise `AlreadyDecided` when it is another by now."""
    found = lock(response, seen_version)
    found.signed_by, found.version = signed_by.strip(), found.version + 1
    found.save(update_fields=["signed_by", "version"])
    found.texts.all().delete()
    found.outcomes.all().delete()
    _write(found, texts, outcomes)
    return found


@transaction.atomic
def publish_response(
    *, response: Response, seen_version: int, by, at: datetime.datetime | None = None
) -> Response:
    """Make an answer public under every comment that it answers. `at`: when (default: now).

    Raises `NotPossible` when a comment is not public, a "not changed" has no reason, the Danish
    text is missing, or its writer is who publishes though it has a second reader; `AlreadyDecided`
    when it is another one by now.
    """
    found = lock(response, seen_version, {ResponseStatus.DRAFT, ResponseStatus.READY})
    check_reader(found, by)
    # Locked, so that no moderator rejects one of them between this check and the commit.
    comments = Comment.objects.filter(outcome__response=found).order_by("pk")
    statuses = [comment.status for comment in comments.select_for_update(of=("self",))]
    if not statuses:
        raise NotPossible(_("Choose at least one comment to answer."))
    if set(statuses) != {CommentStatus.PUBLISHED}:
        raise NotPossible(_("All the comments must be public before their answer can be."))
    check_words(found)
    found.status, found.version = ResponseStatus.PUBLISHED, found.version + 1
    found.published_at, found.published_by = at or timezone.now(), by
    found.save(update_fields=["status", "version", "published_at", "published_by"])
    response_published.send(sender=Response, response=found)
    return found


def _write(response, texts, outcomes) -> None:
    ResponseText.objects.bulk_create(
        ResponseText(response=response, language=language, text=text.strip())
        for language, text in texts.items()
        if text.strip()
    )
    _check_comments(response, [draft.comment for draft in outcomes])
    written = Outcome.objects.bulk_create(
        Outcome(
            comment=draft.comment,
            response=response,
            result=draft.result,
            edition=draft.edition,
            decided_on=draft.decided_on,
            passed_on_to=draft.passed_on_to.strip(),
            follow_up_on=draft.follow_up_on,
        )
        for draft in outcomes
    )
    through = Outcome.passages.through
    through.objects.bulk_create(
        through(outcome=outcome, passage=passage)
        for outcome, draft in zip(written, outcomes, strict=True)
        for passage in dict.fromkeys(draft.passages)
    )
    OutcomeText.objects.bulk_create(
        OutcomeText(outcome=outcome, language=language, reason=reason.strip())
        for outcome, draft in zip(written, outcomes, strict=True)
        for language, reason in draft.reasons.items()
        if reason.strip()
    )


def _check_comments(response, comments) -> None:
    if any(comment.hearing_id != response.hearing_id for comment in comments):
        raise NotPossible(_("An answer belongs to the comments of one hearing."))
    ids = [comment.pk for comment in comments]
    # The lock makes two people who answer the same comment at once follow one another.
    list(Comment.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk"))
    taken = Outcome.objects.filter(comment__in=ids).select_related("comment").first()
    if taken or len(set(ids)) < len(ids):
        number = taken.comment.number if taken else ""
        raise NotPossible(_("Comment %(number)s has an answer already.") % {"number": number})
