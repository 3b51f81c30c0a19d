"""What somebody may be about to write, and what they may have meant."""

from .analysis import index_words
from .analysis.letters import fold
from .clean import clean_query
from .vocabulary import folded, split, titles, words

MOST = 8
SHORTEST = 2  # letters before anything is suggested
LONGEST = 80


def suggestions(typed: str, language: str) -> list[str]:
    """Return at most `MOST` headings, terms, pages and words that go on as it was begun."""
    begun = folded(typed[:LONGEST])
    if len(begun) < SHORTEST:
        return []
    starting, inside = [], []
    for key, title in titles(language):
        if key.startswith(begun):
            starting.append(title)
        elif f" {begun}" in key:
            inside.append(title)
    found = [*starting, *inside][: MOST - 2]
    return [*found, *_finished(typed, language, MOST - len(found))]


def _finished(typed: str, language: str, number: int) -> list[str]:
    """Return what was typed with its last word finished, by the words that stand most often."""
    before = split(typed[:LONGEST])
    last = fold(before.pop())
    if len(last) < SHORTEST + 1:
        return []
    fitting = [
        word for word in words(language) if fold(word).startswith(last) and fold(word) != last
    ]
    return [" ".join([*before, word]) for word in fitting[:number]]


def meant(typed: str, language: str) -> str:
    """Return what was typed with each word that no text has replaced by the nearest, or nothing."""
    known = words(language)
    keys = {key for word in known for key in index_words(word, language).split()}
    found, is_other = [], False
    for word in clean_query(typed):
        near = "" if keys & set(index_words(word, language).split()) else nearest(word, known)
        found.append(near or word)
        is_other |= bool(near)
    return " ".join(found) if is_other else ""


def nearest(word: str, known: dict[str, int]) -> str:
    """Return the known word with the fewest slips of the finger between, or nothing."""
    if len(word) < 4:
        return ""
    wanted, most = fold(word), 1 if len(word) < 7 else 2
    best: tuple = ()
    for other, count in known.items():
        if abs(len(other) - len(word)) > most:
            continue
        apart = slips(wanted, fold(other), most)
        if apart <= most and (not best or (apart, -count) < best[:2]):
            best = (apart, -count, other)
    return best[2] if best else ""


def slips(one: str, other: str, most: int) -> int:
    """Return how many letters were left out, added, mistaken or swapped; `most` + 1 where it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row = row, [i]
        for j, b in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = last
    return row[-1]
