"""The search page. It only reads.

`search/search.html` gets:

wish        `typed` (for the field), `language`, `edition` (key), `kind`, `page`
is_asked    whether there is a word to search for; if not, `groups` is empty
groups      of the kinds with hits, or the one that was asked for: `kind` (value), `title`, `count`,
            `hits`, `more_url` (empty when all are shown), `page_obj` (for one kind only, else None)
total       number of hits of all kinds
is_near     whether nothing had all the words, and these have some of them
is_makeshift  whether the database answers for an Elasticsearch that is away
kinds, languages, editions, orders, hearings    choices {value, name, count (kinds only), url, is_chosen}

A hit: kind, url, title, snippet (safe HTML with <mark>), language, edition (`name`, `key`),
is_in_force, number, author, about, at.
"""

from dataclasses import dataclass, replace

from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from notifications.addresses import PolicyPages
from policy.locales import named_languages

from .editions import Editions
from .find import find
from .hits import Hits
from .wish import EVERY, NEWEST, OPEN, Kind, read_wish

PER_GROUP = 5
PER_PAGE = 20


@dataclass(frozen=True)
class Group:
    """Hits of one kind."""

    kind: Kind
    count: int
    hits: list
    more_url: str = ""
    page_obj: object = None

    @property
    def title(self) -> str:
        return self.kind.label


@require_safe
def search(request):
    """Show what was found, grouped by kind; 404 for a page of results that does not exist."""
    wish = read_wish(request.GET, translation.get_language())
    request.understood_query = wish.query().removeprefix("?")
    pages = PolicyPages(wish.own_language)
    editions = Editions.of(pages.policies)
    found, is_makeshift = find(wish, editions)
    near = wish.question.relaxed() if not any(found.values()) else None
    if near:
        wish = replace(wish, question=near)
        found, is_makeshift = find(wish, editions)
    hits = Hits(wish, editions, pages)
    groups = [_one(wish, found, hits)] if wish.kind else _all(wish, found, hits)
    context = {
        "wish": wish,
        "is_asked": bool(wish.question),
        "groups": groups if wish.question else [],
        "is_makeshift": is_makeshift,
        "is_near": bool(near) and any(found.values()),
        "total": sum(len(ids) for ids in found.values()),
        **_choices(wish, found, editions),
    }
    response = TemplateResponse(request, "search/search.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _all(wish, found, hits) -> list[Group]:
    return [
        Group(
            kind=kind,
            count=len(ids),
            hits=hits.of(kind, ids[:PER_GROUP]),
            more_url=wish.query(kind=kind) if len(ids) > PER_GROUP else "",
        )
        for kind, ids in found.items()
        if ids
    ]


def _one(wish, found, hits) -> Group:
    ids = found[wish.kind]
    try:
        page_obj = Paginator(ids, PER_PAGE).page(wish.page)
    except EmptyPage as error:
        raise Http404 from error
    return Group(wish.kind, len(ids), hits.of(wish.kind, list(page_obj)), page_obj=page_obj)


def _choices(wish, found, editions) -> dict[str, list[dict]]:
    languages = [(EVERY, _("All languages")), *named_languages()]
    keys = [(edition.key, edition.name) for edition in editions.all]
    return {
        "kinds": [
            {**_choice(wish, "kind", kind, kind.label), "count": len(found[kind])} for kind in Kind
        ],
        "every_kind_url": wish.query(kind=None),
        "orders": [
            _choice(wish, "order", value, name)
            for value, name in (("", _("Best match first")), (NEWEST, _("Newest first")))
        ],
        "hearings": [
            _choice(wish, "hearings", value, name)
            for value, name in (("", _("All texts")), (OPEN, _("In an open hearing")))
        ],
        "languages": [_choice(wish, "language", code, name) for code, name in languages],
        "editions": [
            _choice(wish, "edition", key, name) for key, name in [("", _("All editions")), *keys]
        ],
    }


def _choice(wish, name, value, label) -> dict:
    return {
        "value": value,
        "name": label,
        "url": wish.query(**{name: value}),
        "is_chosen": getattr(wish, name) == value,
    }
