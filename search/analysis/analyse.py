"""From texts and queries to the words of the index."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..clean import clean_query
from . import compounds, danish, english
from .letters import LONGEST, fold

# "§ 17" is "paragraf 17", in any language of the text.
SIGNS = str.maketrans({"§": " paragraf "})
WORD = re.compile(r"[^\W_]+")
ALL = ("da", "en")
STOP = "0"

Alternative = tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """What is looked for: of each group one alternative, of that alternative all words."""

    groups: tuple[tuple[Alternative, ...], ...]

    def __bool__(self) -> bool:
        return bool(self.groups)

    def relaxed(self) -> "Question | None":
        """Return the question for any of the words, or None where there is one group only."""
        if len(self.groups) < 2:
            return None
        return Question((tuple(dict.fromkeys(words for group in self.groups for words in group)),))


def index_words(text: str, language: str) -> str:
    """Return the words under which a text is found, blanks between them, repeated as in the text."""
    found: list[str] = []
    for word in _words(text):
        found += keys(word, language)
    return " ".join(found)


def question(typed: str, languages: Iterable[str]) -> Question:
    """Return what somebody looks for who typed this, in texts of these languages. Never raises.

    Stop words are left out, unless there is nothing else. A compound may also be its parts.
    """
    languages = tuple(languages) or ALL
    words = clean_query(typed.translate(SIGNS))
    telling = [word for word in words if not any(_is_stop(word, code) for code in languages)]
    return Question(tuple(_group(word, languages) for word in telling or words))


def _group(word: str, languages) -> tuple[Alternative, ...]:
    alternatives: dict[Alternative, None] = {}
    for language in languages:
        whole, *rest = keys(word, language)
        alternatives[(whole,)] = None
        if rest:
            alternatives[tuple(dict.fromkeys(rest))] = None
    return tuple(alternatives)


@lru_cache(maxsize=50_000)
def keys(word: str, language: str) -> tuple[str, ...]:
    """Return a word's stem and, of a Danish compound, the stems of its parts, without accents.

    Stop words are kept apart, since "møde" without its accent would be the word "mod".
    """
    if _is_stop(word, language):
        return (fold(word) + STOP,)
    if language == "da":
        stems = dict.fromkeys(fold(danish.stem(each)) for each in (word, *compounds.parts(word)))
        return tuple(stems)
    if language == "en":
        return (fold(english.stem(word)),)
    return (fold(word),)


def marks(word: str, looked_for: frozenset[str]) -> bool:
    """Say whether a word of a text in any language is one of the words looked for."""
    word = unicodedata.normalize("NFC", word).lower()[:LONGEST]
    return any(looked_for.intersection(keys(word, code)) for code in (*ALL, ""))


def _is_stop(word: str, language: str) -> bool:
    stop = {"da": danish.STOP_WORDS, "en": english.STOP_WORDS}.get(language, frozenset())
    return word in stop


def _words(text: str) -> list[str]:
    text = unicodedata.normalize("NFC", text.translate(SIGNS)).lower()
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in text)
    return [word[:LONGEST] for word in kept.split() if WORD.search(word)]
