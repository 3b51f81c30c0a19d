"""The first words that differ between two wordings, for showing one change in brief."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
MOST_SENTENCES = 60
MOST_WORDS = 60


@dataclass(frozen=True)
class Piece:
    """A run of words that was kept ("same"), taken out ("removed") or put in ("added")."""

    kind: str
    text: str


def first_change(before: str, after: str) -> list[Piece]:
    """Return the first changed sentences word by word; empty when nothing short changed.

    Both texts are cut before they are compared: comparing takes time with the square of the length.
    """
    old, new = _sentences(before), _sentences(after)
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        pieces = [] if kind == "equal" else _compare(" ".join(old[a:b]), " ".join(new[c:d]))
        if any(piece.kind == "added" for piece in pieces):
            return pieces
    return []


def _sentences(text: str) -> list[str]:
    return [s.strip() for s in SENTENCE.split(text) if s.strip()][:MOST_SENTENCES]


def _compare(before: str, after: str) -> list[Piece]:
    old, new = before.split(), after.split()
    if max(len(old), len(new)) > MOST_WORDS:
        return []
    pieces = []
    for _kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[a:b] == new[c:d]:
            pieces.append(Piece("same", " ".join(old[a:b])))
            continue
        if old[a:b]:
            pieces.append(Piece("removed", " ".join(old[a:b])))
        if new[c:d]:
            pieces.append(Piece("added", " ".join(new[c:d])))
    return pieces
