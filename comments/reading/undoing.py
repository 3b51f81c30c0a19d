"""What somebody decided last, as long as it can be taken back: one decision, or several of one go."""

import datetime
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from comments.models import Decision
from comments.states import BY_STAFF
from comments.told import undo_time

MOST_AT_ONCE = 500


@dataclass(frozen=True)
class LastDecided:
    """Decisions of one go, all alike. `until` is when their mails leave and it is too late."""

    decisions: list[Decision]
    until: datetime.datetime

    @property
    def first(self) -> Decision:
        return self.decisions[0]


def last_decided(user, at: datetime.datetime | None = None) -> LastDecided | None:
    """Return what the user decided last and can still take back, or None. Two queries at most.

    Decisions of one go bear the same instant. A comment to which something happened since is not
    among them: its sender withdrew it, or somebody decided again.
    """
    since = (at or timezone.now()) - undo_time()
    mine = Decision.objects.standing().filter(
        by=user, at__gt=since, action__in=BY_STAFF, comment__version=F("comment_version")
    )
    last = mine.order_by("-at", "-pk").first()
    if last is None:
        return None
    same = mine.filter(at=last.at, action=last.action).select_related("comment")
    return LastDecided(list(same.order_by("pk")[:MOST_AT_ONCE]), last.at + undo_time())
