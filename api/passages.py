"""Passages: those of an edition in reading order, and one passage over all editions."""

from uuid import UUID

from django.http import Http404, HttpResponse
from ninja import Query, Router

from policy.models import Wording
from policy.reading.tags import frozen_tag, is_known

from .asking import CodeInPath, InLanguage, KeyInPath, Page
from .editions import one_text
from .fates import fates_with_reasons, shown_fate
from .paging import page_of
from .places import api_url, open_policies, places_of
from .schemas import PassageOut, PassagesOfEdition, Problem

router = Router(tags=["passages"])
ERRORS = {404: Problem, 422: Problem}
# Part of the tag of what is frozen: counts on when the shape of the answer changes.
SHAPE = 1


@router.get("/editions/{policy}/{key}/passages", response={200: PassagesOfEdition, **ERRORS})
def passages(
    request, response: HttpResponse, policy: UUID, key: KeyInPath, asked: Query[InLanguage]
):
    """Give an edition's passages in reading order, in one language."""
    text = one_text(policy, key, asked.language)
    places = places_of([policy])[policy]
    tag = frozen_tag(text, SHAPE, places.policy(), asked.model_dump())
    if unchanged := is_known(request, tag):
        return unchanged
    response["ETag"] = tag
    response["Content-Language"] = text.locale.language_code
    wordings = text.wordings.select_related("passage").order_by("order")
    rows, about = page_of(request, wordings, asked)
    return {
        **about,
        "policy": policy,
        "edition": key,
        "lang": text.locale.language_code,
        "sha256": text.sha256,
        "title": text.title,
        "introduction": text.introduction,
        "items": [_in_edition(row, text, places) for row in rows],
    }


@router.get("/passages/{policy}/{code}", response={200: PassageOut, **ERRORS})
def passage(request, policy: UUID, code: CodeInPath, asked: Query[Page]):
    """Give a passage with its public wordings in all editions and languages, oldest first."""
    wordings = (
        Wording.objects.public()
        .filter(passage__policy=policy, passage__code=code, passage__policy__in=open_policies())
        .select_related("passage", "edition_text__edition__based_on", "edition_text__locale")
        .defer("edition_text__content", "edition_text__terms")
        .order_by("edition_text__edition__frozen_at", "edition_text__edition_id", "pk")
    )
    rows, about = page_of(request, wordings, asked)
    if not rows:
        raise Http404
    found = rows[0].passage
    fates = {fate.edition_id: fate for fate in fates_with_reasons().filter(passage=found)}
    return {
        **about,
        "policy": policy,
        "passage": found.uuid,
        "code": code,
        "pages": places_of([policy])[policy].passage(code),
        "items": [_in_life(row, found, fates) for row in rows],
    }


def _wording(row, passage, language: str) -> dict:
    names = ("kind", "number", "heading", "text", "plain_language", "value", "sha256")
    return {
        **{name: getattr(row, name) for name in names},
        "passage": passage.uuid,
        "code": passage.code,
        "lang": language,
    }


def _in_edition(row, text, places) -> dict:
    code = row.passage.code
    return {
        **_wording(row, row.passage, text.locale.language_code),
        "url": api_url("passage", row.passage.policy_id, code),
        "pages": places.passage(code),
    }


def _in_life(row, passage, fates) -> dict:
    text = row.edition_text
    edition, fate = text.edition, fates.get(text.edition_id)
    is_told = fate and edition.based_on and edition.based_on.is_public()
    return {
        **_wording(row, passage, text.locale.language_code),
        "edition": edition.key,
        "is_authoritative": text.is_authoritative,
        "fate": shown_fate(fate, edition.key) if is_told else None,
    }
