"""The deadline log of a hearing as everybody reads it: opened, extended, interrupted, closed."""

import datetime
from dataclasses import dataclass

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models import Hearing, HearingEventKind

from .words import choose

SAYS = {
    HearingEventKind.EXTENDED: gettext_lazy("The hearing was extended"),
    HearingEventKind.INTERRUPTED: gettext_lazy("The hearing was interrupted"),
    HearingEventKind.RESUMED: gettext_lazy("The hearing was resumed"),
    HearingEventKind.ENDED: gettext_lazy("The hearing was ended early"),
}
SAYS_STANDING = {
    HearingEventKind.RESUMED: gettext_lazy("The dialogue was opened again"),
    HearingEventKind.ENDED: gettext_lazy("The dialogue was closed"),
}


@dataclass(frozen=True)
class DeadlineEntry:
    """One line. `closes_before` and `closes_after` are None where the end did not move.

    `kind` is the event's (`HearingEventKind`); opening and closing by the clock have none.
    """

    what: str
    at: datetime.datetime
    closes_before: datetime.datetime | None = None
    closes_after: datetime.datetime | None = None
    reason: str = ""
    reason_language: str = ""
    kind: str = ""


def deadline_log(hearing: Hearing, at=None) -> list[DeadlineEntry]:
    """Return what has happened by the instant `at` (default: now), oldest first. Two queries.

    Opening and closing follow from the dates; they need no row and can't be late.
    """
    at = at or timezone.now()
    if hearing.opens_at > at:
        return []
    events = list(hearing.events.prefetch_related("texts"))
    if hearing.is_standing:
        return _standing_log(hearing, [event for event in events if event.made_at <= at], at)
    entries = [
        DeadlineEntry(_("The hearing opened"), hearing.opens_at, None, _first_end(events, hearing))
    ]
    entries += [_entry(event, SAYS) for event in events if event.made_at <= at]
    ended = events and events[-1].kind in (HearingEventKind.INTERRUPTED, HearingEventKind.ENDED)
    if hearing.is_closed(at) and not ended:
        entries.append(DeadlineEntry(_("The hearing closed"), hearing.closes_at))
    return entries


def _standing_log(dialogue, events, at) -> list[DeadlineEntry]:
    """A dialogue closes with its edition, or when staff close it; opened again, both are told."""
    entries, is_told = [DeadlineEntry(_("The dialogue opened"), dialogue.opens_at)], False
    for event in events:
        if event.kind == HearingEventKind.RESUMED and not is_told:
            entries.append(DeadlineEntry(_("The dialogue closed"), event.closes_before))
        entries.append(_entry(event, SAYS_STANDING))
        is_told = event.kind == HearingEventKind.ENDED
    if dialogue.is_closed(at) and not is_told:
        entries.append(DeadlineEntry(_("The dialogue closed"), dialogue.closes_at))
    return entries


def _first_end(events, hearing) -> datetime.datetime:
    return events[0].closes_before if events else hearing.closes_at


def _entry(event, says) -> DeadlineEntry:
    reason = choose(event.texts.all(), translation.get_language(), "reason")
    has_end = says is SAYS
    moves = has_end and event.kind in (HearingEventKind.EXTENDED, HearingEventKind.RESUMED)
    return DeadlineEntry(
        what=str(says[event.kind]),
        at=event.made_at,
        closes_before=event.closes_before if has_end else None,
        closes_after=event.closes_after if moves else None,
        reason=reason.text,
        reason_language=reason.language,
        kind=event.kind,
    )


def interruption_in(log: list[DeadlineEntry]) -> DeadlineEntry | None:
    """Return the interruption that a log ends with, None where it ends with anything else."""
    return log[-1] if log and log[-1].kind == HearingEventKind.INTERRUPTED else None
