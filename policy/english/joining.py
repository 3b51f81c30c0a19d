"""Puts texts together without losing which of them are English (see `words`)."""

from collections.abc import Iterable
from functools import reduce

from .words import Words


def together(*texts) -> str:
    """Return texts one after another; an f-string would forget whose words they are."""
    found = [str(text) for text in texts]
    if not any(isinstance(text, Words) for text in found):
        return "".join(found)
    return reduce(lambda before, text: before + text, found)


def joined(separator: str, texts: Iterable) -> str:
    """Like `separator.join(texts)`."""
    pieces = []
    for text in texts:
        pieces += [separator, text] if pieces else [text]
    return together(*pieces)


def listed(texts: list, last_word: str) -> str:
    """Return "a, b and c", like Django's `get_text_list`; `last_word` is "and" in the reader's language."""
    if len(texts) < 2:
        return joined("", texts)
    return together(joined(", ", texts[:-1]), " ", last_word, " ", texts[-1])
