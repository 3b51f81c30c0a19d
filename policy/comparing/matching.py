"""Which line of the old text is which of the new one, and in which order both are read."""

from bisect import bisect_left
from collections import Counter

from .lcs import common_pairs
from .lines import Line
from .words import Budget

# Lines of a gap that are looked at for likeness, each with each.
MAX_LIKELY = 400
ALIKE = 0.4

Pair = tuple[int | None, int | None]


def match_lines(old: list[Line], new: list[Line], budget: Budget) -> list[Pair]:
    """Return [(index in old or None, index in new or None)] in the order in which to read them."""
    has_keys = any(line.key for line in (*old, *new))
    pairs = _by_key(old, new) if has_keys else _by_words(old, new, budget)
    return in_reading_order(pairs, len(old), len(new))


def in_reading_order(pairs: list[tuple[int, int]], olds: int, news: int) -> list[Pair]:
    """Put what has no partner between the pairs: in the new order, the gone after what it followed."""
    partner = {j: i for i, j in pairs}
    kept = {i for i, _j in pairs}
    gone: dict[int, list[int]] = {}
    last = -1
    for i in range(olds):
        if i in kept:
            last = i
        else:
            gone.setdefault(last, []).append(i)
    order: list[Pair] = [(i, None) for i in gone.get(-1, [])]
    for j in range(news):
        order.append((partner.get(j), j))
        if j in partner:
            order += [(i, None) for i in gone.get(partner[j], [])]
    return order


def out_of_order(numbers: list[int]) -> set[int]:
    """Return the fewest of these numbers that must move for the rest to be in rising order."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else None)
        if at == len(tails):
            tails.append(number)
            ends.append(place)
        else:
            tails[at], ends[at] = number, place
    stays, place = set(), ends[-1] if ends else None
    while place is not None:
        stays.add(numbers[place])
        place = before[place]
    return set(numbers) - stays


def _by_key(old, new) -> list[tuple[int, int]]:
    places = {line.key: i for i, line in enumerate(old) if line.key}
    pairs = [(places.pop(line.key), j) for j, line in enumerate(new) if line.key in places]
    taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
    by_text: dict[str, list[int]] = {}
    for i, line in enumerate(old):
        if i not in taken_old:
            by_text.setdefault(line.text, []).append(i)
    for j, line in enumerate(new):
        if j not in taken_new and by_text.get(line.text):
            pairs.append((by_text[line.text].pop(0), j))
    return pairs


def _by_words(old, new, budget) -> list[tuple[int, int]]:
    if not budget.allows(len(old) * len(new)):
        return []
    exact = common_pairs([(a.shape, a.text) for a in old], [(b.shape, b.text) for b in new])
    pairs, i, j = [], 0, 0
    for next_i, next_j in [*exact, (len(old), len(new))]:
        pairs += _alike(old, new, range(i, next_i), range(j, next_j), budget)
        if next_i < len(old):
            pairs.append((next_i, next_j))
        i, j = next_i + 1, next_j + 1
    return pairs


def _alike(old, new, olds, news, budget) -> list[tuple[int, int]]:
    """Pair lines of a gap by the words that they share, keeping their order."""
    if len(olds) == len(news) == 1:
        return [(olds[0], news[0])]
    size = sum(len(old[i].text) for i in olds) * len(news)
    if not olds or not news or len(olds) * len(news) > MAX_LIKELY or not budget.allows(size):
        return []
    old_bags = {i: Counter(old[i].text.split()) for i in olds}
    new_bags = {j: Counter(new[j].text.split()) for j in news}
    one_by_one = list(zip(olds, news, strict=False))
    # What is nearly always so, and known without looking at each with each.
    if len(olds) == len(news) and all(
        _likeness(old_bags[i], new_bags[j]) >= ALIKE for i, j in one_by_one
    ):
        return one_by_one
    return _most_alike(old_bags, new_bags)


def _most_alike(old_bags: dict, new_bags: dict) -> list[tuple[int, int]]:
    """Return the pairs, in order, that share the most; keys are the lines' places."""
    olds, news = list(old_bags), list(new_bags)
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {}
    for i in reversed(range(len(olds) + 1)):
        for j in reversed(range(len(news) + 1)):
            if i == len(olds) or j == len(news):
                best[i, j] = 0.0, []
                continue
            likeness = _likeness(old_bags[olds[i]], new_bags[news[j]])
            score, rest = best[i + 1, j + 1]
            choices = [best[i + 1, j], best[i, j + 1]]
            if likeness >= ALIKE:
                choices.append((score + likeness, [(olds[i], news[j]), *rest]))
            best[i, j] = max(choices, key=lambda choice: choice[0])
    return best[0, 0][1]


def _likeness(old: Counter, new: Counter) -> float:
    """Return which part of both lines' words they have in common, from 0 to 1."""
    return 2 * (old & new).total() / max(1, old.total() + new.total())
