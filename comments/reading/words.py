"""Which of a comment's texts a reader sees, and in which language."""

from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db.models import CharField, F, Value

from comments.models import CommentText, OutcomeText, ResponseText, TextRole


@dataclass(frozen=True)
class Words:
    """Some text and the language that it is in."""

    text: str
    language: str


@dataclass(frozen=True)
class CommentWords:
    """What is shown of a comment. `original` is there when `shown` is a translation of it."""

    shown: Words
    original: Words | None
    proposal: str
    is_redacted: bool


@dataclass(frozen=True)
class Row:
    """A stored text. `role` is a comment's (`TextRole`); answers and reasons have none."""

    role: str
    language: str
    text: str


def load_words(comments, outcomes) -> dict[tuple[str, int], list[Row]]:
    """Return the public words of comments, of the outcomes' responses and of their reasons.

    Keys are ("comment", id), ("response", id), ("outcome", id). One query for all three.
    """
    responses = {outcome.response_id for outcome in outcomes}
    rows = _rows(CommentText.objects.public().filter(comment__in=comments), "comment", F("role"))
    if outcomes:
        rows = rows.union(
            _rows(ResponseText.objects.filter(response__in=responses), "response"),
            _rows(OutcomeText.objects.filter(outcome__in=outcomes), "outcome", words="reason"),
            all=True,
        )
    found = defaultdict(list)
    for row in rows:
        found[row["of"], row["key"]].append(Row(row["as"], row["in"], row["said"]))
    return found


def _rows(texts, of: str, role=None, words: str = "text"):
    return texts.values(
        **{
            "of": Value(of, CharField()),
            "key": F(f"{of}_id"),
            "as": role or Value("", CharField()),
            "in": F("language"),
            "said": F(words),
        }
    )


def choose(rows, language: str, name: str = "text") -> Words:
    """Return what is in the reader's language, else in Danish, else in any; empty without rows."""
    by_language = {row.language: getattr(row, name) for row in rows}
    for wanted in (language, settings.LANGUAGE_CODE, *by_language):
        if wanted in by_language:
            return Words(by_language[wanted], wanted)
    return Words("", language)


def words_of(comment, texts, language: str) -> CommentWords:
    """Choose among a comment's texts: shortened before original, translated where it helps."""
    by_role = {(row.role, row.language): row.text for row in texts}
    own = comment.language
    redacted = by_role.get((TextRole.REDACTED, own))
    said = Words(redacted or by_role.get((TextRole.ORIGINAL, own), ""), own)
    translated = by_role.get((TextRole.TRANSLATION, language)) if language != own else None
    return CommentWords(
        shown=Words(translated, language) if translated else said,
        original=said if translated else None,
        # A proposal may repeat what was taken out of the text, so it goes with it.
        proposal="" if redacted else by_role.get((TextRole.PROPOSAL, own), ""),
        is_redacted=redacted is not None,
    )
