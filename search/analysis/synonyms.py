"""Words that mean the same, put beside what somebody asks for: the index knows nothing of them.

So a new synonym works at the next search, on every backend, and nothing is indexed anew.
"""

from collections.abc import Iterable
from functools import lru_cache

Group = tuple[str, ...]  # expressions that mean the same, each of one word or more
Places = dict[str, list[tuple[tuple[str, ...], int]]]


@lru_cache(maxsize=16)
def places(groups: tuple[Group, ...], read) -> Places:
    """Return {first word: (words, number of the group)} of all expressions, the longest first.

    `read` makes of an expression the words by which it is recognised.
    """
    found: Places = {}
    for number, group in enumerate(groups):
        for expression in group:
            if words := read(expression):
                found.setdefault(words[0], []).append((words, number))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def match(words: tuple[str, ...], start: int, known: Places) -> tuple[int, list[int]]:
    """Return how many words from a place are the longest known expression, and whose group's it is.

    (0, []) where none is. An expression may stand in several groups.
    """
    length, numbers = 0, []
    for expression, number in known.get(words[start], ()):
        if len(expression) < length:
            break
        if words[start : start + len(expression)] == expression:
            length = len(expression)
            numbers.append(number)
    return length, numbers


def others(groups: tuple[Group, ...], numbers: Iterable[int]) -> list[str]:
    """Return all expressions of some groups, each once."""
    return list(dict.fromkeys(expression for number in numbers for expression in groups[number]))
