"""What a searcher asks for, read from the address. Anything unknown is as if it were not there."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db import models
from django.utils.translation import gettext_lazy as _

from policy.locales import site_languages

from .analysis import Question, question
from .clean import readable_query

EVERY = "all"
NEWEST = "newest"  # an order; the other is how well it fits
OPEN = "open"  # only texts that are in an open hearing


class Kind(models.TextChoices):
    PASSAGES = "passages", _("The policy")
    COMMENTS = "comments", _("Comments")
    RESPONSES = "responses", _("Answers")
    PAGES = "pages", _("Pages")


@dataclass(frozen=True)
class Wish:
    """`language` is a code or "all"; `edition` a key such as "3-1", or empty for all.

    `order` is "newest" or empty, `hearings` is "open" or empty.
    """

    typed: str
    question: Question
    language: str
    edition: str = ""
    kind: Kind | None = None
    page: int = 1
    own_language: str = ""
    order: str = ""
    hearings: str = ""

    @property
    def locale_code(self) -> str | None:
        return None if self.language == EVERY else self.language

    def query(self, **changes) -> str:
        """Return the address' query for the same wish with something else about it."""
        other = replace(self, page=1, **changes)
        pairs = [
            ("q", other.typed),
            ("language", other.language if other.language != other.own_language else ""),
            ("edition", other.edition),
            ("kind", other.kind or ""),
            ("order", other.order),
            ("hearings", other.hearings),
        ]
        return "?" + urlencode([(name, str(value)) for name, value in pairs if value])


def read_wish(parameters, language: str) -> Wish:
    """Read a request's parameters; `language` is that of the page. Never raises."""
    typed = parameters.get("q", "")
    wanted = parameters.get("language", "")
    kind = parameters.get("kind", "")
    chosen = wanted if wanted in (*site_languages(), EVERY) else language
    return Wish(
        typed=readable_query(typed),
        question=question(typed, () if chosen == EVERY else (chosen,)),
        language=chosen,
        edition=parameters.get("edition", ""),
        kind=Kind(kind) if kind in Kind.values else None,
        page=_page_number(parameters.get("page", "")),
        own_language=language,
        order=NEWEST if parameters.get("order") == NEWEST else "",
        hearings=OPEN if parameters.get("hearings") == OPEN else "",
    )


def _page_number(value: str) -> int:
    """Return a page that may exist, or 1: digits only, and not more of them than results can have."""
    return int(value) if value.isascii() and value.isdecimal() and 0 < len(value) < 6 else 1
