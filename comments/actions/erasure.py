"""A sender asks that her comment be erased; staff erase it, or say why they can't."""

import calendar
import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.clean import clean_text, is_blank
from comments.errors import AlreadyDecided, NotPossible
from comments.models import (
    Comment,
    Decision,
    ErasureRequest,
    JournalPackage,
    RequestState,
    Sender,
)
from comments.privacy.erasures import remember
from comments.report.made import forget_files
from comments.signals import comment_words_changed, erasure_answered
from comments.states import DecisionAction

from .decide import lock_comment, take_step
from .journal import remove_packages
from .registered import close_erasure, register_erasure


@transaction.atomic
def ask_erasure(*, comment: Comment, at: datetime.datetime | None = None) -> ErasureRequest:
    """Write down that the sender asks, due a month later (GDPR art. 12 (3)); return the request.

    Asked again while it waits for an answer, it is the same request. Raises `NotPossible` when
    the comment is erased already.
    """
    found = lock_comment(comment)
    if is_erased(found):
        raise NotPossible(_("Your comment is deleted already."))
    if waiting := found.erasure_requests.open().first():
        return waiting
    at = at or timezone.now()
    due_on = month_after(timezone.localdate(at))
    asked = ErasureRequest.objects.create(comment=found, asked_at=at, due_on=due_on)
    register_erasure(asked)
    return asked


@transaction.atomic
def erase(*, comment: Comment, by, at: datetime.datetime | None = None) -> Decision:
    """Delete all that a comment's sender wrote and gave, for ever; return the log's row.

    Its number, its decisions and the municipality's own answer stay, and hold no word of hers. An
    open request is granted by it. Raises `NotPossible` when it is erased already.
    """
    found = lock_comment(comment)
    if is_erased(found):
        raise NotPossible(_("The comment is deleted already."))
    at = at or timezone.now()
    if request := found.erasure_requests.open().first():
        _answer(request, RequestState.GRANTED, "", by, at)
    decision = take_step(comment=found, action=DecisionAction.ERASE, by=by, at=at)
    Comment.objects.filter(pk=found.pk).update(stance="")
    empty(found, at=at)
    remember("comment", found.submission_hash, at=at)
    comment.status, comment.version = found.status, found.version
    return decision


def empty(comment: Comment, *, at: datetime.datetime) -> None:
    """Delete the words, files and sender of a locked comment, and what staff noted about it.

    Its status and its decisions stay as they are, so that figures add up ever after.
    """
    for attachment in comment.attachments.all():
        transaction.on_commit(partial(attachment.file.storage.delete, attachment.file.name))
    for rows in (comment.attachments, comment.findings, comment.texts, comment.notes):
        rows.all().delete()
    # Packages for the journal that are not taken yet hold what is erased now.
    remove_packages(JournalPackage.objects.filter(hearing=comment.hearing_id), at=at)
    forget_files(comment.hearing_id)
    # Whoever reported it may have repeated what it said.
    comment.reports.update(text="")
    Sender.objects.filter(comment=comment).delete()
    comment_words_changed.send(sender=Comment, comment=comment)


@transaction.atomic
def refuse_erasure(
    *, request: ErasureRequest, by, answer: str, at: datetime.datetime | None = None
) -> ErasureRequest:
    """Answer that the comment can't be erased, and why. The sender reads it on her receipt.

    Raises `NotPossible` without an answer, `AlreadyDecided` when somebody was first.
    """
    answer = clean_text(answer)
    if is_blank(answer):
        raise NotPossible(_("Write to the sender why it can’t be deleted."))
    lock_comment(request.comment)
    found = ErasureRequest.objects.open().filter(pk=request.pk).first()
    if found is None:
        raise AlreadyDecided(_("Somebody has answered the request already."))
    _answer(found, RequestState.REFUSED, answer, by, at or timezone.now())
    return found


def is_erased(comment: Comment) -> bool:
    """Tell whether a comment's words were erased: withdrawn ones still have theirs."""
    return comment.decisions.filter(action=DecisionAction.ERASE).exists()


def month_after(day: datetime.date) -> datetime.date:
    """Return the same day of the next month, or that month's last."""
    year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    return day.replace(
        year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1])
    )


def _answer(request, state, answer, by, at) -> None:
    request.state, request.answer = state, answer
    request.handled_at, request.handled_by = at, by
    request.save(update_fields=["state", "answer", "handled_at", "handled_by"])
    close_erasure(request, by=by, at=at)
    erasure_answered.send(sender=ErasureRequest, request=request)
