"""When what is in force changes, outcomes name the new edition and the standing dialogue goes over to it."""

from comments.actions import follow_what_is_in_force
from comments.models import HearingKind, Outcome
from comments.states import Result
from policy.signals import edition_adopted, edition_withdrawn

WITH_CHANGES = (Result.CHANGED, Result.PARTLY)


def connect() -> None:
    edition_adopted.connect(name_the_edition, dispatch_uid="outcomes name the edition")
    edition_adopted.connect(go_over, dispatch_uid="the standing dialogue goes over")
    edition_withdrawn.connect(go_over, dispatch_uid="the standing dialogue goes back")


def name_the_edition(sender, edition, **kwargs) -> None:
    """Fill in the edition of outcomes that changed something: comments are answered before it is there.

    Those of hearings on drafts of this very number, and only where no edition was named by hand.
    """
    Outcome.objects.filter(
        edition=None,
        result__in=WITH_CHANGES,
        comment__hearing__edition__policy_id=edition.policy_id,
        comment__hearing__edition__number=edition.number,
        comment__hearing__kind=HearingKind.HEARING,
    ).update(edition=edition)


def go_over(sender, edition, **kwargs) -> None:
    """Set the dates at which the standing dialogue on the one edition ends and on the other begins."""
    follow_what_is_in_force(policy_id=edition.policy_id)
