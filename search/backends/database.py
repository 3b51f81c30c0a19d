"""Asking the index in the database, SQLite's or PostgreSQL's, through Wagtail's backend."""

from collections.abc import Callable
from operator import and_, or_

from wagtail.search.backends import get_search_backend
from wagtail.search.query import PlainText, SearchQuery

from .. import labels
from ..analysis import Question
from ..models import Document
from .asked import MOST, Asked, Match


def ask(asked: Asked) -> dict[str, list[Match]]:
    """Return at most `MOST` rows of each kind, best first. A query a kind."""
    query = _query(asked.question)
    return {kind: _kind(kind, query, asked) for kind in asked.kinds}


def _kind(kind: str, query: SearchQuery, asked: Asked) -> list[Match]:
    rows = Document.objects.filter(kind=kind, is_gone=False)
    if asked.languages is not None:
        rows = rows.filter(language__in=asked.languages)
    if asked.year is not None:
        rows = rows.filter(year=asked.year)
    for label in asked.labels:
        rows = rows.filter(labels__contains=f"|{label}|")
    if kind not in asked.free:
        if asked.policies is not None:
            rows = rows.filter(policy__in=asked.policies)
        if asked.editions is not None:
            rows = rows.filter(edition__in=asked.editions)
    found = get_search_backend().search(query, rows.defer("title", "words"))[:MOST]
    return [
        Match(
            row.object_id,
            row.language,
            row.dated_at,
            row.edition,
            row.year,
            tuple(labels.read(row.labels)),
        )
        for row in found
    ]


def _query(question: Question) -> SearchQuery:
    return _joined(
        and_, [_joined(or_, [_all(each) for each in group]) for group in question.groups]
    )


def _joined(operation: Callable, queries: list[SearchQuery]) -> SearchQuery:
    """Join queries as a tree that is as flat as can be.

    One after the other, each bracket would stand in the next: SQLite's parser gives up at about a
    hundred ("parser stack overflow"), which twenty words with their compounds exceed.
    """
    while len(queries) > 1:
        pairs = [queries[place : place + 2] for place in range(0, len(queries), 2)]
        queries = [operation(*pair) if len(pair) == 2 else pair[0] for pair in pairs]
    return queries[0]


def _all(words: tuple[str, ...]) -> SearchQuery:
    return PlainText(" ".join(words), operator="and")
