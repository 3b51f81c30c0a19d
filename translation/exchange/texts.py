"""The texts that a file holds: those of pages and snippets as they are, or those of an edition.

A text is known by its place and its Danish words. Its place is that of the translated object and
the path in it, which block ids keep steady however the text around it moves.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Revision
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from policy.errors import Refused
from policy.models import EditionText

from .limits import limit_of


@dataclass(frozen=True)
class Place:
    """Where a text stands: the key of its object and the path in it."""

    key: str
    path: str

    @property
    def context(self) -> str:
        """Return what a PO file calls its `msgctxt`."""
        return f"{self.key}/{self.path}"


@dataclass(frozen=True)
class Text:
    """A Danish text in its place, and its translation if there is one. `limit` 0: none is known."""

    place: Place
    source: str
    target: str = ""
    is_machine: bool = False
    limit: int = 0

    @property
    def known_by(self) -> tuple[str, str]:
        return self.place.context, self.source


def texts_of(translations: Iterable[Translation]) -> list[Text]:
    """Return the texts of translations into one language, in reading order. Two queries."""
    translations = list(translations)
    models = {
        translation.source_id: translation.source.specific_content_type.model_class()
        for translation in translations
    }
    segments = (
        StringSegment.objects.filter(source__in=models)
        .select_related("string", "context")
        .order_by("source_id", "order", "pk")
    )
    found = [
        (
            Place(str(segment.context.object_id), segment.context.path),
            segment.string.data,
            limit_of(models[segment.source_id], segment.context.field_path),
        )
        for segment in segments
    ]
    locale = translations[0].target_locale_id if translations else None
    return _with_targets(found, {t.source.object_id for t in translations}, locale)


def texts_of_edition(edition_text: EditionText, locale) -> list[Text]:
    """Return the texts of a frozen Danish edition, with what each is called in a language.

    They are read from the revision that was frozen, since the page has moved on. Raises `Refused`
    where that revision is gone.
    """
    revision = Revision.objects.filter(pk=edition_text.revision_id).first()
    if revision is None:
        raise Refused(
            _("The draft that the edition was made from is gone: no file can be made of it.")
        )
    page = revision.as_object()
    key = str(page.translation_key)
    found = [
        (Place(key, segment.path), segment.string.data, 0)
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue)
    ]
    return _with_targets(found, {key}, locale.pk)


def _with_targets(found, keys, locale_id) -> list[Text]:
    rows = StringTranslation.objects.filter(context__object__in=keys, locale=locale_id).values_list(
        "context__object_id", "context__path", "translation_of__data", "data", "translation_type"
    )
    targets = {(str(key), path, source): rest for key, path, source, *rest in rows}
    texts, seen = [], set()
    for place, source, limit in found:
        # The same words twice in one place (two items of a list) have one translation.
        if (place, source) in seen:
            continue
        seen.add((place, source))
        target, kind = targets.get((place.key, place.path, source), ("", ""))
        is_machine = kind == StringTranslation.TRANSLATION_TYPE_MACHINE
        texts.append(Text(place, source, target, is_machine, limit))
    return texts
