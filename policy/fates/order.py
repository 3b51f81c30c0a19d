"""Which passages moved: those outside the heaviest run that kept its order."""

from dataclasses import dataclass

from policy.kinds import PassageKind


@dataclass(frozen=True)
class Place:
    """Where a passage stands in a text: its order, and the passage that is its chapter's heading."""

    order: int
    chapter: object


def places_of(items) -> dict:
    """Return {key: Place} of (key, kind) pairs in reading order."""
    places, chapter = {}, None
    for order, (key, kind) in enumerate(items):
        if kind == PassageKind.HEADING:
            chapter = key
        places[key] = Place(order, chapter)
    return places


def moved(before: dict, after: dict) -> set:
    """Return the keys whose place among those that are in both texts changed.

    One block that moves marks none of the others. A chapter that moves marks its heading alone:
    its passages stand among the same siblings.
    """
    standing = sorted((key for key in after if key in before), key=lambda key: after[key].order)
    kept = heaviest_run(
        [before[key].order for key in standing],
        # A heading is a little heavier, so that a passage moves over it and not it over a passage.
        [3 if after[key].chapter == key else 2 for key in standing],
    )
    outside = {key for index, key in enumerate(standing) if index not in kept}
    return {key for key in outside if key == after[key].chapter} | {
        key for key in outside if not _kept_in_chapter(key, standing, before, after)
    }


def _kept_in_chapter(key, standing, before, after) -> bool:
    chapter = after[key].chapter
    if chapter == key or chapter is None or before[key].chapter != chapter:
        return False
    siblings = [
        k for k in standing if after[k].chapter == chapter == before[k].chapter and k != chapter
    ]
    run = heaviest_run([before[k].order for k in siblings], [1] * len(siblings))
    return siblings.index(key) in run


def heaviest_run(numbers: list[int], weights: list[int]) -> set[int]:
    """Return the indexes of the heaviest increasing subsequence, in n log n steps.

    `numbers` are different from one another. A Fenwick tree keeps, for each number seen, the
    heaviest run that ends at or below it.
    """
    rank = {number: place for place, number in enumerate(sorted(numbers), 1)}
    tree: list[tuple[int, int]] = [(0, -1)] * (len(numbers) + 1)
    previous = []
    for index, (number, weight) in enumerate(zip(numbers, weights, strict=True)):
        place = rank[number]
        best = (0, -1)
        below = place - 1
        while below:
            best = max(best, tree[below], key=lambda run: run[0])
            below -= below & -below
        previous.append(best[1])
        while place < len(tree):
            if tree[place][0] < best[0] + weight:
                tree[place] = (best[0] + weight, index)
            place += place & -place
    run, index = set(), max(tree, key=lambda run: run[0])[1]
    while index >= 0:
        run.add(index)
        index = previous[index]
    return run
