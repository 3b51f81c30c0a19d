"""Change when a hearing ends. Each change is a row in the deadline log with a public reason."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.errors import NotPossible
from comments.models import Hearing, HearingEvent, HearingEventKind, HearingEventText
from comments.signals import hearing_dates_changed


@transaction.atomic
def extend(
    *, hearing: Hearing, closes_at: datetime.datetime, reasons: dict[str, str], user, at=None
) -> HearingEvent:
    """Let a hearing that has not closed close later. `reasons` is {language: text}.

    Raises `NotPossible` for one that has closed, for an earlier end, and without a Danish reason.
    """
    at = at or timezone.now()
    found = _lock(hearing)
    if found.is_closed(at):
        raise NotPossible(_("The hearing has closed, so it can’t be extended. Begin a new one."))
    if closes_at <= found.closes_at:
        raise NotPossible(_("The new end must be later than the old one."))
    return _move(hearing, found, HearingEventKind.EXTENDED, closes_at, reasons, user, at)


@transaction.atomic
def interrupt(*, hearing: Hearing, reasons: dict[str, str], user, at=None) -> HearingEvent:
    """Stop taking comments in an open hearing at once; it can be resumed.

    Raises `NotPossible` unless it is open, and without a Danish reason.
    """
    at = at or timezone.now()
    found = _lock_open(hearing, at)
    return _move(hearing, found, HearingEventKind.INTERRUPTED, at, reasons, user, at)


@transaction.atomic
def resume(
    *, hearing: Hearing, closes_at: datetime.datetime, reasons: dict[str, str], user, at=None
) -> HearingEvent:
    """Take comments again in a hearing that was interrupted, until `closes_at`.

    Raises `NotPossible` when it was not interrupted, when the end is past, and without a Danish
    reason.
    """
    at = at or timezone.now()
    found = _lock(hearing)
    if not is_interrupted(found):
        raise NotPossible(_("The hearing is not interrupted."))
    if closes_at <= at:
        raise NotPossible(_("The new end must lie in the future."))
    return _move(hearing, found, HearingEventKind.RESUMED, closes_at, reasons, user, at)


@transaction.atomic
def end_early(*, hearing: Hearing, reasons: dict[str, str], user, at=None) -> HearingEvent:
    """Close an open hearing before its time, for good.

    Raises `NotPossible` unless it is open, and without a Danish reason.
    """
    at = at or timezone.now()
    found = _lock_open(hearing, at)
    return _move(hearing, found, HearingEventKind.ENDED, at, reasons, user, at)


def is_interrupted(hearing: Hearing) -> bool:
    """Tell whether the last thing that happened to the hearing's dates is an interruption."""
    last = hearing.events.last()
    return bool(last) and last.kind == HearingEventKind.INTERRUPTED


def _lock(hearing) -> Hearing:
    found = Hearing.objects.select_for_update(of=("self",)).get(pk=hearing.pk)
    if found.is_standing:
        raise NotPossible(_("A standing dialogue has no end that can be moved."))
    return found


def _lock_open(hearing, at) -> Hearing:
    found = _lock(hearing)
    if not found.is_open(at):
        raise NotPossible(_("The hearing is not open."))
    return found


def _move(hearing, found, kind, closes_at, reasons, user, at) -> HearingEvent:  # size: one row
    written = {language: text.strip() for language, text in reasons.items() if text.strip()}
    if settings.LANGUAGE_CODE not in written:
        raise NotPossible(_("Write the reason in Danish. Everybody can read it."))
    event = HearingEvent.objects.create(
        hearing=found,
        kind=kind,
        closes_before=found.closes_at,
        closes_after=closes_at,
        made_by=user,
        made_at=at,
    )
    HearingEventText.objects.bulk_create(
        HearingEventText(event=event, language=language, reason=text)
        for language, text in written.items()
    )
    Hearing.objects.filter(pk=found.pk).update(closes_at=closes_at)
    hearing.closes_at = closes_at
    hearing_dates_changed.send(sender=Hearing, hearing=hearing, event=event)
    return event
