"""A translation that comes after the page has moved on: made of the edition's own Danish, it joins
that edition and touches nothing else.
"""

import json

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import SegmentOverride
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from policy.actions import freeze_text
from policy.errors import Refused, TranslationDiffers
from policy.models import Edition, EditionText, Policy, PolicyPage

from .frozen import source_page_of
from .models import FrozenSegment
from .words import translations_of


@transaction.atomic
def freeze_late_translation(
    *, edition: Edition, locale, note: str = "", adopted_by: str = "", at=None
) -> EditionText:
    """Freeze what is translated of the edition's Danish as its text in a language; return it.

    Raises `TranslationDiffers` while a text is not translated, and `Refused` when the edition has a
    text in that language or its Danish can't be taken apart.
    """
    Policy.objects.select_for_update().get(pk=edition.policy_id)
    if edition.texts.filter(locale=locale).exists():
        raise Refused(
            _("%(edition)s has a text in that language already.")
            % {"edition": str(edition.name).capitalize()}
        )
    return freeze_text(
        edition=edition,
        draft=translated_page(edition, locale),
        revision_id=None,
        is_authoritative=False,
        note=note,
        adopted_by=adopted_by,
        at=at or timezone.now(),
    )


def translated_page(edition: Edition, locale) -> PolicyPage:
    """Return the page in a language with the edition's words. Nothing is saved.

    Raises `TranslationDiffers` while a text is not translated.
    """
    source = source_page_of(edition)
    words = _words(edition, locale)
    target = PolicyPage.objects.get(translation_key=edition.policy_id, locale=locale)
    copy_synchronised_fields(source, target)
    values = [_translated(v, words) for v in extract_segments(source)]
    values = _with_overrides(values, source, locale)
    ingest_segments(source, target, source.locale, locale, values)
    return target


def _words(edition, locale) -> dict[int, str]:
    """Return {place: translation} of every text of the edition."""
    segments = list(
        FrozenSegment.objects.filter(edition=edition).values_list("order", "string", "context")
    )
    done = translations_of(edition.policy_id, [locale.pk])[locale.pk]
    words = {order: done.get((string, context)) for order, string, context in segments}
    missing = sum(text is None for text in words.values())
    if missing or not words:
        raise TranslationDiffers(
            ngettext(
                "%(count)s text is not translated.", "%(count)s texts are not translated.", missing
            )
            % {"count": missing}
        )
    return words


def _translated(value, words):
    if not isinstance(value, StringSegmentValue):
        return value
    string = StringValue(words[value.order])
    return StringSegmentValue(value.path, string, attrs=value.attrs).with_order(value.order)


def _with_overrides(values, source, locale) -> list:
    """Give links and choices what they were given in the language, and leave the rest as in Danish."""
    given = {
        path: json.loads(data)
        for path, data in SegmentOverride.objects.filter(
            locale=locale, context__object_id=source.translation_key, has_error=False
        ).values_list("context__path", "data_json")
    }
    kept = []
    for value in values:
        if isinstance(value, OverridableSegmentValue):
            if value.path in given:
                own = OverridableSegmentValue(value.path, given[value.path], order=value.order)
                kept.append(own)
        elif not isinstance(value, RelatedObjectSegmentValue) or _has(value, locale):
            kept.append(value)
    return kept


def _has(value: RelatedObjectSegmentValue, locale) -> bool:
    model = value.content_type.model_class()
    return model.objects.filter(translation_key=value.translation_key, locale=locale).exists()
