"""What calendars and feed readers are told of hearings: when they open and close, under ids that last."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.db.models import Count, Exists, Max, OuterRef
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from comments.models import Hearing
from comments.reading.hearing_words import hearing_words
from comments.reading.moments import in_words
from comments.reading.places import hearing_url, public_policies
from policy.reading.relations import absolute

NEWEST = 50


@dataclass(frozen=True)
class Listed:
    """A hearing as machines list it. `updated`: when its dates last changed; `changes`: how often."""

    hearing: Hearing
    url: str
    summary: str
    summary_language: str
    is_interrupted: bool
    updated: datetime
    changes: int

    def urn(self, what: str) -> uuid.UUID:
        """Return an id that outlives other dates, another name, and a move to another host."""
        return uuid.uuid5(self.hearing.edition.policy_id, f"hearing/{self.hearing.pk}/{what}")


def listed_hearings() -> list[Listed]:
    """Return the newest hearings that have begun, newest first. Two queries."""
    hearings = (
        Hearing.objects.public()
        .filter(edition__policy__in=public_policies())
        .select_related("edition")
        .prefetch_related("texts")
        .annotate(
            changed_at=Max("events__made_at"),
            changes=Count("events"),
            is_paused=Exists(Hearing.objects.interrupted().filter(pk=OuterRef("pk"))),
        )
        .order_by("-opens_at", "-pk")[:NEWEST]
    )
    return [_listed(hearing) for hearing in hearings]


def _listed(hearing) -> Listed:
    purpose = hearing_words(hearing.texts.all()).purpose
    return Listed(
        hearing=hearing,
        url=absolute(hearing_url(hearing)),
        summary=purpose.text,
        summary_language=purpose.language,
        is_interrupted=hearing.is_paused,
        updated=max(filter(None, (hearing.opens_at, hearing.changed_at))),
        changes=hearing.changes,
    )


def calendar_file(hearings: list[Listed]) -> bytes:
    """Return an iCalendar file (RFC 5545) in the active language, lines ended by CRLF.

    The same hearings give the same bytes: DTSTAMP is when the dates last changed, not now. A standing
    dialogue has no day to keep free, and is left out.
    """
    made = Calendar()
    made.add("prodid", f"-//{settings.BASE_URL}//hearings//{translation.get_language().upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", _("Hearings"))
    for listed in hearings:
        if listed.hearing.is_standing:
            continue
        made.add_component(_event(listed, "opens", listed.hearing.opens_at, _opens(listed)))
        made.add_component(_event(listed, "closes", listed.hearing.closes_at, _closes(listed)))
    return made.to_ical()


def _event(listed: Listed, what: str, at: datetime, summary: str) -> Event:
    event = Event()
    event.add("uid", str(listed.urn(what)))
    event.add("dtstamp", listed.updated.astimezone(UTC))
    event.add("sequence", listed.changes)
    event.add("dtstart", at.astimezone(UTC))
    event.add("summary", summary)
    event.add("description", f"{in_words(at)}\n{listed.summary}")
    event.add("url", listed.url)
    return event


def _opens(listed: Listed) -> str:
    return _("Opens: %(hearing)s") % {"hearing": listed.hearing.name}


def _closes(listed: Listed) -> str:
    if listed.is_interrupted:
        return _("Interrupted: %(hearing)s") % {"hearing": listed.hearing.name}
    return _("Closes: %(hearing)s") % {"hearing": listed.hearing.name}
