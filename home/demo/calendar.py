"""When things happened. The last hearing is always open: on other days than its own it is moved."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from .texts import load

WEEK = datetime.timedelta(weeks=1)


@dataclass(frozen=True)
class Calendar:
    """Turns the demo's dates (local time, without a zone) into this site's.

    `shift` is what everything of the open hearing is moved by: whole weeks, so that weekdays stay.
    """

    shift: datetime.timedelta = datetime.timedelta()

    def instant(self, text: str, *, moves: bool = False) -> datetime.datetime:
        """Return the instant of "2026-10-19T08:00:00" in the site's time zone."""
        local = datetime.datetime.fromisoformat(text) + (self.shift if moves else 0 * WEEK)
        return timezone.make_aware(local)

    def day(self, text: str | None, *, moves: bool = False) -> datetime.date | None:
        """Return the date of "2026-10-19", or None for None."""
        if text is None:
            return None
        return datetime.date.fromisoformat(text) + (self.shift if moves else 0 * WEEK)


def calendar_at(now: datetime.datetime) -> Calendar:
    """Return the calendar for a demo that is loaded at an instant.

    Nothing moves while the hearing is open and all its comments have come. At any other time it is
    moved so that this holds, with two to three weeks left.
    """
    local = timezone.make_naive(now)
    dialogue = load("dialogue")
    as_of = datetime.datetime.fromisoformat(dialogue["as_of"])
    closes = datetime.datetime.fromisoformat(dialogue["hearings"][-1]["closes_at"])
    if as_of <= local <= closes:
        return Calendar()
    return Calendar(shift=(local - as_of) // WEEK * WEEK)
