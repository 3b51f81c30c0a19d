"""How editions are counted. Call under the policy's lock."""

from django.db.models import Max

from .models import Edition, EditionKind, Policy


def newest_edition(policy: Policy) -> Edition | None:
    """Return what the next edition is based on: the one frozen last."""
    return policy.editions.order_by("-frozen_at", "-pk").first()


def next_number(policy: Policy) -> int:
    """Return the number that the next edition has, or will have when it is adopted."""
    adopted = policy.editions.filter(kind=EditionKind.ADOPTED)
    return (adopted.aggregate(last=Max("number"))["last"] or 0) + 1


def next_draft_number(policy: Policy, number: int) -> int:
    """Return which hearing version of edition `number` the next one is, counted from 1."""
    drafts = policy.editions.filter(kind=EditionKind.HEARING, number=number)
    return (drafts.aggregate(last=Max("draft_number"))["last"] or 0) + 1
