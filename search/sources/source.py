"""What a kind of things says to the index."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet


@dataclass(frozen=True)
class Words:
    """What a thing says in one language, as plain text. `labels`: see `search.labels`."""

    object_id: int
    language: str
    title: str
    text: str
    policy: UUID | None = None
    edition: int | None = None
    dated_at: datetime | None = None
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Source:
    """`public` gives the objects that anybody may read; `read` what some of these say."""

    kind: str
    public: Callable[[], QuerySet]
    read: Callable[[QuerySet], Iterable[Words]]
