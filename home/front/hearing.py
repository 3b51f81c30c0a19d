"""The open hearing and how far it has come."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from comments.models import Comment, Hearing
from comments.reading.places import Places, form_url, hearing_url, result_url


@dataclass(frozen=True)
class OpenHearing:
    """An open hearing, or one that waits for a decision. Days are Danish calendar days; `days_left`
    is 0 on the last one. `result_url` is empty unless it is over.

    `comments` counts what is public of it.
    """

    hearing: Hearing
    is_interrupted: bool
    url: str
    result_url: str
    edition_url: str
    whole_url: str
    comments: int
    days_total: int
    days_elapsed: int
    days_left: int

    @property
    def edition(self):
        return self.hearing.edition

    @property
    def opens_at(self) -> datetime.datetime:
        return self.hearing.opens_at

    @property
    def ends_at(self) -> datetime.datetime:
        return self.hearing.ends_at

    @property
    def is_last_day(self) -> bool:
        return self.days_left == 0

    @property
    def woven(self) -> float:
        """How much of the time has passed, 0 to 1."""
        return self.days_elapsed / self.days_total


def open_hearing(hearing: Hearing, places: Places, now: datetime.datetime) -> OpenHearing:
    """Return the hearing (of `newest_hearings`) as it stands now. One query."""
    first, last = timezone.localdate(hearing.opens_at), timezone.localdate(hearing.closes_at)
    today = timezone.localdate(now)
    total = (last - first).days + 1
    return OpenHearing(
        hearing=hearing,
        is_interrupted=not hearing.is_taking and hearing.is_paused,
        url=hearing_url(hearing),
        result_url="" if hearing.is_taking or hearing.is_paused else result_url(hearing),
        edition_url=places.edition(hearing.edition),
        whole_url=form_url(hearing),
        comments=Comment.objects.public().filter(hearing=hearing).count(),
        days_total=total,
        days_elapsed=min(max((today - first).days + 1, 0), total),
        days_left=max((last - today).days, 0),
    )
