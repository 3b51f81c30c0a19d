"""Public answers as a page shows them under each comment, loaded for a whole page at once."""

from dataclasses import dataclass, field

from comments.models import Outcome, OutcomeText, ResponseText
from comments.states import Result

from .places import Places
from .words import choose


@dataclass(frozen=True)
class Answer:
    """An answer to one comment. `edition_url` is empty when no public edition is named."""

    signed_by: str
    published_at: object
    text: str
    language: str
    result: str
    result_label: str
    reason: str
    reason_language: str
    decided_on: object = None
    passages: list[dict] = field(default_factory=list)
    edition_url: str = ""
    edition_name: str = ""


def public_outcomes(comments) -> list[Outcome]:
    """Return the outcomes that are public of comments selected with `outcome__response`."""
    return [
        comment.outcome
        for comment in comments
        if comment.is_public and hasattr(comment, "outcome") and comment.outcome.response.is_public
    ]


def changed_passages(outcomes) -> list:
    """Return the rows that join outcomes to the passages that changed, in one query or none."""
    rows = Outcome.passages.through.objects.filter(outcome__in=outcomes)
    return list(rows.select_related("passage").order_by("pk")) if outcomes else []


def edition_of(outcome) -> int:
    """Return the id of the edition whose names for passages the outcome uses."""
    return outcome.edition_id or outcome.comment.edition_text.edition_id


def answers_to(outcomes, changed, wordings, places: Places, language: str) -> dict[int, Answer]:
    """Return {comment id: answer}, in two queries or none.

    `changed` is `changed_passages(outcomes)`, `wordings` what `wordings_by_passage` says of them.
    """
    if not outcomes:
        return {}
    texts = _grouped(
        ResponseText.objects.filter(response__in={o.response_id for o in outcomes}), "response_id"
    )
    reasons = _grouped(OutcomeText.objects.filter(outcome__in=outcomes), "outcome_id")
    passages = _grouped(changed, "outcome_id")
    return {
        outcome.comment_id: _answer(
            outcome,
            choose(texts.get(outcome.response_id, []), language),
            choose(reasons.get(outcome.pk, []), language, "reason"),
            [
                _passage(row.passage, wordings.get((edition_of(outcome), row.passage_id)), places)
                for row in passages.get(outcome.pk, [])
            ],
            places,
        )
        for outcome in outcomes
    }


def _answer(outcome, text, reason, passages, places) -> Answer:
    edition = outcome.edition if outcome.edition and outcome.edition.is_public() else None
    return Answer(
        signed_by=outcome.response.signed_by,
        published_at=outcome.response.published_at,
        text=text.text,
        language=text.language,
        result=outcome.result,
        result_label=Result(outcome.result).label,
        reason=reason.text,
        reason_language=reason.language,
        decided_on=outcome.decided_on,
        passages=passages,
        edition_url=places.edition(edition) if edition else "",
        edition_name=edition.name if edition else "",
    )


def _passage(passage, wording, places) -> dict[str, str]:
    label = wording.label if wording else passage.code
    return {"label": str(label), "url": places.passage(passage.code)}


def _grouped(rows, name) -> dict[int, list]:
    groups: dict[int, list] = {}
    for row in rows:
        groups.setdefault(getattr(row, name), []).append(row)
    return groups
