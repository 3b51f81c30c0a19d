"""Where to write now, for who comes to a form that is not the right place just now."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from comments.models import Hearing
from policy.models import Wording

from .places import form_url


@dataclass(frozen=True)
class Elsewhere:
    """An open hearing or dialogue about the same policy, and its form."""

    name: str
    url: str
    is_standing: bool


def elsewhere(hearing: Hearing, code: str = "") -> Elsewhere | None:
    """Return the policy's open hearing, or else its standing dialogue; None if there is no other.

    About the same passage where the text there has it, else about the whole. One query.
    """
    same = Wording.objects.filter(
        edition_text__edition=OuterRef("edition"), passage__code=code or None
    )
    found = (
        Hearing.objects.open()
        .of_policy(hearing.edition.policy_id)
        .exclude(pk=hearing.pk)
        .select_related("edition")
        .annotate(has_passage=Exists(same))
        .order_by("kind", "-opens_at", "-pk")
        .first()
    )
    if found is None:
        return None
    url = form_url(found, code if found.has_passage else "")
    return Elsewhere(name=str(found.name), url=url, is_standing=found.is_standing)
