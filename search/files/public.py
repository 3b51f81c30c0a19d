"""Which documents anybody may read, and knows of: those that a public page links to.

A document nobody links to may be a draft for next month, although whoever guesses its address gets it.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from policy.models import PolicyPage


def public_documents() -> QuerySet:
    """Return the documents that a public page links to, in no collection for some only. Two queries.

    A policy's own page does not count: what it links to is a draft, and an edition keeps copies.
    """
    links = _links().filter(to_object_id=Cast(OuterRef("pk"), CharField()))
    documents = get_document_model().objects.filter(Exists(links))
    closed = Q()
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        closed |= Q(collection__path__startswith=path)
    return documents.exclude(closed) if closed else documents


def languages_of(documents: Iterable[int]) -> dict[int, set[str]]:
    """Return the languages of the public pages that link to each document. Two queries."""
    links = _links().filter(to_object_id__in=[str(pk) for pk in documents])
    pairs = list(links.values_list("to_object_id", "object_id"))
    codes = dict(
        Page.objects.filter(pk__in={int(page) for _document, page in pairs}).values_list(
            "pk", "locale__language_code"
        )
    )
    found: dict[int, set[str]] = defaultdict(set)
    for document, page in pairs:
        found[int(document)].add(codes[int(page)])
    return found


def _links() -> QuerySet:
    pages = Page.objects.live().public().not_type(PolicyPage)
    return ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(get_document_model()),
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=pages.annotate(key=Cast("pk", CharField())).values("key"),
    )
