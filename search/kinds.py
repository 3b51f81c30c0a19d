"""The kinds of hits that the search page shows, in its order. Another kind joins by `join`.

A kind declares what is public and what it says (`search.sources.Source`), what people call it, and how
its hits look; an app that stands above this one joins its own in its `ready()`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from .sources import SOURCES, Source


@dataclass(frozen=True)
class Kind:
    """`show` makes {id: Hit} of some ids and a `search.hits.Hits`, of what is public now.

    `is_free`: it belongs to no policy, so whoever chooses something of a policy does not look for it.
    """

    source: Source
    label: str | Promise
    show: Callable[..., dict]
    is_free: bool = True

    @property
    def name(self) -> str:
        return self.source.kind


KINDS: dict[str, Kind] = {}


def join(kind: Kind) -> None:
    """Have a kind found and shown. Call it from `ready()`."""
    KINDS[kind.name] = kind
    SOURCES[kind.name] = kind.source
