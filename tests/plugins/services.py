"""Elasticsearch for the tests that ask for it.

`elasticsearch` is the address of a running server with the site's settings pointing at it, and with no
index. The server is the one that ELASTICSEARCH_URL_TESTS names, else one that is started for this
process when the first test asks. A test that kills or stops its server takes `own_elasticsearch`.
"""

import os
import urllib.request
from contextlib import ExitStack

import pytest

from tests.plugins.selection import missing
from tests.services.elasticsearch import CannotStart, running, wait_for

ELASTICSEARCH = "Elasticsearch"


@pytest.fixture(scope="session")
def elasticsearch_server():
    """The address of a server, or None; the reason is printed."""
    with ExitStack() as stack:
        try:
            url = os.environ.get("ELASTICSEARCH_URL_TESTS")
            if url:
                wait_for(url)
            else:
                url = stack.enter_context(running()).url
        except CannotStart as reason:
            print(f"No Elasticsearch: {reason}")  # noqa: T201
            url = None
        yield url


@pytest.fixture
def elasticsearch(elasticsearch_server, settings):
    """The address of a server without any index of this process, and the site told to use it."""
    if elasticsearch_server is None:
        missing(ELASTICSEARCH)
    name = f"test-{os.environ.get('PYTEST_XDIST_WORKER', 'one')}-{os.getpid()}"
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX = elasticsearch_server, name
    empty(elasticsearch_server, name)
    yield elasticsearch_server
    empty(elasticsearch_server, name)


@pytest.fixture
def own_elasticsearch(settings):
    """A server of the test's own (`tests.services.elasticsearch.Server`), to be killed and stopped."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(running())
        except CannotStart as reason:
            print(f"No Elasticsearch: {reason}")  # noqa: T201
            missing(ELASTICSEARCH)
        settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX = server.url, "own"
        yield server


def empty(url: str, name: str) -> None:
    """Delete the indices whose names begin with a name."""
    request = urllib.request.Request(f"{url}/{name}-*", method="DELETE")
    urllib.request.urlopen(request, timeout=30).close()
