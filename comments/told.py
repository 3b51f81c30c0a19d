"""Whether anybody has been told of a decision. Whoever tells people of it registers here in `ready()`.

The dialogue does not know of mails: it asks whoever writes them to take them back.
"""

import datetime
from collections.abc import Callable

from django.conf import settings

# Takes a decision; stops what would tell of it. False: somebody has been told, or just now is.
Recall = Callable[[object], bool]

_recalls: dict[str, Recall] = {}


def undo_time() -> datetime.timedelta:
    """Return how long a decision can be taken back, and mails about it wait."""
    return datetime.timedelta(minutes=max(settings.UNDO_MINUTES, 0))


def register(name: str, recall: Recall) -> None:
    """Have `recall` asked before a decision is taken back, inside the transaction of that step."""
    _recalls[name] = recall


def recall(decision) -> bool:
    """Stop all that would tell of a decision; say whether that came in time for everybody.

    Roll back when it did not: what was stopped then goes its way.
    """
    return all(stop(decision) for stop in _recalls.values())
