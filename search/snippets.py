"""The place in a text where the words are, with the words marked. Escapes everything else."""

import re
import unicodedata
from collections.abc import Sequence

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

WIDTH = 240  # characters
BEFORE = 60
ENDING = 3  # letters that a Danish ending may have
STEM = 4


def snippet(text: str, words: Sequence[str]) -> SafeString:
    """Return about `WIDTH` characters around the first word that is found, found words in <mark>."""
    text = " ".join(text.split())
    pattern = _pattern(words)
    found = pattern.search(_folded(text)) if pattern else None
    start, end = _window(text, found.start() if found else 0)
    return _marked(text[start:end], pattern, "… " if start else "", " …" if end < len(text) else "")


def _marked(text, pattern, before, after) -> SafeString:
    parts, last = [conditional_escape(before)], 0
    for found in pattern.finditer(_folded(text)) if pattern else ():
        parts.append(conditional_escape(text[last : found.start()]))
        parts.append(format_html("<mark>{}</mark>", text[found.start() : found.end()]))
        last = found.end()
    parts += [conditional_escape(text[last:]), conditional_escape(after)]
    return mark_safe("".join(parts))  # noqa: S308  every part is escaped above  # nosec B308 B703


def _window(text: str, first: int) -> tuple[int, int]:
    """Return where to cut: at blanks, with some of what stands before the first word."""
    if len(text) <= WIDTH:
        return 0, len(text)
    start = max(0, min(first - BEFORE, len(text) - WIDTH))
    if start:
        start = text.find(" ", start, first) + 1 or start
    end = min(len(text), start + WIDTH)
    if end < len(text):
        end = max(text.rfind(" ", first, end), first + 1) if " " in text[first:end] else end
    return start, end


def _pattern(words: Sequence[str]) -> re.Pattern | None:
    """Match the words and what may be their other forms, as the index's stemming would find them."""
    stems = {re.escape(_stem(_folded(word))) for word in words}
    if not stems:
        return None
    return re.compile(rf"\b(?:{'|'.join(sorted(stems, key=len, reverse=True))})\w*")


def _stem(word: str) -> str:
    return word[: max(STEM, len(word) - ENDING)] if len(word) > STEM + 1 else word


def _folded(text: str) -> str:
    """Return the text in small letters without accents, letter for letter, so that places stay."""
    return "".join(_fold(letter) for letter in text)


def _fold(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    folded = unicodedata.normalize("NFD", letter)[:1].lower()
    return folded if len(folded) == 1 else letter
