"""The whole table, and how a route finds its row."""

from fnmatch import fnmatchcase

from . import api, citizens, dialogue, library, pages, running
from .who import NOBODY

PARTS = (api, citizens, pages, dialogue, library, running)
METHODS = ("GET", "POST", "PUT")
ROUTES = {pattern: row for part in PARTS for pattern, row in part.ROUTES.items()}


def pattern_of(name: str) -> str | None:
    """Return the table's pattern for a route: itself, else the longest that fits; None if none does.

    Only `*` is a wildcard, and never alone: a row for everything would hide what is new.
    """
    if name in ROUTES:
        return name
    fitting = [key for key in ROUTES if "*" in key and fnmatchcase(name, _literal(key))]
    return max(fitting, key=len, default=None)


def who_may(name: str, method: str) -> frozenset[str]:
    """Return the visitors who get what is behind the route; raise KeyError if it is not listed."""
    row = (*ROUTES[pattern_of(name)], NOBODY)
    return row[METHODS.index(method)]


def _literal(key: str) -> str:
    return key.replace("[", "[[]").replace("?", "[?]")
