"""Pages, documents that pages link to, and words that the site explains."""

from wagtail.models import Page

from policy.models import Term
from policy.reading.glossary import addresses_of

from ..files.public import public_documents
from ..hits import Hit, Hits
from ..models import FileText
from ..page_words import Filler
from ..sources.files import said_by
from ..sources.site import said_by as words_of_page
from ..sources.site import specific


def pages(hits: Hits, ids: list[int]) -> dict[int, Hit]:
    """Return {id of a page: hit}. A query for each type of page, two, and two for their settings."""
    filler = Filler()
    found = specific(Page.objects.live().public().filter(pk__in=ids))
    return {
        page.pk: Hit(
            kind="pages",
            url=page.url,
            title=page.title,
            snippet=hits.snippet(words_of_page(page, filler) or page.search_description),
            language=page.locale.language_code,
        )
        for page in found
        if page.url
    }


def files(hits: Hits, ids: list[int]) -> dict[int, Hit]:
    """Return {id of a document: hit}. Three queries."""
    texts = {text.pk: text for text in FileText.objects.filter(pk__in=ids)}
    made = {}
    for document in public_documents().filter(pk__in=ids):
        made[document.pk] = Hit(
            kind="files",
            url=document.url,
            title=document.title,
            snippet=hits.snippet(said_by(document, texts.get(document.pk))),
            language=hits.language,
            at=document.created_at,
            format=document.file_extension.upper(),
        )
    return made


def terms(hits: Hits, ids: list[int]) -> dict[int, Hit]:
    """Return {id of an explained word: hit}. Two queries."""
    found = list(Term.objects.public().filter(pk__in=ids).select_related("locale"))
    addresses = addresses_of(found)
    return {
        term.pk: Hit(
            kind="terms",
            url=addresses[term.pk],
            title=term.name,
            snippet=hits.snippet(term.explanation),
            language=term.locale.language_code,
        )
        for term in found
        if term.pk in addresses
    }
