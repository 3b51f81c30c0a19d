"""Which edition is in force from when, as far as it is known: the standing dialogue follows it."""

import datetime
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from policy.models import Edition


@dataclass(frozen=True)
class Turn:
    """An edition, and the instant from which it is in force."""

    edition: Edition
    begins: datetime.datetime


def turns_from(policy_id, at: datetime.datetime) -> list[Turn]:
    """Return the edition in force at an instant and those whose day or minute is to come. Two queries.

    Of two that come into force on one day the later one counts, as in `Edition.objects.in_force`.
    """
    editions = Edition.objects.of(policy_id).adopted().not_withdrawn(at)
    is_ahead = Q(in_force_from__gt=timezone.localdate(at)) | Q(public_from__gt=at)
    ahead = editions.filter(is_ahead)
    of_the_day = {e.in_force_from: e for e in ahead.order_by("in_force_from", "number")}
    current = Edition.objects.in_force(policy_id, at)
    return [Turn(e, _beginning(e)) for e in (current, *of_the_day.values()) if e]


def _beginning(edition) -> datetime.datetime:
    """The day begins at midnight in Denmark; an edition adopted on its own day, when it was adopted."""
    midnight = datetime.datetime.combine(edition.in_force_from, datetime.time.min)
    return max(edition.public_from, timezone.make_aware(midnight))
