"""The search page. It only reads.

`search/search.html` gets:

wish        `typed` (for the field), `language`, `kind`, `page`, `chosen` ((name, value) to keep)
is_asked    whether there is a word to search for; if not, `groups` is empty
groups      of the kinds with hits, or the one that was asked for: `kind` (value), `title`, `count`,
            `hits`, `more_url` (empty when all are shown), `page_obj` (for one kind only, else None)
total       number of hits of all kinds
is_near     whether nothing had all the words, and these have some of them
is_makeshift  whether the database answers for an Elasticsearch that is away
filters     `search.choices.Filter`s
policy_name, near_words, wider_url, places    see `search.helping`

A hit: `search.hits.Hit`.
"""

from dataclasses import dataclass

from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from .asking import ask
from .choices import filters
from .helping import help_for
from .kinds import KINDS

PER_GROUP = 5
PER_PAGE = 20


@dataclass(frozen=True)
class Group:
    """Hits of one kind."""

    kind: str
    count: int
    hits: list
    more_url: str = ""
    page_obj: object = None

    @property
    def title(self) -> str:
        return KINDS[self.kind].label


@require_safe
def search(request):
    """Show what was found, grouped by kind; 404 for a page of results that does not exist."""
    asking = ask(request.GET, translation.get_language())
    wish, found = asking.wish, asking.found
    request.understood_query = wish.query().removeprefix("?")
    groups = [_one(asking)] if wish.kind else _all(asking)
    context = {
        "wish": wish,
        "is_asked": bool(wish.question),
        "groups": groups if wish.question else [],
        "is_makeshift": found.is_makeshift,
        "is_near": asking.near,
        "total": found.total,
        "filters": filters(asking) if wish.question else [],
        **help_for(asking),
    }
    response = TemplateResponse(request, "search/search.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _all(asking) -> list[Group]:
    return [
        Group(
            kind=kind,
            count=len(ids),
            hits=asking.hits.of(kind, ids[:PER_GROUP]),
            more_url=asking.wish.query(kind=kind) if len(ids) > PER_GROUP else "",
        )
        for kind, ids in asking.found.ids.items()
        if ids
    ]


def _one(asking) -> Group:
    kind = asking.wish.kind
    ids = asking.found.ids[kind]
    try:
        page_obj = Paginator(ids, PER_PAGE).page(asking.wish.page)
    except EmptyPage as error:
        raise Http404 from error
    return Group(kind, len(ids), asking.hits.of(kind, list(page_obj)), page_obj=page_obj)
