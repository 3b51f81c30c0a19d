"""A text as the patterns read it: every spelling of a digit, a blank or a dash is the plain one.

Each character of the shadow knows its place in the original, where a finding is marked.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# What is not read as it stands: anything but ASCII and the letters of western Europe.
UNUSUAL = re.compile(r"[^\x09-\x7e\u00c0-\u024f]")
DASHES = set("‐‑‒–—―−﹘﹣－~")
BLANK = {"Zs", "Zl", "Zp"}  # spaces of any width, and the breaks of lines and paragraphs
IGNORED = {"Cf", "Mn", "Me", "Cc"}  # zero-width characters, accents written apart, controls


@dataclass(frozen=True)
class Shadow:
    """`text` is what patterns read; character `n` of it stands at `places[n]` in the original."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return (start, length) in the original of the shadow's characters from start to end."""
        first, last = self.places[start], self.places[end - 1]
        return first, last - first + 1


def shadow_of(text: str) -> Shadow:
    """Return the shadow of a text in one pass."""
    if not UNUSUAL.search(text):
        return Shadow(text, range(len(text)))
    kept: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        plain = _plain(character)
        if plain:
            kept.append(plain)
            places.append(place)
    return Shadow("".join(kept), places)


def _plain(character: str) -> str:
    """Return one character, or nothing for what has no shape of its own."""
    if not UNUSUAL.match(character):
        return character
    if character in DASHES:
        return "-"
    category = unicodedata.category(character)
    if category in IGNORED:
        return ""
    if category in BLANK:
        return " "
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character
