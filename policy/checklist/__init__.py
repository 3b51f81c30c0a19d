"""What is asked of a text before it is adopted: what blocks, what should be seen, what is in order.

Upper apps add their own questions in `ready()`. `adopt` asks too, so that no way leads round the
list; the screen only shows it earlier.
"""

from collections.abc import Callable, Iterable

from .shapes import Candidate, Item, Level

__all__ = ["Candidate", "Item", "Level", "ask_all", "blocking", "register"]

_checks: dict[str, Callable[[Candidate], Iterable[Item]]] = {}


def register(key: str, ask: Callable[[Candidate], Iterable[Item]]) -> None:
    """`ask(candidate)` returns the items found; an item of level FINE where all is in order.

    It reads only, in a number of queries that does not grow with the text.
    """
    _checks[key] = ask


def ask_all(candidate: Candidate) -> list[Item]:
    """Return the items of all checks, what blocks first."""
    items = [item for ask in _checks.values() for item in ask(candidate)]
    return sorted(items, key=lambda item: list(Level).index(item.level))


def blocking(items: Iterable[Item], overrides: dict[str, str]) -> list[Item]:
    """Return what blocks and is not passed by with a reason in `overrides` {key: reason}."""
    return [
        item
        for item in items
        if item.level == Level.BLOCKS
        and not (item.can_be_overridden and overrides.get(item.key, "").strip())
    ]
