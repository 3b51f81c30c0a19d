"""Pages that anybody may read."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail.search.index import SearchField

from .source import Source, Words


def _read(pages: QuerySet) -> Iterable[Words]:
    for page in pages.specific().select_related("locale"):
        title = f"{page.title} {page.search_description}"
        at = page.first_published_at
        yield Words(page.pk, page.locale.language_code, title, _text_of(page), dated_at=at)


def _text_of(page) -> str:
    """All that Wagtail's own index has of a page, without markup."""
    parts: list[str] = []
    for field in page.get_search_fields():
        if isinstance(field, SearchField) and field.field_name != "title":
            value = field.get_value(page)
            parts += value if isinstance(value, list) else [str(value or "")]
    return strip_tags("\n".join(map(str, parts)))


PAGES = Source("pages", lambda: Page.objects.live().public(), _read)
