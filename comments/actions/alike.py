"""Put texts that are nearly the same into families. The worker's: no sender waits for it."""

from django.db import transaction

from comments.likeness import Shape, mark_of, shape_of
from comments.models import CommentText, FamilyBand, TextFamily, TextRole

AT_A_TIME = 200
# Families that one text is held against, the oldest first; and rows read for all of a round.
MOST_FAMILIES = 50
MOST_BANDS = 50_000


@transaction.atomic
def sort_alike(*, limit: int = AT_A_TIME) -> int:
    """Find the families of at most `limit` texts that have none, oldest first; return how many.

    Also those from before there were marks, and those whose family went with its first text. The
    same texts in the same order get the same families. A fixed number of statements a round.
    """
    alone = CommentText.objects.filter(role=TextRole.ORIGINAL, family=None).order_by("pk")
    texts = list(alone.select_related("comment").only("text", "mark", "comment__hearing")[:limit])
    if not texts:
        return 0
    for text in texts:
        text.mark = text.mark or mark_of(text.text, text.comment.hearing_id)
    families = _Families(texts)
    for text in texts:
        text.family = families.of(text)
    families.store()
    CommentText.objects.bulk_update(texts, ["mark", "family"], batch_size=AT_A_TIME)
    return len(texts)


class _Families:
    """The families that some texts may belong to: those in the database, and those made here."""

    def __init__(self, texts: list[CommentText]):
        self.shapes = {text.pk: shape_of(text.text) for text in texts}
        self.bands = {text.pk: self._bands_of(text) for text in texts}
        self.by_mark = _by_mark({text.mark for text in texts})
        # band -> {first text's id: family}
        self.by_band = _by_band({band for bands in self.bands.values() for band in bands})
        self.made: list[TextFamily] = []
        self.made_bands: list[FamilyBand] = []

    def of(self, text: CommentText) -> TextFamily:
        """Return the text's family: that of an identical text, of a similar one, or a new one."""
        family = self.by_mark.get(text.mark) or self._similar(text) or self._new(text)
        self.by_mark[text.mark] = family
        return family

    def store(self) -> None:
        """Insert the families that were made, with their bands."""
        TextFamily.objects.bulk_create(self.made)
        FamilyBand.objects.bulk_create(self.made_bands, batch_size=1000)

    def _bands_of(self, text) -> list[int]:
        shape = self.shapes[text.pk]
        return shape.bands(text.comment.hearing_id) if shape else []

    def _similar(self, text) -> TextFamily | None:
        sharing: dict[int, TextFamily] = {}
        for band in self.bands[text.pk]:
            sharing |= self.by_band.get(band, {})
        shape = self.shapes[text.pk]
        for first in sorted(sharing)[:MOST_FAMILIES]:
            if Shape.from_bytes(sharing[first].shape).is_alike(shape):
                return sharing[first]
        return None

    def _new(self, text) -> TextFamily:
        shape = self.shapes[text.pk]
        family = TextFamily(
            hearing_id=text.comment.hearing_id,
            first=text,
            shape=shape.to_bytes() if shape else b"",
        )
        self.made.append(family)
        for band in self.bands[text.pk]:
            self.by_band.setdefault(band, {})[family.first_id] = family
            self.made_bands.append(FamilyBand(family=family, value=band))
        return family


def _by_mark(marks: set[str]) -> dict[str, TextFamily]:
    """Return the family of each mark that has one: the oldest."""
    rows = CommentText.objects.filter(role=TextRole.ORIGINAL, mark__in=marks, family__isnull=False)
    oldest = dict(rows.order_by("-family").values_list("mark", "family").distinct())
    families = TextFamily.objects.in_bulk(set(oldest.values()))
    return {mark: families[pk] for mark, pk in oldest.items()}


def _by_band(values: set[int]) -> dict[int, dict[int, TextFamily]]:
    """Return the families that have one of the bands."""
    rows = FamilyBand.objects.filter(value__in=values).select_related("family").order_by("family")
    found: dict[int, dict[int, TextFamily]] = {}
    for band in rows[:MOST_BANDS]:
        found.setdefault(band.value, {})[band.family.first_id] = band.family
    return found
