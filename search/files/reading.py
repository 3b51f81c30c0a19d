"""The text of a document, read once for each file, in a process of its own with an end to it."""

import logging
from pathlib import Path

from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.documents import get_document_model

from comments.files.apart import Ended, run

from .. import queue
from ..models import Document, FileText
from .public import languages_of, public_documents

logger = logging.getLogger(__name__)
READERS = Path(__file__).with_name("readers")
# What the bytes begin with, by the reader that opens it; the name says nothing.
BEGINNINGS = {"pdf": b"%PDF-", "docx": b"PK\x03\x04"}
LARGEST = 60 * 1024 * 1024
SECONDS = 20
MOST_PAGES = 1_000
MOST_LETTERS = 400_000


def read_next(limit: int = 5) -> int:
    """Read some public documents that have not been read, and queue them; return how many.

    In no transaction: a file may take its time, and nobody shall wait for it.
    """
    kept = FileText.objects.filter(document=OuterRef("pk"), file=OuterRef("file"))
    unread = public_documents().exclude(Exists(kept)).order_by("pk")
    done = 0
    for document in unread[:limit]:
        text, problem = _read(document)
        with transaction.atomic():
            FileText.objects.update_or_create(
                document=document,
                defaults={"file": document.file.name, "text": text, "problem": problem},
            )
            queue.put(document)
        done += 1
    return done


def compare() -> None:
    """Queue the documents of which the index says something else than the pages that link to them.

    A link, a privacy or a collection changes in many places; that is seen within a minute.
    """
    public = list(public_documents().values_list("pk", flat=True))
    wanted = {(pk, code) for pk, codes in languages_of(public).items() for code in codes}
    rows = Document.objects.filter(kind="files", is_gone=False)
    there = set(rows.values_list("object_id", "language"))
    queue.put_ids(get_document_model(), {pk for pk, _language in wanted ^ there})


def _read(document) -> tuple[str, str]:
    """Return the text and what stood in its way. Raises OSError while the storage is away."""
    try:
        with document.file.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return "", "missing"
    if len(data) > LARGEST:
        return "", "too large"
    reader = next((name for name, start in BEGINNINGS.items() if data.startswith(start)), None)
    if reader is None:
        return "", "no text"
    try:
        read = run(READERS / f"{reader}.py", data, MOST_PAGES, MOST_LETTERS, seconds=SECONDS)
    except Ended as end:
        logger.info("The text of document %s can't be read: %s", document.pk, end.code)
        return "", "unreadable"
    return read.decode("utf-8", "replace").replace("\x00", " ")[:MOST_LETTERS], ""
