"""Readers report a comment; staff look at it again, and leave it or take it away."""

import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.clean import clean_text
from comments.errors import AlreadyDecided, NotPossible
from comments.models import Comment, CommentReport, RequestState
from comments.receipts import hash_of

from .decide import lock_comment


@transaction.atomic
def report_comment(
    *, comment: Comment, kind: str, nonce: str, text: str = "", is_trapped: bool = False
) -> CommentReport:
    """Write down what a reader says is wrong with a public comment; return the report.

    The comment stays as it is, however many report it. The same nonce is the same report. One that a
    machine sent (`is_trapped`) is kept, and closed: it waits for nobody. Raises `NotPossible` for a
    comment that is not public.
    """
    key = hash_of(nonce)
    if stored := CommentReport.objects.filter(submission_hash=key).first():
        return stored
    if not Comment.objects.public().filter(pk=comment.pk).exists():
        raise NotPossible(_("The comment is not public any more."))
    closed = {"state": RequestState.REFUSED, "handled_at": timezone.now()} if is_trapped else {}
    try:
        with transaction.atomic():
            return CommentReport.objects.create(
                comment=comment, kind=kind, text=clean_text(text), submission_hash=key, **closed
            )
    except IntegrityError:
        return CommentReport.objects.get(submission_hash=key)


@transaction.atomic
def leave_reported(*, comment: Comment, by, at: datetime.datetime | None = None) -> int:
    """Close a comment's open reports with no change; return how many.

    Raises `AlreadyDecided` when none is open: somebody was first.
    """
    lock_comment(comment)
    closed = close_reports(comment, RequestState.REFUSED, by, at or timezone.now())
    if not closed:
        raise AlreadyDecided(_("Somebody has closed the reports already."))
    return closed


def close_reports(comment: Comment, state: RequestState, by, at: datetime.datetime) -> int:
    """Close the open reports of a comment whose row is locked; return how many."""
    return comment.reports.open().update(state=state, handled_at=at, handled_by=by)
