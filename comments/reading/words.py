"""Which of a comment's texts a reader sees, and in which language."""

from dataclasses import dataclass

from django.conf import settings

from comments.models import TextRole


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


def choose(rows, language: str, name: str = "text") -> Words:
    """Return the text in the reader's language, else in Danish, else any; empty when none is there."""
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
