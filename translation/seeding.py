"""Bring a finished translation into wagtail-localize: for texts that come with their translation.

From then on translators go on from it as from work of their own, and staleness is known text by text.
"""

import json
from collections import defaultdict

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
    TemplateSegment,
    Translation,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments, quote_path_component
from wagtail_localize.strings import StringValue, validate_translation_links

from .remembering import remember


class SeedMismatch(ValueError):
    """The translation is not built as its source is: names the place (path) of the difference."""


@transaction.atomic
def seed_translation(*, page: Page, translated: Page, user=None) -> Page:
    """Translate the live `page` with the words of `translated`, publish it and return it.

    `translated` is an unsaved page of the same class, with its locale set and the same block ids.
    Raises `SeedMismatch` when a text lacks its counterpart, so that nothing is left in the source's
    language.
    """
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(
        source=source, target_locale=translated.locale
    )
    extracted = extract_segments(translated)
    _check_templates(source, extracted)
    pairs = _pairs(source, [s for s in extracted if isinstance(s, StringSegmentValue)])
    _write(translation, pairs, user)
    _override_links(translation, pairs)
    source.create_or_update_translation(
        translated.locale, user=user, publish=False, copy_parent_pages=True
    )
    target = translation.get_target_instance()
    # Published here and not by wagtail-localize, which waits for the commit: whatever the caller
    # freezes next must come after it.
    target.get_latest_revision().publish(user=user)
    target.refresh_from_db()
    return target


def _check_templates(source, extracted) -> None:
    """Refuse other paragraphs and lists than the source's: the words would land in wrong places."""
    wanted = {
        segment.context.path: segment.template.template
        for segment in TemplateSegment.objects.filter(source=source).select_related(
            "context", "template"
        )
    }
    given = {s.path: s.template for s in extracted if isinstance(s, TemplateSegmentValue)}
    for path in sorted(wanted.keys() | given.keys()):
        if wanted.get(path) != given.get(path):
            raise SeedMismatch(f"{source.object_repr}: other paragraphs or lists in {path}")


def _pairs(source, given: list[StringSegmentValue]) -> list[tuple]:
    """Return (source's StringSegment, translated value) of every text, by path and place in it."""
    translated = defaultdict(list)
    for segment in given:
        translated[segment.path].append(segment)
    pairs = []
    segments = StringSegment.objects.filter(source=source).select_related("context", "string")
    for segment in segments.order_by("order"):
        path = segment.context.path
        if not translated[path]:
            raise SeedMismatch(f"{source.object_repr}: no translation of {path}")
        pairs.append((segment, translated[path].pop(0)))
    for path, left in translated.items():
        if left:
            raise SeedMismatch(f"{source.object_repr}: nothing to translate in {path}")
    return pairs


def _write(translation, pairs, user) -> None:
    """Write the words, in few statements: a policy has hundreds of texts.

    Raises `SeedMismatch` for words that wagtail-localize would mark as faulty, as it does on saving.
    """
    there = StringTranslation.objects.filter(
        locale=translation.target_locale, context__object_id=translation.source.object_id
    )
    before = {(old.translation_of_id, old.context_id): old for old in there}
    new, changed = {}, {}
    for segment, value in pairs:
        place, words = (segment.string_id, segment.context_id), value.string.data
        _check_words(segment, words)
        if place not in before:
            new[place] = StringTranslation(
                translation_of=segment.string,
                locale=translation.target_locale,
                context_id=segment.context_id,
                data=words,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                last_translated_by=user,
            )
        elif before[place].data != words or before[place].has_error:
            old = changed[place] = before[place]
            old.data, old.has_error, old.updated_at = words, False, timezone.now()
            old.last_translated_by, old.translation_of = user, segment.string
    written = StringTranslation.objects.bulk_create(new.values())
    StringTranslation.objects.bulk_update(
        changed.values(), ["data", "has_error", "updated_at", "last_translated_by"]
    )
    remember([*written, *changed.values()])


def _check_words(segment, words: str) -> None:
    try:
        StringValue.from_translated_html(words)
        validate_translation_links(segment.string.data, words)
    except ValueError as error:
        raise SeedMismatch(f"{segment.context.path}: {error}") from error


def _override_links(translation, pairs) -> None:
    """Give a translated link the address that it has in its own language."""
    for segment, value in pairs:
        ours = value.attrs or {}
        for element, attributes in (json.loads(segment.attrs) or {}).items():
            source_address = attributes.get("href")
            address = ours.get(element, {}).get("href")
            if not source_address or source_address == address:
                continue
            path = f"{segment.context.path}.{quote_path_component(source_address)}"
            try:
                context = TranslationContext.objects.get(
                    object_id=translation.source.object_id, path=path
                )
            except ObjectDoesNotExist as error:
                raise SeedMismatch(f"A link can't be found: {path}") from error
            SegmentOverride.objects.update_or_create(
                locale=translation.target_locale,
                context=context,
                defaults={"data_json": json.dumps(address)},
            )
