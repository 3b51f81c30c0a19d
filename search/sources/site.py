"""Pages that anybody may read."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.html import strip_tags
from wagtail.models import Locale, Page
from wagtail.search.index import SearchField

from ..page_words import Filler
from .source import Source, Words


def _read(pages: QuerySet) -> Iterable[Words]:
    filler = Filler()
    for page in specific(pages):
        title = f"{page.title} {page.search_description}"
        at = page.first_published_at
        yield Words(page.pk, page.locale.language_code, title, said_by(page, filler), dated_at=at)


def specific(pages: QuerySet) -> list[Page]:
    """Return pages as what they are, with their locales. A query for each type, and two."""
    locales = Locale.objects.in_bulk()
    found = list(pages.specific())
    for page in found:
        # Wagtail takes nothing related along to a type's own table.
        page.locale = locales[page.locale_id]
    return found


def said_by(page, filler: Filler) -> str:
    """All that Wagtail's own index has of a specific page, as it is shown, without markup."""
    parts: list[str] = []
    for field in page.get_search_fields():
        if isinstance(field, SearchField) and field.field_name != "title":
            value = field.get_value(page)
            parts += value if isinstance(value, list) else [str(value or "")]
    text = strip_tags("\n".join(map(str, parts)))
    return filler.filled(text, page.locale.language_code)


PAGES = Source("pages", lambda: Page.objects.live().public(), _read)
