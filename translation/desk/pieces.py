"""The texts of an order, each with what it was, what it is, and what it has become in the language."""

from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.conf import settings
from django.db.models import Exists, OuterRef, TextChoices
from django.utils.translation import pgettext_lazy
from wagtail_localize.models import StringSegment, StringTranslation, TemplateSegment
from wagtail_localize.strings import StringValue

from translation.models import FrozenSegment, TranslatedText, TranslationOrder
from translation.progress import Work, words_in

# Texts of one place that have less in common than this are two texts, and not one that was changed.
ALIKE = 0.3


class PieceState(TextChoices):
    NEW = "new", pgettext_lazy("text at the desk", "new")
    CHANGED = "changed", pgettext_lazy("text at the desk", "changed")
    DONE = "done", pgettext_lazy("text at the desk", "translated")


@dataclass
class Piece:
    """One text. `segment` is what it came from; `before` is what its place last had, if that changed."""

    segment: StringSegment | FrozenSegment
    is_html: bool
    translation: StringTranslation | None = None
    before: TranslatedText | None = None
    where: str = field(default="", compare=False)

    @property
    def key(self) -> str:
        return f"{self.segment.context_id}-{self.segment.string_id}"

    @property
    def source(self) -> str:
        return self.segment.string.data

    @property
    def words(self) -> int:
        return words_in(self.source)

    @property
    def is_done(self) -> bool:
        return self.translation is not None and not self.translation.has_error

    @property
    def state(self) -> PieceState:
        if self.is_done:
            return PieceState.DONE
        return PieceState.CHANGED if self.before else PieceState.NEW

    @property
    def has_markup(self) -> bool:
        """Whether it is written with its tags. Where no tag stands, plain words are shown."""
        given = self.translation.data if self.translation else ""
        return self.is_html and "<" in self.source + given

    def shown(self, data: str) -> str:
        """Return stored words as a person reads and writes them at this place."""
        return data if self.has_markup else StringValue(data).render_text()


def pieces_of(order: TranslationOrder) -> list[Piece]:
    """Return an order's texts in reading order, each place and text once. Three queries."""
    segments, html = _segments(order)
    pieces = {}
    for segment in segments:
        is_html = segment.context_id in html
        piece = Piece(segment=segment, is_html=is_html)
        pieces.setdefault(piece.key, piece)
    found = list(pieces.values())
    _add_translations(found, order)
    _add_what_was(found, order)
    return found


def work_of_pieces(pieces: list[Piece]) -> Work:
    """Return the words of some pieces, added up."""
    work = Work()
    for piece in pieces:
        work.add(piece.words, is_done=piece.is_done, was_there=bool(piece.before))
    return work


def left_of(order: TranslationOrder) -> int:
    """Return how many texts of an order are not translated."""
    return sum(not piece.is_done for piece in pieces_of(order))


def _segments(order) -> tuple[list, set[int]]:
    """Return the segments, and the ids of the contexts that hold HTML."""
    if order.edition_id:
        frozen = FrozenSegment.objects.filter(edition=order.edition_id)
        segments = list(frozen.select_related("string", "context").order_by("order"))
        return segments, {s.context_id for s in segments if s.is_html}
    danish = settings.LANGUAGE_CODE
    source = {"source__object_id": order.policy_id, "source__locale__language_code": danish}
    html = TemplateSegment.objects.filter(source=OuterRef("source"), context=OuterRef("context"))
    live = StringSegment.objects.filter(**source).annotate(is_html=Exists(html))
    segments = list(live.select_related("string", "context").order_by("order"))
    return segments, {s.context_id for s in segments if s.is_html}


def _add_translations(pieces, order) -> None:
    rows = StringTranslation.objects.filter(
        context__object=order.policy_id, locale=order.locale_id
    ).select_related("last_translated_by")
    found = {(row.context_id, row.translation_of_id): row for row in rows}
    for piece in pieces:
        place = piece.segment.context_id, piece.segment.string_id
        piece.translation = found.get(place)


def _add_what_was(pieces, order) -> None:
    """Give each text that is to be translated the earlier text of its place that is most like it."""
    places = defaultdict(list)
    for piece in pieces:
        places[piece.segment.context_id].append(piece)
    to_do = [context for context, here in places.items() if not all(p.is_done for p in here)]
    gone = defaultdict(list)
    rows = TranslatedText.objects.filter(
        context__object=order.policy_id, locale=order.locale_id
    ).order_by("-translated_at", "-pk")
    for row in rows if to_do else ():
        gone[row.context_id].append(row)
    for context in to_do:
        here = places[context]
        now = {piece.segment.string_id for piece in here}
        _pair(here, [row for row in gone[context] if row.string_id not in now])


def _pair(here: list[Piece], gone: list[TranslatedText]) -> None:
    alone = len(here) == 1
    for piece in here:
        if piece.is_done or not gone:
            continue
        # A field that holds one text has it changed, however much; the newest is what it was.
        best = gone[0] if alone else max(gone, key=lambda row: _likeness(row, piece))
        if alone or _likeness(best, piece) >= ALIKE:
            piece.before = best
            gone.remove(best)


def _likeness(row, piece) -> float:
    return SequenceMatcher(None, row.source_text.split(), piece.source.split()).ratio()
