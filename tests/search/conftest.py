"""The same questions to the database and to Elasticsearch."""

import pytest

from search import queue
from tests.search import elastic


@pytest.fixture(params=["database", "elasticsearch"])
def catch_up(request):
    """What the workers do, for an index in the database, and again for one in Elasticsearch."""
    if request.param == "elasticsearch":
        request.getfixturevalue("elasticsearch")
        elastic.start_anew()
        yield elastic.catch_up
        elastic.start_anew()
    else:
        yield _drain


def _drain() -> None:
    while queue.drain():
        pass
