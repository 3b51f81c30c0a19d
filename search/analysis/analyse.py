"""From texts and queries to the words of the index."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from ..clean import clean_query
from . import compounds, danish, english, others, synonyms
from .letters import LONGEST, fold

# "§ 17" is "paragraf 17", in any language of the text.
SIGNS = str.maketrans({"§": " paragraf "})
WORD = re.compile(r"[^\W_]+")
ALL = ("da", "en")
STOP_WORDS = {"da": danish.STOP_WORDS, "en": english.STOP_WORDS, **others.STOP_WORDS}
# The languages by whose rules a word is marked in what was found; "" is a word as it stands.
MARKED = (*ALL, "", *others.STOP_WORDS)
STOP = "0"
MOST = 24  # alternatives of a word: a query stays small whatever staff keep

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
    """Return the words under which a text is found, blanks between them, repeated as in the text.

    Beside Danish and English a word is found as it stands, too: who looks in all languages of a site
    need not have the rules of the one that a comment is in.
    """
    found: list[str] = []
    for word in _words(text):
        found += keys(word, language)
        if language not in ALL and (whole := fold(word)) != found[-1]:
            found.append(whole)
    return " ".join(found)


def question(
    typed: str,
    languages: Iterable[str],
    same: Callable[[], tuple[synonyms.Group, ...]] = tuple,
) -> Question:
    """Return what somebody looks for who typed this, in texts of these languages. Never raises.

    Stop words are left out, unless there is nothing else. A compound may also be its parts, and an
    expression of one of the groups that `same` gives may also be the others of its group.
    """
    languages = tuple(languages) or ALL
    words = _clean(typed)
    parts = _parts(words, languages, same() if words else ())
    telling = [part for part in parts if part[1] or not _is_empty(part[0], languages)]
    groups = (_alternatives(*part, languages) for part in telling or parts)
    return Question(tuple(dict.fromkeys(groups)))


def _clean(typed: str) -> tuple[str, ...]:
    return tuple(clean_query(typed.translate(SIGNS)))


def _parts(words, languages, groups) -> list[tuple[Alternative, list[str]]]:
    """Take a query apart into words, or expressions with what means the same."""
    found, start = [], 0
    while start < len(words):
        length, same_as = 1, []
        for language in languages if groups else ():
            known = synonyms.places(groups, _read_in(language))
            asked = tuple(keys(word, language)[0] for word in words)
            longest, numbers = synonyms.match(asked, start, known)
            if longest > length or (longest == length and not same_as):
                length, same_as = longest, synonyms.others(groups, numbers)
        found.append((words[start : start + length], same_as))
        start += length
    return found


@cache
def _read_in(language: str) -> Callable[[str], tuple[str, ...]]:
    """Return what makes of an expression the words by which it is recognised in a language."""
    return lambda expression: tuple(keys(word, language)[0] for word in _clean(expression))


def _is_empty(words, languages) -> bool:
    return all(any(_is_stop(word, code) for code in languages) for word in words)


def _alternatives(words, same_as, languages) -> tuple[Alternative, ...]:
    found = dict.fromkeys(_expression(words, languages))
    for expression in same_as:
        found |= dict.fromkeys(_expression(_clean(expression), languages))
    return tuple(found)[:MOST]


def _expression(words, languages) -> tuple[Alternative, ...]:
    """Return the alternatives of one word, or the one of several words in each language: all of them."""
    if len(words) == 1:
        return _group(words[0], languages)
    telling = [word for word in words if not _is_empty([word], languages)] or words
    each = (tuple(keys(word, code)[0] for word in telling) for code in languages)
    return tuple(dict.fromkeys(each))


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
        words = (compounds.undoubled(word), *compounds.parts(word))
        stems = dict.fromkeys(fold(danish.stem(each)) for each in words)
        return tuple(stems)
    if language == "en":
        return (fold(english.stem(word)),)
    return (fold(others.stem(word, language)),)


def marks(word: str, looked_for: frozenset[str]) -> bool:
    """Say whether a word of a text in any language is one of the words looked for."""
    word = unicodedata.normalize("NFC", word).lower()[:LONGEST]
    return any(looked_for.intersection(keys(word, code)) for code in MARKED)


def _is_stop(word: str, language: str) -> bool:
    return word in STOP_WORDS.get(language, ())


def _words(text: str) -> list[str]:
    text = unicodedata.normalize("NFC", text.translate(SIGNS)).lower()
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in text)
    return [word[:LONGEST] for word in kept.split() if WORD.search(word)]
