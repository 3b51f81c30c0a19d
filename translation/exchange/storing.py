"""Writes translations into wagtail-localize's tables, many in few statements."""

from django.conf import settings
from django.db.models import prefetch_related_objects
from wagtail.models import Locale
from wagtail_localize.models import String, StringTranslation, TranslationContext
from wagtail_localize.strings import StringValue

from translation.remembering import remember

from .plan import Change

TOOL = "PO"


def store(changes: list[Change], locale, user, at) -> None:
    """Write each change as a person's own work. In a transaction of the caller's."""
    strings = _strings({change.text.source for change in changes})
    contexts = _contexts({change.text.place for change in changes})
    before = {
        (row.translation_of_id, row.context_id): row
        for row in StringTranslation.objects.select_for_update(of=("self",)).filter(
            locale=locale, context__in=contexts.values()
        )
    }
    new, changed = [], []
    for change in changes:
        string, context = strings[change.text.source], contexts[change.text.place]
        row = before.get((string, context))
        if row is None:
            row = StringTranslation(translation_of_id=string, context_id=context, locale=locale)
            new.append(row)
        else:
            changed.append(row)
        row.data, row.tool_name, row.updated_at = change.target, TOOL, at
        row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
        row.last_translated_by, row.has_error, row.field_error = user, False, ""
    StringTranslation.objects.bulk_create(new, batch_size=500)
    fields = ["data", "tool_name", "updated_at", "translation_type", "last_translated_by"]
    StringTranslation.objects.bulk_update(
        changed, [*fields, "has_error", "field_error"], batch_size=200
    )
    written = [*new, *changed]
    prefetch_related_objects(written, "translation_of")
    remember(written)


def _strings(sources: set[str]) -> dict[str, int]:
    """Return {Danish words: id of their row}; those of an old edition may have none any more."""
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    hashes = {String._get_data_hash(source): source for source in sources}
    rows = String.objects.filter(locale=locale, data_hash__in=hashes)
    found = {hashes[row.data_hash]: row.pk for row in rows}
    for source in sources - found.keys():
        found[source] = String.from_value(locale, StringValue(source)).pk
    return found


def _contexts(places) -> dict:
    found = {}
    keys = {place.key for place in places}
    rows = TranslationContext.objects.filter(object__in=keys).values_list("object_id", "path", "pk")
    there = {(str(key), path): pk for key, path, pk in rows}
    for place in places:
        pk = there.get((place.key, place.path))
        if pk is None:
            made, _created = TranslationContext.objects.get_or_create(
                object_id=place.key,
                path_id=TranslationContext._get_path_id(place.path),
                defaults={"path": place.path},
            )
            pk = made.pk
        found[place] = pk
    return found
