"""The queue between a change and the index, so that no citizen waits for an index to be written."""

import datetime
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page

from comments.models import Comment, Hearing, Response
from policy.models import EditionText, Term, Wording

from .documents import write
from .models import IndexTask

logger = logging.getLogger(__name__)
LONGEST_WAIT = datetime.timedelta(hours=6)


def put(instance: models.Model) -> None:
    """Queue an object. Writes one row; call it inside the transaction of the change."""
    label = Page._meta.label_lower if isinstance(instance, Page) else instance._meta.label_lower
    IndexTask.objects.create(label=label, object_id=instance.pk)


def put_all(pages: models.QuerySet) -> None:
    """Queue pages. Two queries."""
    put_ids(Page, pages.values_list("pk", flat=True))


def put_ids(model: type[models.Model], ids: Iterable[int]) -> None:
    """Queue objects of a model by their ids, whether they are there or not. One query."""
    label = model._meta.label_lower
    IndexTask.objects.bulk_create([IndexTask(label=label, object_id=pk) for pk in ids])


def drain(limit: int = 200) -> int:
    """Bring the index up to date with at most `limit` rows of the queue; return how many were done.

    What fails stays, is tried again later and later, and keeps nothing else waiting.
    """
    due = IndexTask.objects.filter(due_at__lte=timezone.now()).order_by("due_at", "pk")
    tasks: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for task in due[:limit]:
        tasks[task.label][task.object_id].append(task.pk)
    return sum(_do_label(label, objects) for label, objects in tasks.items())


def _do_label(label: str, objects: dict[int, list[int]]) -> int:
    """Do all objects of a model at once, or else one by one, so that only what fails waits."""
    rows = [row for group in objects.values() for row in group]
    try:
        _write(label, list(objects), rows)
    except Exception:
        logger.warning("Indexing %s %s one by one", len(objects), label, exc_info=True)
        return sum(_do_one(label, object_id, group) for object_id, group in objects.items())
    return len(rows)


def _do_one(label: str, object_id: int, rows: list[int]) -> int:
    found = IndexTask.objects.filter(pk__in=rows)
    try:
        _write(label, [object_id], rows)
    except Exception as error:
        logger.exception("Could not index %s %s", label, object_id)
        attempts = (found.aggregate(most=models.Max("attempts"))["most"] or 0) + 1
        wait = min(LONGEST_WAIT, datetime.timedelta(seconds=2**attempts))
        found.update(
            attempts=F("attempts") + 1,
            due_at=timezone.now() + wait,
            last_error=type(error).__name__,
        )
        return 0
    return len(rows)


def _write(label: str, ids: list[int], rows: list[int]) -> None:
    with transaction.atomic():
        HANDLERS[label](ids)
        IndexTask.objects.filter(pk__in=rows).delete()


def _write_texts(ids: Iterable[int]) -> None:
    """Index texts and their wordings. One that is not public yet is looked at again when it is."""
    wordings = Wording.objects.filter(edition_text_id__in=ids).order_by("pk")
    found = list(wordings.values_list("pk", flat=True))
    for start in range(0, len(found), 200):
        write("passages", found[start : start + 200])
    texts = EditionText.objects.filter(pk__in=ids).select_related("edition").defer("content")
    write("editions", {text.edition_id for text in texts})
    for text in texts:
        _look_again(text, text.edition.public_from)


def _write_hearings(ids: Iterable[int]) -> None:
    """Index hearings. One that has not begun is looked at again when it does."""
    write("hearings", ids)
    for hearing in Hearing.objects.filter(pk__in=ids):
        _look_again(hearing, hearing.opens_at)


def _look_again(instance: models.Model, at: datetime.datetime) -> None:
    if at > timezone.now():
        label = instance._meta.label_lower
        task = IndexTask.objects.create(label=label, object_id=instance.pk)
        IndexTask.objects.filter(pk=task.pk).update(due_at=at)


HANDLERS: dict[str, Callable[[list[int]], object]] = {
    Comment._meta.label_lower: lambda ids: write("comments", ids),
    Response._meta.label_lower: lambda ids: write("responses", ids),
    Page._meta.label_lower: lambda ids: write("pages", ids),
    EditionText._meta.label_lower: _write_texts,
    Hearing._meta.label_lower: _write_hearings,
    get_document_model()._meta.label_lower: lambda ids: write("files", ids),
    Term._meta.label_lower: lambda ids: write("terms", ids),
}
