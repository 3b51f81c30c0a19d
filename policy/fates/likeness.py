"""How alike two texts are by their words, and which of many go together. Bounded whatever they are."""

import re
from collections import Counter

WORD = re.compile(r"\w{3,}")
# Beyond these a person has to look anyway; they keep the work the same for any text.
MOST_WORDS = 600
MOST_TEXTS = 60


def words_of(*texts: str) -> Counter:
    """Return how often each word of three letters or more stands in the texts' first words."""
    found: Counter = Counter()
    for text in texts:
        # A word is seldom longer than 20 letters: what lies beyond can't be among the first words.
        words = WORD.findall(text[: MOST_WORDS * 20].lower())
        found.update(words[:MOST_WORDS])
    return found


def likeness(one: Counter, other: Counter) -> int:
    """Return which part of both texts' words they share, in percent."""
    both = one.total() + other.total()
    return round(200 * _shared(one, other) / both) if both else 0


def share_found_in(part: Counter, whole: Counter) -> int:
    """Return which part of the words of `part` stands in `whole`, in percent."""
    return round(100 * _shared(part, whole) / part.total()) if part.total() else 0


def best_pairs(rows: list, columns: list, measure, least: int) -> dict[int, tuple[int, int]]:
    """Return {row: (column, percent)}, the best fit first; each row and column is taken once.

    Looks at the first `MOST_TEXTS` of either; pairs below `least` percent are none.
    """
    pairs = sorted(
        (-measure(row, column), r, c)
        for r, row in enumerate(rows[:MOST_TEXTS])
        for c, column in enumerate(columns[:MOST_TEXTS])
    )
    chosen: dict[int, tuple[int, int]] = {}
    taken = set()
    for minus, r, c in pairs:
        if -minus >= least and r not in chosen and c not in taken:
            chosen[r] = (c, -minus)
            taken.add(c)
    return chosen


def best_fit(row, columns: list, measure, least: int) -> tuple[int, int] | None:
    """Return (column, percent) of what fits a row best, or None below `least` percent."""
    fits = [(-measure(row, column), c) for c, column in enumerate(columns[:MOST_TEXTS])]
    minus, c = min(fits, default=(0, 0))
    return (c, -minus) if fits and -minus >= least else None


def _shared(one: Counter, other: Counter) -> int:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(min(count, large[word]) for word, count in small.items() if word in large)
