"""What a backend is asked, and what it answers."""

from dataclasses import dataclass
from datetime import datetime

from ..analysis import Question

MOST = 1000  # objects of a kind; nobody reads further


@dataclass(frozen=True)
class Asked:
    """A question, and where to look: kinds, and languages, policies, editions and year (None: all).

    `labels`: what must all be there. Kinds that are `free` belong to no policy and no edition, and are
    found whatever is chosen of these.
    """

    question: Question
    kinds: tuple[str, ...]
    languages: tuple[str, ...] | None = None
    policies: tuple | None = None
    editions: tuple[int, ...] | None = None
    year: int | None = None
    labels: tuple[str, ...] = ()
    free: tuple[str, ...] = ("pages",)


@dataclass(frozen=True)
class Match:
    """A row of the index that answers the question; of an answer's rows the best stands first."""

    object_id: int
    language: str
    dated_at: datetime | None = None
    edition: int | None = None
    year: int | None = None
    labels: tuple[str, ...] = ()
