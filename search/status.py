"""The state of the index in figures, for the command and for whoever watches a site."""

from django.conf import settings
from django.db.models import Max
from django.utils import timezone

from .backends import elastic, sync
from .backends.tending import ERROR
from .models import Document, IndexTask
from .sources import SOURCES
from .upkeep import remembered


def status() -> dict:
    """Return counts of objects a kind, what waits (rows), the oldest's age in seconds, the last error.

    `elasticsearch` is "off", "away" or "ready".
    """
    due = IndexTask.objects.filter(due_at__lte=timezone.now())
    failed = IndexTask.objects.filter(attempts__gt=0)
    oldest = due.order_by("queued_at").values_list("queued_at", flat=True).first()
    server = _server_counts()
    return {
        "kinds": {
            kind: {
                "public": source.public().count(),
                "index": _rows(kind).values("object_id").distinct().count(),
                "elasticsearch": server.get(kind, 0) if isinstance(server, dict) else None,
            }
            for kind, source in SOURCES.items()
        },
        "waiting": due.count(),
        "oldest_seconds": round((timezone.now() - oldest).total_seconds()) if oldest else 0,
        "failed": failed.count(),
        "unsent": sync.waiting().count() if settings.ELASTICSEARCH_URL else 0,
        "elasticsearch": "ready" if isinstance(server, dict) else server,
        "last_error": failed.aggregate(error=Max("last_error"))["error"] or remembered(ERROR),
    }


def _rows(kind: str):
    return Document.objects.filter(kind=kind, is_gone=False)


def _server_counts() -> dict[str, int] | str:
    """Return the number of objects a kind that Elasticsearch has, or why there is none."""
    if not settings.ELASTICSEARCH_URL:
        return "off"
    objects = {"cardinality": {"field": "object_id", "precision_threshold": 40_000}}
    kinds = {"terms": {"field": "kind"}, "aggs": {"objects": objects}}
    try:
        answer = elastic.client(2).search(
            index=settings.ELASTICSEARCH_INDEX, size=0, aggs={"kinds": kinds}
        )
    except elastic.AWAY:
        return "away"
    buckets = answer["aggregations"]["kinds"]["buckets"]
    return {bucket["key"]: bucket["objects"]["value"] for bucket in buckets}
