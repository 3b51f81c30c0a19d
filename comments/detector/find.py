"""Everything that is found in a text, in its order."""

from dataclasses import dataclass
from itertools import islice

from . import numbers, places, words
from .shadow import shadow_of

MOST = 100  # findings; a text with more is looked at anyway


@dataclass(frozen=True)
class Found:
    """`length` characters from `start` on; `kind` as in `FindingKind`."""

    kind: str
    start: int
    length: int
    is_hint: bool = False

    @property
    def end(self) -> int:
        return self.start + self.length


SURE = {
    "phone": numbers.find_phones,
    "email": places.find_emails,
    "address": places.find_addresses,
}
HINTS = {
    "link": places.find_links,
    "health": words.find_health,
    "person": words.find_persons,
    "script": words.find_mixed_alphabets,
}


def find(text: str) -> list[Found]:
    """Return what was found, first things first; no two findings that are sure overlap."""
    shadow = shadow_of(text)
    sure = [
        Found("cpr", *shadow.span(start, end), is_hint)
        for start, end, is_hint in islice(numbers.find_cpr(shadow.text), MOST)
    ]
    sure += _found(shadow, SURE)
    hints = _found(shadow, HINTS, is_hint=True)
    kept = _without_overlaps(sure) + hints
    return sorted(kept, key=lambda found: (found.start, -found.length))[:MOST]


def _found(shadow, searches, is_hint: bool = False) -> list[Found]:
    return [
        Found(kind, *shadow.span(start, end), is_hint)
        for kind, search in searches.items()
        for start, end in islice(search(shadow.text), MOST)
    ]


def _without_overlaps(found: list[Found]) -> list[Found]:
    """Keep the longer of two that overlap: an address with a number in it is one finding."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.length)):
        if kept and one.start < kept[-1].end:
            if one.length > kept[-1].length:
                kept[-1] = one
        else:
            kept.append(one)
    return kept
