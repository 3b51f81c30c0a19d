"""The passages of two texts against each other, by their identity."""

from policy.fates.order import moved, places_of

from .fields import diff_fields
from .lines import heading_of
from .matching import in_reading_order
from .shapes import Change, Side
from .words import Budget, diff_words


def diff_passages(old: list[dict], new: list[dict], budget: Budget) -> list[Change]:
    """Return what became of every passage of two contents (see `EditionText.content`).

    What moved is what `policy.fates.order` says, and what became another kind; numbers that shifted
    because of others are no change.
    """
    places = {entry["passage"]: at for at, entry in enumerate(old)}
    pairs = [(places[e["passage"]], at) for at, e in enumerate(new) if e["passage"] in places]
    elsewhere = moved(*(places_of((e["passage"], e["kind"]) for e in text) for text in (old, new)))
    return [
        _change(
            (old[i], i) if i is not None else None,
            (new[j], j) if j is not None else None,
            elsewhere,
            budget,
        )
        for i, j in in_reading_order(pairs, len(old), len(new))
    ]


def _change(old, new, elsewhere: set[str], budget: Budget) -> Change:
    before, after = old[0]["value"] if old else {}, new[0]["value"] if new else {}
    change = Change(
        kind="unchanged",
        passage=(new or old)[0]["passage"],
        old=_side(*old) if old else None,
        new=_side(*new) if new else None,
        fields=diff_fields(before, after, budget) if before != after else [],
    )
    headings = heading_of(before), heading_of(after)
    change.heading = diff_words(*headings, budget) if headings[0] != headings[1] else []
    change.is_moved = change.passage in elsewhere or change.is_of_another_kind
    change.kind = kind_of(change)
    return change


def kind_of(change: Change) -> str:
    """Return what is told of a passage as long as nobody has said more about it."""
    if change.old is None:
        return "new"
    if change.new is None:
        return "removed"
    if change.fields or change.heading:
        return "reworded"
    return "moved" if change.is_moved else "unchanged"


def _side(entry: dict, at: int) -> Side:
    heading = heading_of(entry["value"])
    return Side(entry.get("code", ""), entry["kind"], entry["number"], heading, at)
