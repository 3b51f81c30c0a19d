"""Helpers for the tests on Elasticsearch."""

from django.conf import settings
from django.core.cache import cache

from search import queue
from search.analysis import index_words
from search.backends import breaker, elastic, mapping, sync, tending
from search.models import Document
from search.sources import SOURCES


def catch_up() -> None:
    """Do what the workers do until nothing waits."""
    while queue.drain():
        pass
    tending.tend()
    while sync.waiting().exists():
        assert tending.work() or breaker.is_away()
        if breaker.is_away():
            return


def start_anew() -> None:
    """Forget what this process knows of a server."""
    cache.clear()
    tending._next_look = 0.0


def raw() -> dict[str, dict]:
    """Return all that Elasticsearch holds, by id."""
    server = elastic.client()
    server.indices.refresh(index=settings.ELASTICSEARCH_INDEX)
    found = server.search(index=settings.ELASTICSEARCH_INDEX, size=10_000, query={"match_all": {}})
    return {hit["_id"]: hit["_source"] for hit in found["hits"]["hits"]}


def table() -> dict[str, dict]:
    """Return what it should hold."""
    return {row.key: mapping.body(row) for row in Document.objects.filter(is_gone=False)}


def public() -> dict[str, tuple[str, str]]:
    """Return what the tables say should be found, made anew from all that is public."""
    return {
        f"{kind}:{said.object_id}:{said.language}": (
            index_words(said.title, said.language),
            index_words(said.text, said.language),
        )
        for kind, source in SOURCES.items()
        for said in source.read(source.public())
    }


def assert_whole() -> None:
    """Compare Elasticsearch, the index in the database and the tables, in full."""
    there = raw()
    assert there == table()
    assert {key: (row["title"], row["words"]) for key, row in there.items()} == public()
