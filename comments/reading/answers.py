"""Public answers as a page shows them under each comment, loaded for a whole page at once."""

from dataclasses import dataclass, field

from django.utils import translation

from comments.models import Outcome
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
    passed_on_to: str = ""


def public_outcomes(comments) -> list[Outcome]:
    """Return the outcomes that are public of comments selected with `outcome__response`."""
    return [
        comment.outcome
        for comment in comments
        if comment.is_public and hasattr(comment, "outcome") and comment.outcome.response.is_public
    ]


def changed_passages(outcomes) -> list:
    """Return the rows that join outcomes to the passages that changed, in one query or none."""
    if not outcomes:
        return []
    by_id = {outcome.pk: outcome for outcome in outcomes}
    rows = Outcome.passages.through.objects.filter(outcome__in=outcomes)
    found = list(rows.select_related("passage").order_by("pk"))
    for row in found:
        row.outcome = by_id[row.outcome_id]
    return found


def edition_of(outcome) -> int:
    """Return the id of the edition whose names for passages the outcome uses."""
    return outcome.edition_id or outcome.comment.edition_text.edition_id


def answers_to(outcomes, words, changed, wordings, places: Places) -> dict[int, Answer]:
    """Return {comment id: answer}. Asks the database nothing.

    `words` is what `load_words` says of the outcomes, `changed` is `changed_passages(outcomes)`,
    and `wordings` what `wordings_by_passage` says of those.
    """
    passages: dict[int, list[dict]] = {}
    for row in changed:
        wording = wordings.get((edition_of(row.outcome), row.passage_id))
        passages.setdefault(row.outcome_id, []).append(_passage(row.passage, wording, places))
    language = translation.get_language()
    return {
        outcome.comment_id: _answer(
            outcome,
            choose(words["response", outcome.response_id], language),
            choose(words["outcome", outcome.pk], language),
            passages.get(outcome.pk, []),
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
        passed_on_to=outcome.passed_on_to,
    )


def _passage(passage, wording, places) -> dict[str, str]:
    label = wording.label if wording else passage.code
    return {"label": str(label), "url": places.passage(passage.code)}
