"""What became of each passage on the step to an edition."""

from uuid import UUID

from django.db.models import Prefetch
from ninja import Query, Router

from policy.models import Fate, FateReason

from .asking import KeyInPath, Page
from .editions import one_edition, public_key
from .paging import page_of
from .schemas import Fates, Problem

router = Router(tags=["editions"])


@router.get("/editions/{policy}/{key}/fates", response={200: Fates, 404: Problem, 422: Problem})
def fates(request, policy: UUID, key: KeyInPath, asked: Query[Page]):
    """Tell what became of the passages of the edition before; one that is new has no fate.

    Nothing is told when the edition before is not public.
    """
    edition = one_edition(policy, key)
    based_on = public_key(edition.based_on)
    of_step = fates_with_reasons().filter(edition=edition).order_by("pk")
    rows, about = page_of(request, of_step if based_on else of_step.none(), asked)
    return {
        **about,
        "policy": policy,
        "edition": edition.key,
        "based_on": based_on,
        "items": [shown_fate(fate, edition.key) for fate in rows],
    }


def fates_with_reasons():
    """Public fates with all that `shown_fate` needs, in three queries."""
    reasons = FateReason.objects.select_related("locale").order_by("locale__language_code")
    return (
        Fate.objects.public()
        .select_related("passage")
        .prefetch_related(Prefetch("reasons", reasons), "into")
    )


def shown_fate(fate, key: str) -> dict:
    return {
        "edition": key,
        "code": fate.passage.code,
        "kind": fate.kind,
        "into": sorted(passage.code for passage in fate.into.all()),
        "reasons": [
            {"lang": reason.locale.language_code, "text": reason.text}
            for reason in fate.reasons.all()
        ],
    }
