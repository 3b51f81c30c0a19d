"""Hearings that have begun."""

from django.db.models import Count, Q
from django.http import Http404
from ninja import Path, Query, Router

from comments.models import Hearing
from comments.states import CommentStatus

from .asking import OfHearing, RowId
from .editions import open_editions
from .paging import page_of
from .places import api_url, hearing_places
from .schemas import HearingOut, Hearings, Problem

router = Router(tags=["dialogue"])
ERRORS = {404: Problem, 422: Problem}


def open_hearings():
    """Hearings that have begun, on editions that anybody may read."""
    return Hearing.objects.public().filter(edition__in=open_editions())


@router.get("/hearings", response={200: Hearings, **ERRORS})
def hearings(request, asked: Query[OfHearing]):
    """List hearings, the newest first."""
    rows = _hearings()
    if asked.policy:
        rows = rows.filter(edition__policy=asked.policy)
    if asked.hearing:
        rows = rows.filter(pk=asked.hearing)
    found, about = page_of(request, rows.order_by("-opens_at", "-pk"), asked)
    return {**about, "items": [_hearing(row) for row in found]}


@router.get("/hearings/{hearing_id}", response={200: HearingOut, **ERRORS})
def hearing(request, hearing_id: Path[RowId]):
    """Give one hearing."""
    found = _hearings().filter(pk=hearing_id).first()
    if found is None:
        raise Http404
    return _hearing(found)


def _hearings():
    is_public = Q(comments__status=CommentStatus.PUBLISHED)
    return (
        open_hearings()
        .select_related("edition")
        .prefetch_related("texts")
        .annotate(public_comments=Count("comments", filter=is_public))
    )


def _hearing(hearing) -> dict:
    names = ("kind", "opens_at", "answers_due", "decision_planned_on")
    return {
        **{name: getattr(hearing, name) for name in names},
        "closes_at": hearing.ends_at,
        "id": hearing.pk,
        "policy": hearing.edition.policy_id,
        "edition": hearing.edition.key,
        "is_open": hearing.is_open(),
        "purposes": [{"lang": t.language, "text": t.purpose} for t in hearing.texts.all()],
        "comments": hearing.public_comments,
        "pages": hearing_places(hearing.pk),
        "url": api_url("hearing", hearing.pk),
    }
