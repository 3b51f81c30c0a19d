"""What the worker does for Elasticsearch: send, look whether it is whole and back, build it anew."""

import logging
import time

from django.conf import settings

from ..upkeep import remember
from . import breaker, sync
from .elastic import AWAY
from .lease import Taken

logger = logging.getLogger(__name__)
RETRY = 5  # seconds between two looks at a server that is away
LOOK = 60  # seconds between two looks at one that answers
ERROR = "error"

_next_look = 0.0


def work() -> int:
    """Do what is due, and return how many rows went. Never raises for a server that is away."""
    global _next_look
    if not settings.ELASTICSEARCH_URL:
        return 0
    if time.monotonic() >= _next_look:
        is_there = tend()
        _next_look = time.monotonic() + (LOOK if is_there else RETRY)
    if breaker.is_away():
        return 0
    try:
        return sync.send()
    except Taken:
        return 0
    except AWAY as error:
        _next_look = time.monotonic() + RETRY
        _note(error)
        return 0


def tend() -> bool:
    """Build the index where it is missing, emptied or of another mapping; say whether the server is there."""
    try:
        if not sync.is_whole():
            for done, whole in sync.rebuild():
                logger.info("Building the index in Elasticsearch: %s of %s", done, whole)
    except Taken:
        return True
    except AWAY as error:
        _note(error)
        return False
    breaker.reset()
    return True


def _note(error: Exception) -> None:
    name = type(error).__name__
    if not breaker.is_away():
        logger.warning("Elasticsearch is away: %s", name)
    breaker.trip(name)
    remember(ERROR, name)
