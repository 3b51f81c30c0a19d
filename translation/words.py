"""The translations there are of a policy's texts, by place."""

from collections import defaultdict

from wagtail_localize.models import StringTranslation


def translations_of(key, locale_ids) -> dict[int, dict[tuple[int, int], str]]:
    """Return {locale id: {(string id, context id): words}}, without those that have a fault. One query."""
    rows = StringTranslation.objects.filter(
        context__object=key, locale__in=locale_ids, has_error=False
    ).values_list("locale_id", "translation_of_id", "context_id", "data")
    found: dict = defaultdict(dict)
    for locale, string, context, data in rows:
        found[locale][string, context] = data
    return found
