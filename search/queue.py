"""The queue between a change and the index, so that no citizen waits for an index to be written."""

import datetime
import logging
from collections.abc import Callable, Iterable

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.search.backends import get_search_backends

from comments.models import Comment, Response
from policy.models import EditionText, Wording

from .models import IndexTask

logger = logging.getLogger(__name__)
LONGEST_WAIT = datetime.timedelta(hours=6)


def put(instance: models.Model) -> None:
    """Queue an object. Writes one row; call it inside the transaction of the change."""
    IndexTask.objects.create(label=instance._meta.label_lower, object_id=instance.pk)


def drain(limit: int = 200) -> int:
    """Bring the index up to date with at most `limit` rows of the queue; return how many were done.

    What fails stays, is tried again later and later, and keeps nothing else waiting.
    """
    due = IndexTask.objects.filter(due_at__lte=timezone.now()).order_by("due_at", "pk")
    tasks: dict[tuple[str, int], list[int]] = {}
    for task in due[:limit]:
        tasks.setdefault((task.label, task.object_id), []).append(task.pk)
    return sum(_do(label, object_id, rows) for (label, object_id), rows in tasks.items())


def _do(label: str, object_id: int, rows: list[int]) -> int:
    found = IndexTask.objects.filter(pk__in=rows)
    try:
        with transaction.atomic():
            HANDLERS[label](object_id)
            found.delete()
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


def _index_words(model: type[models.Model]) -> Callable[[int], None]:
    """Return what indexes one object of a model whose words may cease to be public."""

    def handle(object_id: int) -> None:
        instance = model._base_manager.filter(pk=object_id).first()
        public = instance and instance.get_indexed_instance()
        if public:
            _add(model, [public])
        else:
            _remove(instance or model(pk=object_id))

    return handle


def _index_wordings(object_id: int) -> None:
    wordings = Wording.objects.filter(edition_text_id=object_id).select_related(
        "edition_text__edition"
    )
    _add(Wording, list(wordings))


def _add(model, instances: Iterable[models.Model]) -> None:
    for backend in get_search_backends():
        backend.add_bulk(model, instances)


def _remove(instance: models.Model) -> None:
    for backend in get_search_backends():
        backend.delete(instance)


HANDLERS: dict[str, Callable[[int], None]] = {
    Comment._meta.label_lower: _index_words(Comment),
    Response._meta.label_lower: _index_words(Response),
    EditionText._meta.label_lower: _index_wordings,
}
