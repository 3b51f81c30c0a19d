"""When an edition is adopted, the outcomes that led to it name it."""

from comments.models import Outcome
from comments.states import Result
from policy.signals import edition_adopted

WITH_CHANGES = (Result.CHANGED, Result.PARTLY)


def connect() -> None:
    edition_adopted.connect(name_the_edition, dispatch_uid="outcomes name the edition")


def name_the_edition(sender, edition, **kwargs) -> None:
    """Fill in the edition of outcomes that changed something: comments are answered before it is there.

    Those of hearings on drafts of this very number, and only where no edition was named by hand.
    """
    Outcome.objects.filter(
        edition=None,
        result__in=WITH_CHANGES,
        comment__hearing__edition__policy_id=edition.policy_id,
        comment__hearing__edition__number=edition.number,
    ).update(edition=edition)
