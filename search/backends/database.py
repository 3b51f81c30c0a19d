"""Asking the index in the database, SQLite's or PostgreSQL's, through Wagtail's backend."""

from collections.abc import Callable
from operator import and_, or_

from django.db import connection
from django.db.models import Q, QuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.query import PlainText, SearchQuery

from .. import labels
from ..analysis import Question
from ..models import Document
from . import sqlite
from .asked import MOST, Asked, Match

SHOWN = ("kind", "object_id", "language", "dated_at", "edition", "year", "labels")


def ask(asked: Asked) -> dict[str, list[Match]]:
    """Return at most `MOST` rows of each kind, best first. A query a kind; on SQLite two for all."""
    query, rows = _query(asked.question), _rows(asked)
    if connection.vendor == "sqlite":
        ids = sqlite.best(query, rows, asked.kinds, MOST)
        known = {row.pk: row for row in Document.objects.filter(pk__in=ids).only(*SHOWN)}
        found: dict[str, list[Match]] = {kind: [] for kind in asked.kinds}
        for row in (known[pk] for pk in ids if pk in known):
            found[row.kind].append(_match(row))
        return found
    backend = get_search_backend()
    return {
        kind: [
            _match(row)
            for row in backend.search(query, rows.filter(kind=kind).defer("title", "words"))[:MOST]
        ]
        for kind in asked.kinds
    }


def _rows(asked: Asked) -> QuerySet:
    """Return the rows among which to look."""
    rows = Document.objects.filter(is_gone=False)
    if asked.languages is not None:
        rows = rows.filter(language__in=asked.languages)
    if asked.year is not None:
        rows = rows.filter(year=asked.year)
    for label in asked.labels:
        rows = rows.filter(labels__contains=f"|{label}|")
    of_a_policy = Q()
    if asked.policies is not None:
        of_a_policy &= Q(policy__in=asked.policies)
    if asked.editions is not None:
        of_a_policy &= Q(edition__in=asked.editions)
    return rows.filter(of_a_policy | Q(kind__in=asked.free)) if of_a_policy else rows


def _match(row: Document) -> Match:
    return Match(
        row.object_id,
        row.language,
        row.dated_at,
        row.edition,
        row.year,
        tuple(labels.read(row.labels)),
    )


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
