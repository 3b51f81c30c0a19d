"""Texts that are nearly the same, found without comparing each with each.

MinHash with banding. Broder, "On the resemblance and containment of documents" (1997); Leskovec,
Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3.

A text is the set of its runs of `RUN` words. Of 64 orders of all possible runs, the first run that the
text has is kept: two texts share as large a part of those 64 as their sets share (Jaccard), give or
take six in a hundred. Each four of them are a band, and two texts are looked at when they share a band:
of texts that are alike in six tenths, nine in ten are found; in eight tenths, all but one in 5,000.

Linear in the text's length, and the same in every process: nothing is drawn by chance.
"""

import hashlib
import struct
from dataclasses import dataclass
from functools import cache

from .marks import plain_words

RUN = 3  # words
ORDERS = 64
ROWS = 4  # orders in a band
ALIKE = 0.6  # the part of the orders in which texts of a family agree
# A text of fewer words has too few runs: "I agree with them all" is no campaign.
FEWEST_WORDS = 8
PRIME = (1 << 61) - 1
_FORMAT = struct.Struct(f">{ORDERS}I")


@dataclass(frozen=True)
class Shape:
    """What is kept of a text to compare it: the first run in each order, 32 bits of it."""

    firsts: tuple[int, ...]

    @classmethod
    def from_bytes(cls, data: bytes) -> "Shape":
        """Return what `to_bytes` wrote."""
        return cls(_FORMAT.unpack(bytes(data)))

    def to_bytes(self) -> bytes:
        return _FORMAT.pack(*self.firsts)

    def bands(self, hearing_id: int) -> list[int]:
        """Return the bands as numbers of 63 bits, which differ from hearing to hearing."""
        found = []
        for start in range(0, ORDERS, ROWS):
            rows = ",".join(map(str, self.firsts[start : start + ROWS]))
            found.append(_number(f"{hearing_id} {start} {rows}") >> 1)
        return found

    def likeness(self, other: "Shape") -> float:
        """Return how alike the texts are, from 0 to 1."""
        agreed = sum(a == b for a, b in zip(self.firsts, other.firsts, strict=True))
        return agreed / ORDERS

    def is_alike(self, other: "Shape") -> bool:
        return self.likeness(other) >= ALIKE


def shape_of(text: str) -> Shape | None:
    """Return the shape of a text, or None when it is too short to be nearly like another."""
    words = plain_words(text)
    if len(words) < FEWEST_WORDS:
        return None
    runs = {" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}
    numbers = [_number(run) % PRIME for run in runs]
    return Shape(
        tuple(
            min((factor * number + term) % PRIME for number in numbers) & 0xFFFFFFFF
            for factor, term in _orders()
        )
    )


@cache
def _orders() -> list[tuple[int, int]]:
    """Return (factor, term) of each order: the same for ever, or old shapes would mean nothing."""
    return [
        (_number(f"factor {n}") % (PRIME - 1) + 1, _number(f"term {n}") % PRIME)
        for n in range(ORDERS)
    ]


def _number(said: str) -> int:
    digest = hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest)
