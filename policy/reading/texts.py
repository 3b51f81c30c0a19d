"""A frozen text as every reader gets it: what follows from its words alone, kept in the process."""

import re
from dataclasses import dataclass

from policy.models import EditionText, Wording

from .links import page_keys
from .memory import Memory
from .terms import ReadTerm, Terms

PACE = 200  # words a minute, a common figure for reading on a screen
TAG = re.compile(r"<[^>]+>")
UNREAD = {"src", "block", "code", "id", "due", "degree_of_influence", "owner"}
_texts = Memory(most=64)
_terms = Memory(most=64)
_codes = Memory(most=256)


@dataclass(frozen=True)
class ReadText:
    """The parts of a text that are the same for all. Shared among requests: change nothing in it.

    entries    `EditionText.content` with explained terms linked
    terms      the terms of the text, in its order
    page_keys  translation keys of the pages that it links to
    minutes    it takes to read the whole text
    short_minutes  the same where passages are told in short, if any is; else None
    """

    seal: str
    entries: list[dict]
    terms: list[ReadTerm]
    page_keys: frozenset[str]
    minutes: int
    short_minutes: int | None


def read_text(text: EditionText) -> ReadText:
    """Return what follows from the words of a text. Its content is only loaded the first time."""
    return _texts.get((text.sha256, text.locale_id), lambda: _read(text))


def terms_of(text: EditionText) -> Terms:
    """Return the explained terms of a text, without loading its content."""
    return _terms.get((text.sha256, text.locale_id), lambda: Terms(text.terms))


def codes_of(text_id: int) -> list[str]:
    """Return the codes of a frozen text's passages in reading order. One query, the first time."""
    return _codes.get(text_id, lambda: _ask_for_codes(text_id))


def _ask_for_codes(text_id: int) -> list[str]:
    wordings = Wording.objects.filter(edition_text=text_id).order_by("order")
    return list(wordings.values_list("passage__code", flat=True))


def _read(text: EditionText) -> ReadText:
    missing = text.get_deferred_fields() & {"content", "terms"}
    if missing:
        text.refresh_from_db(fields=missing)
    terms = terms_of(text)
    values = [entry["value"] for entry in text.content]
    words = [_count(value, {"plain"}) for value in values]
    short = [len(value.get("plain", "").split()) for value in values]
    told_in_short = [few or many for few, many in zip(short, words, strict=True)]
    return ReadText(
        seal=text.sha256,
        entries=[entry | {"value": terms.mark(entry["value"])} for entry in text.content],
        terms=terms.all,
        page_keys=frozenset(page_keys(values)),
        minutes=_minutes(words),
        short_minutes=_minutes(told_in_short) if any(short) else None,
    )


def _count(value, left_out=frozenset()) -> int:
    """Return how many words of a frozen value are shown."""
    if isinstance(value, str):
        return len(TAG.sub(" ", value).split())
    if isinstance(value, dict):
        inner = [item for name, item in value.items() if name not in UNREAD | left_out]
        return sum(map(_count, inner))
    return sum(map(_count, value)) if isinstance(value, list) else 0


def _minutes(words: list[int]) -> int:
    return max(1, round(sum(words) / PACE))
