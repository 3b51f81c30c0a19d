"""Links in frozen HTML, resolved when they are read: they follow the reader's language and any move."""

import re
from collections.abc import Iterable

from django.core.files.storage import default_storage
from wagtail.models import Page

LINK = re.compile(r'<a\b[^>]*\bdata-(page|file)="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


def resolve_links(html: str, addresses: dict[str, str]) -> str:
    """Put the addresses of pages and files into frozen HTML; plain text where there is none now."""

    def put(match) -> str:
        kind, key, words = match.groups()
        address = default_storage.url(key) if kind == "file" else addresses.get(key)
        return f'<a href="{address}">{words}</a>' if address else words

    return LINK.sub(put, html) if "data-" in html else html


def page_keys(values: Iterable) -> set[str]:
    """Return the translation keys of all pages that the values (frozen, nested) link to."""
    keys: set[str] = set()
    for value in values:
        if isinstance(value, str):
            if "data-page" in value:
                keys.update(key for kind, key, _ in LINK.findall(value) if kind == "page")
        elif isinstance(value, dict):
            keys |= page_keys(value.values())
        elif isinstance(value, list):
            keys |= page_keys(value)
    return keys


def page_addresses(keys: set[str], locale_id: int) -> dict[str, str]:
    """Return {translation key: address} of live public pages in a language, in one query or none."""
    if not keys:
        return {}
    pages = Page.objects.live().public().filter(translation_key__in=keys, locale_id=locale_id)
    return {str(page.translation_key): page.url for page in pages if page.url}
