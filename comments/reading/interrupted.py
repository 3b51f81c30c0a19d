"""Hearings that are not over yet: interrupted ones that may go on, and drafts that wait for a decision."""

from django.db.models import Exists, OuterRef

from comments.models import Hearing
from policy.models import Edition


def may_go_on(hearing: Hearing) -> bool:
    """Tell whether the hearing is interrupted and may be resumed. One query."""
    drafts = interrupted_drafts(hearing.edition.policy_id)
    return Edition.objects.filter(pk__in=drafts).filter(pk=hearing.edition_id).exists()


def interrupted_drafts(policy_id, at=None):
    """Return the ids of a policy's drafts in such hearings, as a subquery.

    Not of those that an adopted edition came after: their hearing is over, whatever was meant.
    """
    interrupted = Hearing.objects.of_policy(policy_id).interrupted()
    return undecided_drafts(at).filter(hearing__in=interrupted).values("pk")


def undecided_drafts(at=None):
    """Return the drafts about which nothing is decided: not withdrawn, and nothing adopted after them."""
    adopted = Edition.objects.adopted().filter(policy=OuterRef("policy"))
    followed = adopted.filter(number__gte=OuterRef("number"))
    return Edition.objects.not_withdrawn(at).exclude(Exists(followed))
