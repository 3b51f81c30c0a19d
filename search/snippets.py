"""The place in a text where the words are, with the words marked. Escapes everything else."""

import re

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from .analysis import Question, marks

WIDTH = 240  # characters
BEFORE = 60
# Also without the marks of its letters composed: places in the text must stay.
WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f][^\W_]*)*")
Place = tuple[int, int]


def snippet(text: str, question: Question) -> SafeString:
    """Return about `WIDTH` characters around the first word that was looked for, such words in <mark>."""
    text = " ".join(text.split())
    places = _places(text, question)
    start, end = _window(text, places[0][0] if places else 0)
    return _marked(text, places, start, end)


def _places(text: str, question: Question) -> list[Place]:
    """Return where the words are that the index would find the text by."""
    looked_for = frozenset(word for group in question.groups for words in group for word in words)
    known: dict[str, bool] = {}
    found = []
    for word in WORD.finditer(text) if looked_for else ():
        if word[0] not in known:
            known[word[0]] = marks(word[0], looked_for)
        if known[word[0]]:
            found.append(word.span())
    return found


def _marked(text: str, places: list[Place], start: int, end: int) -> SafeString:
    parts, last = [conditional_escape("… " if start else "")], start
    for first, after in places:
        if start <= first and after <= end:
            parts.append(conditional_escape(text[last:first]))
            parts.append(format_html("<mark>{}</mark>", text[first:after]))
            last = after
    parts += [conditional_escape(text[last:end]), " …" if end < len(text) else ""]
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
