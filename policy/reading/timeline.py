"""The editions of a policy in time: from when until when each was in force, and what replaced it."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from policy.models import Edition, EditionText

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """When an adopted edition was or is in force; `until` is its last day, None while it is open.

    `successor` took over from it. `was_in_force` is false for one that is still to come, and for
    one that was replaced or withdrawn before its day came.
    """

    until: datetime.date | None
    successor: Edition | None
    is_coming: bool
    was_in_force: bool


@dataclass(frozen=True)
class Row:
    """An edition in the list. `hearing` is what the dialogue says of it, `before` the adopted one before."""

    edition: Edition
    text: EditionText
    url: str
    is_in_force: bool
    span: Span | None
    withdrawn_at: datetime.datetime | None
    hearing: object | None
    before: Edition | None
    compare_url: str
    pdf_url: str


def spans(editions: list[Edition], withdrawn: dict[int, datetime.datetime]) -> dict[int, Span]:
    """Return {edition id: span} of the adopted ones among a policy's public editions."""
    adopted = sorted(
        (edition for edition in editions if edition.is_adopted),
        key=lambda edition: (edition.in_force_from, edition.number),
    )
    return {
        edition.pk: _span(edition, adopted[place + 1 :], withdrawn)
        for place, edition in enumerate(adopted)
    }


def _span(edition, later, withdrawn) -> Span:
    successor = next((other for other in later if other.pk not in withdrawn), None)
    ends = [successor.in_force_from - DAY] if successor else []
    if edition.pk in withdrawn:
        ends.append(timezone.localdate(withdrawn[edition.pk]))
    until = min(ends, default=None)
    today = timezone.localdate()
    # One withdrawn on its first day was in force for a part of it.
    is_empty = until is not None and until < edition.in_force_from
    return Span(
        until=until,
        successor=successor,
        is_coming=edition.in_force_from > today and edition.pk not in withdrawn,
        was_in_force=not is_empty and edition.in_force_from <= today,
    )
