"""Whether Elasticsearch is away, known to every process: only the first visitor waits for it.

In the site's cache and not in the database, so that a visitor never waits for a write. The worker looks
every few seconds whether it is back; where no worker runs, the next visitor does after `FORGOTTEN`.
"""

from django.core.cache import cache

KEY = "search:elasticsearch-away"
FORGOTTEN = 60  # seconds


def is_away() -> bool:
    """Say whether somebody found it away not long ago."""
    return cache.get(KEY) is not None


def trip(reason: str) -> None:
    """Remember that it is away."""
    cache.set(KEY, reason, FORGOTTEN)


def reset() -> None:
    """Remember that it answers."""
    cache.delete(KEY)
