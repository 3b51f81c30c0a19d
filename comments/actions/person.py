"""Requests about one's own data: written down, handled, answered within the time that the law gives."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.clean import clean_line, clean_text, is_blank
from comments.errors import AlreadyDecided, NotPossible
from comments.models import Comment, PersonRequest, PersonRequestState, StepKind
from comments.privacy import person

from .erasure import erase, is_erased, month_after
from .registered import close, write_step


@transaction.atomic
def register_request(
    *, kind: str, by, email: str = "", name: str = "", words: str = "", received_on=None
) -> PersonRequest:
    """Write down that somebody asks, due a month after it came (GDPR art. 12 (3)); return the row.

    Raises `NotPossible` without anything to find the person by.
    """
    email, name = clean_line(email), clean_line(name)
    if is_blank(email) and is_blank(name):
        raise NotPossible(_("Write an e-mail address or a name to look for."))
    received_on = received_on or timezone.localdate()
    if received_on > timezone.localdate():
        raise NotPossible(_("It can’t have come later than today."))
    request = PersonRequest.objects.create(
        kind=kind,
        email=email,
        name=name,
        words=clean_text(words),
        received_on=received_on,
        due_on=month_after(received_on),
    )
    write_step(request, StepKind.RECEIVED, by)
    return request


@transaction.atomic
def choose_comments(*, request: PersonRequest, ids: list[int], by) -> int:
    """Keep which comments are the person's, as staff made sure; return how many. It begins the work."""
    found = _open(request)
    comments = Comment.objects.filter(pk__in=ids)
    found.comments.set(comments)
    _begin(found, by)
    count = found.comments.count()
    write_step(found, StepKind.FOUND, by, count=count)
    return count


@transaction.atomic
def extend_time(*, request: PersonRequest, because: str, by) -> PersonRequest:
    """Give two months more, once, with the reason that the person is told (GDPR art. 12 (3))."""
    found = _open(request)
    because = clean_text(because)
    if is_blank(because):
        raise NotPossible(_("Write why it takes longer: the person must be told."))
    if found.extended_because:
        raise NotPossible(_("The time was extended already. The law allows it once."))
    found.extended_because = because
    found.due_on = month_after(month_after(found.due_on))
    found.save(update_fields=["extended_because", "due_on"])
    _begin(found, by)
    write_step(found, StepKind.EXTENDED, by)
    return found


@transaction.atomic
def note_export(*, request: PersonRequest, by) -> None:
    """Write down that all of the person's data was taken out."""
    write_step(request, StepKind.EXPORTED, by, count=request.comments.count())


@transaction.atomic
def erase_person(*, request: PersonRequest, by, at: datetime.datetime | None = None) -> int:
    """Erase the chosen comments, and what else is kept at the address; return how many comments.

    Raises `NotPossible` when nothing is chosen and there is no address.
    """
    found = _open(request)
    comments = [one for one in found.comments.order_by("pk") if not is_erased(one)]
    if not comments and not found.email:
        raise NotPossible(_("Choose first which comments are the person’s."))
    at = at or timezone.now()
    for comment in comments:
        erase(comment=comment, by=by, at=at)
    person.erase_elsewhere(found.email)
    _begin(found, by)
    write_step(found, StepKind.ERASED, by, count=len(comments))
    return len(comments)


@transaction.atomic
def answer_request(
    *, request: PersonRequest, answer: str, by, at: datetime.datetime | None = None
) -> PersonRequest:
    """Note what the person was answered, and close it. Raises `NotPossible` without an answer."""
    answer = clean_text(answer)
    if is_blank(answer):
        raise NotPossible(_("Write what you answered, in a few words."))
    found = _open(request)
    close(found, by=by, at=at or timezone.now(), answer=answer)
    return found


def _open(request: PersonRequest) -> PersonRequest:
    """Return the locked row. What was asked on a receipt is handled by `erase` and `refuse_erasure`."""
    found = PersonRequest.objects.open().select_for_update().filter(pk=request.pk).first()
    if found is None:
        raise AlreadyDecided(_("Somebody has answered the request already."))
    if found.erasure_id:
        raise NotPossible(_("It is answered where the comment is deleted, or not."))
    return found


def _begin(request: PersonRequest, by) -> None:
    if request.state == PersonRequestState.RECEIVED:
        request.state = PersonRequestState.HANDLED
        request.save(update_fields=["state"])
        write_step(request, StepKind.BEGUN, by)
