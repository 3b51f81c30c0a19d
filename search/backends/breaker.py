"""Whether Elasticsearch is away, known to every process: only the first visitor waits for it.

In the site's cache and not in the database, so that a visitor never waits for a write. The worker looks
every few seconds whether it is back; where no worker runs, the next visitor does after `FORGOTTEN`.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.cache import cache

KEY = "search:elasticsearch-away"
ASKED = "search:elasticsearch-asked"
FORGOTTEN = 60  # seconds
IN_DOUBT = 0.5  # seconds without an answer, after which nobody else asks before there is one


def is_away() -> bool:
    """Say whether somebody found it away not long ago."""
    return cache.get(KEY) is not None


def is_in_doubt() -> bool:
    """Say whether somebody has waited for it a while: who comes now need not wait beside her."""
    asked = cache.get(ASKED)
    return asked is not None and time.time() - asked > IN_DOUBT


@contextmanager
def asking() -> Iterator[None]:
    """Let others know since when somebody waits. One answer, or one failure, ends it for all."""
    cache.add(ASKED, time.time(), timeout=5)
    try:
        yield
    finally:
        cache.delete(ASKED)


def trip(reason: str) -> None:
    """Remember that it is away."""
    cache.set(KEY, reason, FORGOTTEN)


def reset() -> None:
    """Remember that it answers."""
    cache.delete_many([KEY, ASKED])
