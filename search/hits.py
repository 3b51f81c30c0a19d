"""Hits as a page shows them, read from the tables through `.public()`: the index may be behind."""

from dataclasses import dataclass, field
from functools import cached_property

from django.utils.safestring import SafeString

from notifications.addresses import PolicyPages

from .editions import Editions
from .found import Found
from .kinds import KINDS
from .snippets import snippet
from .wish import Wish


@dataclass(frozen=True)
class Older:
    """The same passage in another edition."""

    edition: object
    url: str


@dataclass(frozen=True)
class Hit:
    """One thing found. `language` is that of title and snippet; `about` names a passage.

    `older`: of a passage, the other editions in which it has the words; `format`: of a file, "PDF";
    `hearing`: of a hearing, itself, and how it stands.
    """

    kind: str
    url: str
    title: str
    snippet: SafeString
    language: str
    edition: object = None
    is_in_force: bool = False
    number: int | None = None
    author: str = ""
    about: str = ""
    at: object = None
    older: list[Older] = field(default_factory=list)
    format: str = ""
    hearing: object = None
    is_open: bool = False
    is_interrupted: bool = False


class Hits:
    """Makes hits out of ids; a fixed number of queries for each kind."""

    def __init__(self, wish: Wish, editions: Editions, pages: PolicyPages, found: Found):
        self.wish, self.editions, self.pages, self.found = wish, editions, pages, found

    def of(self, kind: str, ids: list[int]) -> list[Hit]:
        """Return the hits of these ids in their order, without what is not public any more."""
        made = KINDS[kind].show(self, ids) if ids else {}
        return [made[pk] for pk in ids if pk in made]

    def snippet(self, text: str) -> SafeString:
        """Return where the words are in a text, marked."""
        return snippet(text, self.wish.question)

    @cached_property
    def language(self) -> str:
        """The language in which words with several are shown: the one asked for, else the page's."""
        return self.wish.locale_code or self.wish.own_language


def grouped(rows, name: str) -> dict[int, list]:
    """Return {value of an attribute: rows}."""
    groups: dict[int, list] = {}
    for row in rows:
        groups.setdefault(getattr(row, name), []).append(row)
    return groups
