"""Elasticsearch's copies of the rows: sent after them, built anew beside the old, switched at once."""

import time
from collections.abc import Iterator

from django.conf import settings
from django.db.models import F, Q
from elasticsearch import NotFoundError

from ..models import Document
from .elastic import LOOK_TIMEOUT, Failed, client
from .lease import Lease, lease
from .mapping import MAPPING, SETTINGS, body, mapping_hash

BATCH = 500


def waiting():
    """Return the rows of which Elasticsearch has another state or none."""
    return Document.objects.filter(Q(sent=None) | ~Q(sent=F("stamp")))


def send(limit: int = BATCH) -> int:
    """Send what waits; return how many rows went. Raises one of `elastic.AWAY`, or `lease.Taken`."""
    if not waiting().exists():
        return 0
    with lease():
        rows = list(waiting().order_by("pk")[:limit])
        _bulk(settings.ELASTICSEARCH_INDEX, rows, require_alias=True)
        _sent([(row.pk, row.stamp) for row in rows])
    return len(rows)


def rebuild() -> Iterator[tuple[int, int]]:
    """Build a new index of all rows and switch to it, yielding (done, all) rows.

    The old one answers until then. Rows that change meanwhile are sent after the switch.
    """
    with lease() as held:
        name = f"{settings.ELASTICSEARCH_INDEX}-{mapping_hash()}-{time.time_ns()}"
        server = client()
        server.indices.create(index=name, mappings=MAPPING, settings=SETTINGS)
        try:
            went = yield from _fill(name, held)
            server.indices.refresh(index=name)
            _switch(name)
        except BaseException:
            client().options(ignore_status=404).indices.delete(index=name)
            raise
        for start in range(0, len(went), BATCH):
            _sent(went[start : start + BATCH])


def _fill(name: str, held: Lease) -> Iterator[tuple[int, int]]:
    """Send all rows; return what was sent as (id, stamp)."""
    rows = Document.objects.filter(is_gone=False).order_by("pk")
    whole, last = rows.count(), 0
    went: list[tuple] = []
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        _bulk(name, batch)
        went += [(row.pk, row.stamp) for row in batch]
        held.extend()
        yield len(went), max(whole, len(went))
    return went


def _switch(name: str) -> None:
    alias = settings.ELASTICSEARCH_INDEX
    server = client()
    old = [each for each in server.indices.get(index=f"{alias}-*") if each != name]
    actions: list[dict] = [{"remove": {"index": each, "alias": alias}} for each in current()]
    server.indices.update_aliases(actions=[*actions, {"add": {"index": name, "alias": alias}}])
    if old:
        server.indices.delete(index=",".join(old))


def current() -> list[str]:
    """Return the indices that answer: one, or none before the first build."""
    try:
        return list(client(LOOK_TIMEOUT).indices.get_alias(name=settings.ELASTICSEARCH_INDEX))
    except NotFoundError:
        return []


def is_whole() -> bool:
    """Say whether the index is of our mapping and has as many rows as the table. Counts only.

    While rows wait it must have those that it was sent: it may have been emptied and written to since.
    """
    names = current()
    if len(names) != 1 or f"-{mapping_hash()}-" not in names[0]:
        return False
    rows = Document.objects.filter(is_gone=False)
    was_sent = rows.filter(sent=F("stamp")).count()
    client().indices.refresh(index=names[0])
    in_index = client().count(index=names[0])["count"]
    if waiting().exists():
        return in_index >= was_sent
    return in_index == rows.count()


def _bulk(index: str, rows: list[Document], **options) -> None:
    lines: list[dict] = []
    for row in rows:
        lines.append({"delete" if row.is_gone else "index": {"_id": row.key}})
        lines += [] if row.is_gone else [body(row)]
    answer = client().bulk(index=index, operations=lines, **options)
    for item in answer["items"]:
        (done,) = item.values()
        if done["status"] >= 300 and not (done["status"] == 404 and "delete" in item):
            raise Failed(done["error"]["type"])


def _sent(rows: list[tuple]) -> None:
    """Remember what Elasticsearch has, but for rows that changed since; let go of what is gone."""
    known = Document.objects.filter(
        pk__in=[pk for pk, _stamp in rows], stamp__in=[stamp for _pk, stamp in rows]
    )
    known.filter(is_gone=True).delete()
    known.update(sent=F("stamp"))
