"""Asking Elasticsearch. Queries are built here alone, of cleaned words: nothing typed is ever code."""

from datetime import UTC, datetime
from functools import lru_cache

from django.conf import settings
from elastic_transport import TransportError
from elasticsearch import ApiError, BadRequestError, Elasticsearch

from ..analysis import Question
from .asked import MOST, Asked, Match

# A visitor waits this long for a connection, and as long for an answer; then the database answers.
READ_TIMEOUT = 1.0  # seconds
LOOK_TIMEOUT = 3  # seconds, of the worker, which has mails to send too
WRITE_TIMEOUT = 20  # seconds, of the worker
FIELDS = ["title^2", "words"]


class Failed(Exception):
    """It answered, but not as it should."""


AWAY = (TransportError, ApiError, Failed)
REFUSED = BadRequestError


def client(timeout: float = WRITE_TIMEOUT) -> Elasticsearch:
    """Return a client of the server that the site names; it asks once and never again by itself."""
    return _client(settings.ELASTICSEARCH_URL, timeout)


@lru_cache(maxsize=4)
def _client(url: str, timeout: float) -> Elasticsearch:
    return Elasticsearch(url, request_timeout=timeout, max_retries=0, retry_on_timeout=False)


def ask(asked: Asked) -> dict[str, list[Match]]:
    """Return at most `MOST` rows of each kind, best first. One request; raises one of `AWAY`."""
    searches: list[dict] = []
    for kind in asked.kinds:
        searches += [{}, _search(kind, asked)]
    answer = client(READ_TIMEOUT).msearch(index=settings.ELASTICSEARCH_INDEX, searches=searches)
    found = {}
    for kind, part in zip(asked.kinds, answer["responses"], strict=True):
        if "error" in part or part.get("timed_out"):
            raise Failed(str(part.get("error", {"type": "timed out"}).get("type")))
        found[kind] = [_match(hit["fields"]) for hit in part["hits"]["hits"]]
    return found


def _search(kind: str, asked: Asked) -> dict:
    filters: list[dict] = [{"term": {"kind": kind}}]
    if asked.languages is not None:
        filters.append({"terms": {"language": list(asked.languages)}})
    if asked.year is not None:
        filters.append({"term": {"year": asked.year}})
    filters += [{"term": {"labels": label}} for label in asked.labels]
    if kind not in asked.free:
        if asked.policies is not None:
            filters.append({"terms": {"policy": [str(policy) for policy in asked.policies]}})
        if asked.editions is not None:
            filters.append({"terms": {"edition": list(asked.editions)}})
    return {
        "query": {"bool": {"must": _query(asked.question), "filter": filters}},
        "size": MOST,
        "timeout": "900ms",
        "track_total_hits": False,
        "_source": False,
        "docvalue_fields": [
            "object_id",
            "language",
            "edition",
            "year",
            "labels",
            {"field": "dated_at", "format": "epoch_millis"},
        ],
        "sort": ["_score", {"object_id": "asc"}],
    }


def _query(question: Question) -> list[dict]:
    return [
        {"dis_max": {"queries": [_all(words) for words in group], "tie_breaker": 0.2}}
        for group in question.groups
    ]


def _all(words: tuple[str, ...]) -> dict:
    each = [{"multi_match": {"query": w, "fields": FIELDS, "type": "most_fields"}} for w in words]
    return {"bool": {"must": each}}


def _match(fields: dict) -> Match:
    millis = fields.get("dated_at", [None])[0]
    at = datetime.fromtimestamp(int(millis) / 1000, UTC) if millis is not None else None
    return Match(
        fields["object_id"][0],
        fields["language"][0],
        at,
        fields.get("edition", [None])[0],
        fields.get("year", [None])[0],
        tuple(fields.get("labels", ())),
    )
