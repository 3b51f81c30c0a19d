"""The synonyms that staff keep, as a search reads them."""

from .analysis.synonyms import Group
from .models import MOST_SYNONYMS, Synonyms


def kept_synonyms() -> tuple[Group, ...]:
    """Return the groups, the oldest first and no more than there may be. One query."""
    rows = Synonyms.objects.order_by("pk").values_list("words", flat=True)[:MOST_SYNONYMS]
    return tuple(tuple(words.splitlines()) for words in rows)
