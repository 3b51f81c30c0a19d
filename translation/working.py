"""The working text of a translation, for those who are shown a draft: its gaps are marked."""

from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from policy.source import is_source_page


def working_text(page):
    """Return the page as its translations make it now, or None where it is not made of translations.

    Newer than the page's own draft: translators' words are seen before anybody saves the page. What
    is not translated stands in Danish with a mark before it. Nothing is saved.
    """
    if is_source_page(page):
        return None
    translation = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale=page.locale, enabled=True
        )
        .select_related("source__specific_content_type", "source__locale", "target_locale")
        .first()
    )
    if translation is None:
        return None
    source, locale = translation.source, translation.target_locale
    segments = source._get_segments_for_translation(locale, fallback=True)
    _mark(segments, _missing(source, locale), locale)
    made = source.get_translated_instance(locale)
    original = source.as_instance()
    copy_synchronised_fields(original, made)
    ingest_segments(original, made, source.locale, locale, segments)
    return made


def _missing(source, locale) -> set[tuple[str, int]]:
    rows = StringSegment.objects.filter(source=source).annotate_translation(locale)
    return set(rows.filter(translation=None).values_list("context__path", "order"))


def _mark(segments, missing, locale) -> None:
    with override(locale.language_code):
        mark = _("[Not translated]")
    for segment in segments:
        if not isinstance(segment, StringSegmentValue) or segment.path == "slug":
            continue
        if (segment.path, segment.order) in missing:
            segment.string = StringValue(f"{mark} {segment.string.data}")
