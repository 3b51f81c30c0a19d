"""The same questions to the database and to Elasticsearch."""

import pytest

from search import queue
from search.backends import elastic as backend
from tests.search import elastic


@pytest.fixture(params=["database", "elasticsearch"])
def catch_up(request, monkeypatch):
    """What the workers do, for an index in the database, and again for one in Elasticsearch."""
    if request.param == "elasticsearch":
        # What is asked here is what it answers, and not how fast on a machine that has more to do.
        monkeypatch.setattr(backend, "READ_TIMEOUT", 20)
        request.getfixturevalue("elasticsearch")
        elastic.start_anew()
        yield elastic.catch_up
        elastic.start_anew()
    else:
        yield _drain


def _drain() -> None:
    while queue.drain():
        pass
