"""The search: the same answers as on the site's page, all kinds in one list."""

from html import unescape
from typing import Annotated, Literal

from django.conf import settings
from django.utils import translation
from django.utils.html import strip_tags
from ninja import Query, Router
from pydantic import AfterValidator, Field

from policy.kinds import DegreeOfInfluence
from search.asking import ask
from search.clean import readable_query
from search.kinds import KINDS
from search.wish import EVERY

from .asking import EditionKey, Language, NotAsked, Page, PassageCode
from .paging import page_of
from .places import absolute
from .schemas import Problem, SearchResults

router = Router(tags=["search"])


def _kind(name: str) -> str:
    if name not in KINDS:
        raise ValueError(f"The search has {', '.join(KINDS)}.")
    return name


class Sought(Page):
    """Words, and what is looked through."""

    q: Annotated[str, Field(max_length=200), AfterValidator(readable_query)] = Field(
        description="Words; all of them must be there."
    )
    language: Language | Literal["all"] = settings.LANGUAGE_CODE
    kind: Annotated[str, AfterValidator(_kind)] | NotAsked = None
    policy: (
        Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")] | NotAsked
    ) = None
    edition: EditionKey | NotAsked = None
    theme: PassageCode | NotAsked = None
    form: PassageCode | NotAsked = None
    degree: Literal[tuple(DegreeOfInfluence.values)] | NotAsked = None
    year: Annotated[int, Field(ge=1000, le=2999)] | NotAsked = None
    hearings: Literal["open"] | NotAsked = None
    order: Literal["newest"] | NotAsked = None


@router.get("/search", response={200: SearchResults, 404: Problem, 422: Problem})
def search(request, asked: Query[Sought]):
    """Find public passages, comments, answers, pages and documents, at most 1,000 of a kind.

    What is named and is not there narrows nothing down, as on the page.
    """
    chosen = asked.model_dump(exclude_none=True, exclude={"page", "page_size", "kind"})
    language = settings.LANGUAGE_CODE if asked.language == EVERY else asked.language
    with translation.override(language):
        asking = ask({name: str(value) for name, value in chosen.items()}, language)
        kinds = [asked.kind] if asked.kind else list(KINDS)
        every = [(kind, pk) for kind in kinds for pk in asking.found.ids[kind]]
        rows, about = page_of(request, every, asked)
        return {
            **about,
            "some_words": asking.near,
            "kinds": {kind: len(ids) for kind, ids in asking.found.ids.items()},
            "items": _items(asking, rows),
        }


def _items(asking, rows) -> list[dict]:
    """Return what is public now of one page: what ceased to be while it was looked for is left out."""
    hits = asking.hits
    of_kinds = [
        (kind, [pk for each, pk in rows if each == kind])
        for kind in dict.fromkeys(kind for kind, _pk in rows)
    ]
    return [_item(hit) for kind, ids in of_kinds for hit in hits.of(kind, ids)]


def _item(hit) -> dict:
    return {
        "kind": hit.kind,
        "url": absolute(hit.url),
        "title": str(hit.title),
        "lang": hit.language,
        "snippet": unescape(strip_tags(hit.snippet)),
        "html": str(hit.snippet),
        "policy": hit.edition.policy_id if hit.edition else None,
        "edition": hit.edition.key if hit.edition else None,
        "in_force": hit.is_in_force,
        "number": hit.number,
        "at": hit.at,
        "older": [
            {"edition": older.edition.key, "url": absolute(older.url)} for older in hit.older
        ],
    }
