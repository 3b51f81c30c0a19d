"""Minutes of grace: what was being written when a hearing closed can still be sent.

The deadline stays what it is, and no form is given out after it. Whoever opened hers before it has
`GRACE_MINUTES` more (0 to 15, 0 unless the site sets them), and every page that tells the deadline
tells of them. A standing dialogue has none: the next edition's is open by then.
"""

import datetime

from django.db.models import DateTimeField, ExpressionWrapper, Q
from django.utils import timezone


def grace_of(hearing) -> datetime.timedelta:
    """Return how long after its closing the hearing takes forms that were opened before."""
    return datetime.timedelta(minutes=hearing.grace_minutes)


def is_over(hearing, issued_at: datetime.datetime | None = None, at=None) -> bool:
    """Tell whether a form issued at that instant (None: now) is too late. For pages alone: storing
    a comment asks the database (`still_open`).
    """
    at = at or timezone.now()
    if issued_at is None or issued_at > hearing.closes_at:
        return hearing.is_closed(at)
    return hearing.closes_at + grace_of(hearing) < at


def still_open(hearing, instant, issued_at: datetime.datetime | None) -> Q:
    """Return what is true of a hearing's row that is open at the instant, an expression or a time."""
    is_open = Q(opens_at__lte=instant, closes_at__gte=instant)
    grace = grace_of(hearing)
    if not grace or issued_at is None:
        return is_open
    before = ExpressionWrapper(instant - grace, output_field=DateTimeField())
    return is_open | Q(closes_at__gte=issued_at) & Q(closes_at__gte=before, opens_at__lte=issued_at)
