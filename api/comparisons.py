"""What changed from one edition to another, passage by passage and word by word."""

from dataclasses import asdict
from uuid import UUID

from ninja import Query, Router

from policy.comparing import compare_words

from .asking import InLanguage, KeyInPath
from .editions import one_text
from .paging import page_of
from .schemas import ComparisonOut, Problem

router = Router(tags=["editions"])


@router.get(
    "/comparisons/{policy}/{old}/{new}",
    response={200: ComparisonOut, 404: Problem, 422: Problem},
)
def comparison(request, policy: UUID, old: KeyInPath, new: KeyInPath, asked: Query[InLanguage]):
    """Compare two editions in one language: all passages of either, in reading order.

    Reasons are given where `new` continues `old`, over any number of steps.
    """
    before, after = (one_text(policy, key, asked.language) for key in (old, new))
    compared = compare_words(before, after)
    rows, about = page_of(request, compared.changes, asked)
    return {
        **about,
        "policy": policy,
        "old": old,
        "new": new,
        "lang": compared.language,
        "counts": compared.counts,
        "front": [_field(field) for field in compared.front],
        "terms": [
            {"kind": term.kind, "name": term.name, "explanation": _pieces(term.pieces)}
            for term in compared.terms
        ],
        "items": [_change(change) for change in rows],
    }


def _change(change) -> dict:
    return {
        "kind": change.kind,
        "is_moved": change.is_moved,
        "passage": change.passage,
        "old": change.old and asdict(change.old),
        "new": change.new and asdict(change.new),
        "heading": _pieces(change.heading),
        "fields": [_field(field) for field in change.fields],
        "reasons": [{"lang": reason.language, "text": reason.text} for reason in change.reasons],
        "into": [heir["code"] for heir in change.into],
        "came_from": [source["code"] for source in change.came_from],
    }


def _field(field) -> dict:
    return {
        "name": field.name,
        "label": field.label,
        "note": field.note,
        "parts": [
            {"shape": part.shape, "op": part.op, "pieces": _pieces(part.pieces)}
            for part in field.parts
        ],
    }


def _pieces(pieces) -> list[dict]:
    return [{"op": piece.op, "text": piece.text} for piece in pieces]
