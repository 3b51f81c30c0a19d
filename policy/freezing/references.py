"""What a body refers to, found at once: a text of a thousand links asks as often as one of three."""

from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from django.db.models import Prefetch, prefetch_related_objects
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.rich_text import RichText

from policy.kinds import PassageKind

FIGURE_RENDITION = "max-1600x1600|format-webp|webpquality-80"
# Longer numbers are no keys: a database may refuse them.
LONGEST_KEY = 18


@dataclass(frozen=True)
class References:
    """`pages` {primary key: translation key}, `documents` {primary key: document}, what is gone left out.

    `forms` are the participation forms of the text itself, {block id: heading}.
    """

    pages: dict[int, str] = field(default_factory=dict)
    documents: dict[int, object] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)

    def page(self, key: str | None) -> str | None:
        """Return the translation key of the page that a link names, or None."""
        return self.pages.get(_number(key))

    def document(self, key: str | None):
        return self.documents.get(_number(key))


def references_of(body) -> References:
    """Return what the blocks of a StreamValue refer to. At most four queries, pictures included."""
    forms = {
        str(child.id): child.value["heading"]
        for child in body
        if child.block_type == PassageKind.PARTICIPATION_FORM
    }
    _find_renditions(body)
    texts = [
        value.source
        for child in body
        for value in child.value.values()
        if isinstance(value, RichText)
    ]
    return references_in(texts, forms)


def references_in(sources: list[str], forms: dict[str, str] | None = None) -> References:
    """Return what texts in Wagtail's database form link to. At most two queries."""
    keys: dict[str, set[int]] = {"page": set(), "document": set()}
    for source in sources:
        if "linktype" not in source:
            continue
        for link in BeautifulSoup(source, "html.parser").find_all("a", linktype=list(keys)):
            keys[link["linktype"]].add(_number(link.get("id")))
    pages, documents = ({key for key in found if key is not None} for found in keys.values())
    return References(
        {
            pk: str(key)
            for pk, key in Page.objects.filter(pk__in=pages).values_list("pk", "translation_key")
        }
        if pages
        else {},
        get_document_model().objects.in_bulk(documents) if documents else {},
        forms or {},
    )


def _find_renditions(body) -> None:
    """Lay beside each picture the rendition that freezing copies, if it has been made before."""
    figures = [child.value for child in body if child.block_type == PassageKind.FIGURE]
    images = [figure["image"] for figure in figures if figure["image"] is not None]
    made = get_image_model().get_rendition_model().objects.filter(filter_spec=FIGURE_RENDITION)
    found = Prefetch("renditions", made, to_attr="prefetched_renditions")
    prefetch_related_objects(images, found)


def _number(key: str | None) -> int | None:
    return int(key) if key and key.isdecimal() and len(key) <= LONGEST_KEY else None
