"""The municipality's answers: responses, and what each comment led to."""

from django.db.models import Prefetch
from ninja import Query, Router

from comments.models import Outcome, Response
from policy.models import Passage

from .asking import OfHearing
from .editions import public_key
from .hearings import open_hearings
from .paging import page_of
from .schemas import Outcomes, Problem, Responses

router = Router(tags=["dialogue"])
ERRORS = {404: Problem, 422: Problem}


@router.get("/responses", response={200: Responses, **ERRORS})
def responses(request, asked: Query[OfHearing]):
    """List public responses in the order in which they were published."""
    outcomes = Outcome.objects.public().select_related("comment").order_by("comment__number")
    rows = Response.objects.public().filter(hearing__in=_hearings(asked))
    rows = rows.select_related("hearing__edition")
    rows = rows.prefetch_related("texts", Prefetch("outcomes", outcomes))
    found, about = page_of(request, rows.order_by("published_at", "pk"), asked)
    return {**about, "items": [_response(row) for row in found]}


@router.get("/outcomes", response={200: Outcomes, **ERRORS})
def outcomes(request, asked: Query[OfHearing]):
    """List what public comments led to, in the order of the comments' numbers."""
    rows = Outcome.objects.public().filter(response__hearing__in=_hearings(asked))
    rows = rows.select_related("comment", "response", "edition")
    rows = rows.prefetch_related("texts", Prefetch("passages", Passage.objects.order_by("pk")))
    ordered = rows.order_by("comment__policy", "comment__number")
    found, about = page_of(request, ordered, asked)
    return {**about, "items": [_outcome(row) for row in found]}


def _hearings(asked: OfHearing):
    rows = open_hearings()
    if asked.policy:
        rows = rows.filter(edition__policy=asked.policy)
    return rows.filter(pk=asked.hearing) if asked.hearing else rows


def _response(response) -> dict:
    return {
        "id": response.pk,
        "policy": response.hearing.edition.policy_id,
        "hearing": response.hearing_id,
        "signed_by": response.signed_by,
        "published_at": response.published_at,
        "texts": [{"lang": t.language, "text": t.text} for t in response.texts.all()],
        "comments": [outcome.comment.number for outcome in response.outcomes.all()],
    }


def _outcome(outcome) -> dict:
    return {
        "policy": outcome.comment.policy_id,
        "comment": outcome.comment.number,
        "response": outcome.response_id,
        "hearing": outcome.comment.hearing_id,
        "result": outcome.result,
        "reasons": [{"lang": t.language, "text": t.reason} for t in outcome.texts.all()],
        "edition": public_key(outcome.edition),
        "passages": [passage.code for passage in outcome.passages.all()],
        "decided_on": outcome.decided_on,
    }
