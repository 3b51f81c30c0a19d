"""Elasticsearch while it answers; the database while it does not, or where there is none."""

import logging
from dataclasses import dataclass

from django.conf import settings

from . import breaker, database, elastic
from .asked import Asked, Match

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """`is_makeshift`: the database stood in for an Elasticsearch that is away."""

    rows: dict[str, list[Match]]
    is_makeshift: bool = False


def ask(asked: Asked) -> Answer:
    """Ask the best index that answers. Never raises for an Elasticsearch that is away.

    Whoever finds it away waits for two times `elastic.READ_TIMEOUT` at most; after that nobody asks it
    until it is back, and once she has waited for `breaker.IN_DOUBT` nobody waits beside her.
    """
    if not settings.ELASTICSEARCH_URL:
        return Answer(database.ask(asked))
    if not breaker.is_away() and not breaker.is_in_doubt():
        try:
            with breaker.asking():
                return Answer(elastic.ask(asked))
        except elastic.REFUSED:
            # About this one question: the others may ask on.
            logger.exception("Elasticsearch refused a question")
        except elastic.AWAY as error:
            logger.warning("Elasticsearch is away, the database answers: %s", type(error).__name__)
            breaker.trip(type(error).__name__)
    return Answer(database.ask(asked), is_makeshift=True)
