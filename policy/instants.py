"""When public pages next change by the clock alone: an edition comes into force, a hearing opens.

What is cached may live until then and no longer, in every language alike. Upper apps add their own
instants in `ready()`. All are asked as columns of one query, which a page that asks the database
anyway can have for nothing (`columns`).
"""

import datetime
from collections.abc import Callable, Iterable

from django.db.models import F, QuerySet, Subquery
from django.utils import timezone

from .models import Edition, Policy
from .reading.prepared import day_of

_sources: dict[str, Callable[[datetime.datetime], QuerySet]] = {}


def register(name: str, ask: Callable[[datetime.datetime], QuerySet]) -> None:
    """`ask(at)` returns a queryset with one column `instant`, those after `at`, the earliest first.

    A date stands for the beginning of that day in Denmark.
    """
    _sources[name] = ask


def columns(at: datetime.datetime) -> dict[str, Subquery]:
    """Return what to annotate any query with; give the values of a row to `earliest`."""
    return dict(zip(names(), (Subquery(ask(at)[:1]) for ask in _sources.values()), strict=True))


def names() -> list[str]:
    """Return the names of the columns."""
    return [f"next_{name}" for name in _sources]


def earliest(values: Iterable) -> datetime.datetime | None:
    """Return the earliest instant among dates, instants and Nones."""
    return min((_instant(value) for value in values if value is not None), default=None)


def next_change(at: datetime.datetime | None = None) -> datetime.datetime | None:
    """Return when public pages next change by the clock, or None. One query."""
    asked = columns(at or timezone.now())
    values = Policy.objects.annotate(**asked).values_list(*asked).first()
    return earliest(values or ())


def _instant(value) -> datetime.datetime:
    if isinstance(value, datetime.datetime):
        return value
    return timezone.make_aware(datetime.datetime.combine(value, datetime.time.min))


def _becomes_public(at) -> QuerySet:
    ahead = Edition.objects.filter(public_from__gt=at).order_by("public_from")
    return ahead.values(instant=F("public_from"))


def _comes_into_force(at) -> QuerySet:
    ahead = Edition.objects.adopted().filter(in_force_from__gt=day_of(at))
    return ahead.order_by("in_force_from").values(instant=F("in_force_from"))


register("public", _becomes_public)
register("in_force", _comes_into_force)
