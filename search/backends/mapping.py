"""How our index lies in Elasticsearch. Runs unchanged on any Elasticsearch 8.

Words come analysed (`search.analysis`), so it only takes them apart at blanks, and finds the same as the
database does. What it adds is ranking by BM25, speed and filters over many rows.
"""

import hashlib
import json

from .. import labels
from ..models import Document

WORDS = {"type": "text", "analyzer": "whitespace"}
MAPPING = {
    "dynamic": "strict",
    "properties": {
        "kind": {"type": "keyword"},
        "object_id": {"type": "long"},
        "language": {"type": "keyword"},
        "policy": {"type": "keyword"},
        "edition": {"type": "long"},
        "dated_at": {"type": "date"},
        "year": {"type": "short"},
        "labels": {"type": "keyword"},
        "title": WORDS,
        "words": WORDS,
    },
}
SETTINGS = {"number_of_shards": 1, "auto_expand_replicas": "0-1"}


def mapping_hash() -> str:
    """Return what an index of this mapping is known by; it is part of the index's name."""
    text = json.dumps([MAPPING, SETTINGS], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def body(row: Document) -> dict:
    """Return a row as Elasticsearch stores it."""
    return {
        "kind": row.kind,
        "object_id": row.object_id,
        "language": row.language,
        "policy": str(row.policy) if row.policy else None,
        "edition": row.edition,
        "dated_at": row.dated_at.isoformat() if row.dated_at else None,
        "year": row.year,
        "labels": labels.read(row.labels),
        "title": row.title,
        "words": row.words,
    }
