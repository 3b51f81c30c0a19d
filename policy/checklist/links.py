"""Links in a draft's rich text to pages and documents that citizens can't open."""

import re
from collections.abc import Iterator

from wagtail.documents import get_document_model
from wagtail.models import Page

LINK = re.compile(r"<a\b[^>]*>")
KIND = re.compile(r'\blinktype="(page|document)"')
ID = re.compile(r'\bid="(\d{1,18})"')


def broken_links(draft) -> set[str]:
    """Return the ids of the blocks with a link to a page or document that is gone or not public.

    Reads the raw text, since freezing leaves out what is gone. Two queries.
    """
    found = [
        (str(raw["id"]), kind, key)
        for raw in draft.body.raw_data
        for kind, key in _links(raw["value"])
    ]
    pages = {key for _block, kind, key in found if kind == "page"}
    documents = {key for _block, kind, key in found if kind == "document"}
    public = Page.objects.live().public().filter(pk__in=pages).values_list("pk", flat=True)
    kept = get_document_model().objects.filter(pk__in=documents).values_list("pk", flat=True)
    there = {("page", pk) for pk in public} | {("document", pk) for pk in kept}
    return {block for block, kind, key in found if (kind, key) not in there}


def _links(value) -> Iterator[tuple[str, int]]:
    if isinstance(value, str):
        for tag in LINK.findall(value) if "linktype" in value else ():
            kind, key = KIND.search(tag), ID.search(tag)
            if kind and key:
                yield kind[1], int(key[1])
    elif isinstance(value, dict):
        for part in value.values():
            yield from _links(part)
    elif isinstance(value, list):
        for part in value:
            yield from _links(part)
