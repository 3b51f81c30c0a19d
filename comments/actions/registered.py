"""Requests about one's own data as the register keeps them: received, begun, answered; and their log."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from comments.errors import AlreadyDecided
from comments.models import (
    ErasureRequest,
    PersonRequest,
    PersonRequestKind,
    PersonRequestState,
    PersonRequestStep,
    StepKind,
)


def write_step(request: PersonRequest, kind: StepKind, by, *, count: int = 0) -> None:
    """Write the log's row; it holds a number and no words."""
    PersonRequestStep.objects.create(request=request, kind=kind, by=by, count=count)


def register_erasure(asked: ErasureRequest) -> PersonRequest:
    """Put what a sender asked on her receipt into the register; nothing of her is copied."""
    request = PersonRequest.objects.create(
        kind=PersonRequestKind.ERASURE,
        received_on=timezone.localdate(asked.asked_at),
        due_on=asked.due_on,
        erasure=asked,
    )
    request.comments.add(asked.comment_id)
    write_step(request, StepKind.RECEIVED, None)
    return request


def close_erasure(asked: ErasureRequest, *, by, at: datetime.datetime) -> None:
    """Close it in the register when it is answered, granted or not."""
    request = PersonRequest.objects.open().filter(erasure=asked).first()
    if request is not None:
        close(request, by=by, at=at)


def close(request: PersonRequest, *, by, at: datetime.datetime, answer: str = "") -> None:
    """Answer a request that is open. Raises `AlreadyDecided` when somebody was first."""
    done = PersonRequest.objects.open().filter(pk=request.pk)
    answered = PersonRequestState.ANSWERED
    if not done.update(state=answered, answered_at=at, answer=answer):
        raise AlreadyDecided(_("Somebody has answered the request already."))
    request.refresh_from_db()
    write_step(request, StepKind.ANSWERED, by)
