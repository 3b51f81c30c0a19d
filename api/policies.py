"""Policies."""

from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from ninja import Query, Router

from policy.models import Edition, EditionText

from .asking import Page
from .paging import page_of
from .places import api_url, open_policies, places_of
from .schemas import Policies, PolicyOut, Problem

router = Router(tags=["policies"])
ERRORS = {404: Problem, 422: Problem}


@router.get("/policies", response={200: Policies, **ERRORS})
def policies(request, asked: Query[Page]):
    """List the policies that have a public edition."""
    rows, about = page_of(request, _policies().order_by("created_at", "pk"), asked)
    return {**about, "items": _shown(rows)}


@router.get("/policies/{policy}", response={200: PolicyOut, **ERRORS})
def policy(request, policy: UUID):
    """Give one policy."""
    rows = list(_policies().filter(pk=policy))
    if not rows:
        raise Http404
    return _shown(rows)[0]


def _policies():
    of_this = Edition.objects.filter(policy=OuterRef("pk"))
    in_force = of_this.newest_in_force_first().values("pk")[:1]
    newest = of_this.public().newest_first().values("pk")[:1]
    return open_policies().annotate(
        in_force_id=Subquery(in_force), shown_id=Coalesce(Subquery(in_force), Subquery(newest))
    )


def _shown(rows) -> list[dict]:
    places = places_of(row.pk for row in rows)
    texts = EditionText.objects.public().filter(edition__in=[row.shown_id for row in rows])
    texts = texts.select_related("edition", "locale").defer("content", "terms")
    by_policy: dict = {}
    for text in texts.order_by("-is_authoritative", "locale__language_code"):
        by_policy.setdefault(text.edition.policy_id, []).append(text)
    return [_policy(row, by_policy[row.pk], places[row.pk]) for row in rows]


def _policy(row, texts, places) -> dict:
    edition = texts[0].edition
    return {
        "id": row.pk,
        "titles": [
            {"lang": t.locale.language_code, "title": t.title, "introduction": t.introduction}
            for t in texts
        ],
        "in_force": edition.key if row.in_force_id else None,
        "pages": places.policy(),
        "url": api_url("policy", row.pk),
        "editions_url": api_url("editions", row.pk),
    }
