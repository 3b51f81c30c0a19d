"""Writing the index in the database: a `Document` for each public thing and language."""

import hashlib
import uuid
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.search.backends import get_search_backends

from .analysis import index_words
from .labels import stored
from .models import Document
from .sources import SOURCES, Source, Words

BATCH = 200
# What a row that is there already gets anew.
WRITTEN = [
    *("policy", "edition", "dated_at", "year", "labels"),
    *("title", "words", "rules", "stamp", "is_gone"),
]


@cache
def rules() -> str:
    """Return what the rules for words are known by: rows made by others are made again."""
    folder = Path(__file__).parent
    files = sorted([*folder.glob("analysis/*"), *folder.glob("sources/*.py"), folder / "clean.py"])
    content = b"".join(file.read_bytes() for file in files if file.is_file())
    return hashlib.sha256(content).hexdigest()[:16]


def write(kind: str, ids: Iterable[int]) -> int:
    """Bring the rows of some objects up to date; return how many there are now.

    What is public no more, or does not exist, leaves the index.
    """
    source, ids = SOURCES[kind], list(ids)
    with transaction.atomic():
        said = list(source.read(source.public().filter(pk__in=ids)))
        old = {
            (row.object_id, row.language): row
            for row in Document.objects.filter(kind=kind, object_id__in=ids)
        }
        rows = [
            _row(source, words, old.pop((words.object_id, words.language), None)) for words in said
        ]
        _store(rows)
        forget(old.values())
    return len(rows)


def forget(rows: Iterable[Document]) -> None:
    """Take rows out of the index; Elasticsearch is told by what is left of them, which is no word."""
    rows = list(rows)
    for row in rows:
        for backend in get_search_backends():
            backend.delete(row)
    ids = [row.pk for row in rows]
    if settings.ELASTICSEARCH_URL:
        Document.objects.filter(pk__in=ids).update(
            title="", words="", is_gone=True, stamp=uuid.uuid4()
        )
    else:
        Document.objects.filter(pk__in=ids).delete()


def rewrite(is_whole: bool = False) -> Iterator[int]:
    """Make the rows again that other rules made (or all), yielding how many objects were done.

    The search goes on answering from the rows that are there.
    """
    for kind, source in SOURCES.items():
        yield from _rewrite(kind, source.public().order_by("pk"), is_whole)
        stale = Document.objects.filter(kind=kind, is_gone=False).exclude(rules=rules())
        while rows := list(stale[:BATCH]):
            with transaction.atomic():
                forget(rows)
                Document.objects.filter(pk__in=[row.pk for row in rows]).update(rules=rules())


def _rewrite(kind, objects, is_whole) -> Iterator[int]:
    last = 0
    while ids := list(objects.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        last = ids[-1]
        fresh = Document.objects.filter(kind=kind, object_id__in=ids, rules=rules(), is_gone=False)
        known = set() if is_whole else set(fresh.values_list("object_id", flat=True))
        wanted = [pk for pk in ids if pk not in known]
        if wanted:
            write(kind, wanted)
        yield len(ids)


def _row(source: Source, words: Words, row: Document | None) -> Document:
    row = row or Document(kind=source.kind, object_id=words.object_id, language=words.language)
    row.policy, row.edition, row.dated_at = words.policy, words.edition, words.dated_at
    row.year = timezone.localtime(words.dated_at).year if words.dated_at else None
    row.labels = stored(words.labels)
    row.title = index_words(words.title, words.language)
    row.words = index_words(words.text, words.language)
    row.rules, row.stamp, row.is_gone = rules(), uuid.uuid4(), False
    return row


def _store(rows: list[Document]) -> None:
    if not rows:
        return
    known = [row for row in rows if row.pk is not None]
    Document.objects.bulk_create([row for row in rows if row.pk is None])
    Document.objects.bulk_update(known, WRITTEN)
    for backend in get_search_backends():
        backend.add_bulk(Document, rows)
