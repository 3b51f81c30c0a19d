"""What a searcher asks for, read from the address. Anything unknown is as if it were not there."""

import re
from dataclasses import dataclass, fields, replace
from urllib.parse import urlencode
from uuid import UUID

from policy.kinds import DegreeOfInfluence
from policy.locales import site_languages

from .analysis import Question, question
from .clean import readable_query
from .kinds import KINDS
from .labels import DEGREE, FORM, THEME
from .synonyms import kept_synonyms

EVERY = "all"
NEWEST = "newest"  # an order; the other is how well it fits
OPEN = "open"  # only texts that are in an open hearing
CODE = re.compile(r"[0-9a-z]{4,8}\Z")
YEAR = re.compile(r"[12][0-9]{3}\Z")
# What narrows down to things of a policy, by its name in the address.
OF_A_POLICY = ("policy", "edition", "theme", "form", "degree", "hearings")


@dataclass(frozen=True)
class Wish:
    """`language` is a code or "all"; `edition` a key such as "3-1"; `policy` its id, as text.

    `theme` and `form` are codes of passages, `degree` a degree of influence, `year` four digits,
    `order` is "newest", `hearings` is "open"; what is not chosen is empty.
    """

    typed: str
    question: Question
    language: str
    edition: str = ""
    kind: str = ""
    page: int = 1
    own_language: str = ""
    order: str = ""
    hearings: str = ""
    policy: str = ""
    theme: str = ""
    form: str = ""
    degree: str = ""
    year: str = ""

    @property
    def locale_code(self) -> str | None:
        return None if self.language == EVERY else self.language

    @property
    def labels(self) -> tuple[str, ...]:
        """What must be on whatever is found (`search.labels`)."""
        pairs = ((THEME, self.theme), (FORM, self.form), (DEGREE, self.degree))
        return tuple(f"{name}:{value}" for name, value in pairs if value)

    @property
    def is_of_a_policy(self) -> bool:
        """Say whether something is chosen that only things of a policy have."""
        return any(getattr(self, name) for name in OF_A_POLICY)

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """What is chosen, as (name, value) in the address, but for the words."""
        names = [each.name for each in fields(self) if each.name not in NOT_CHOSEN]
        pairs = [(name, str(getattr(self, name))) for name in names]
        language = self.language if self.language != self.own_language else ""
        return [pair for pair in [("language", language), *pairs] if pair[1]]

    def query(self, **changes) -> str:
        """Return the address' query for the same wish with something else about it."""
        other = replace(self, page=1, **{name: value or "" for name, value in changes.items()})
        pairs = [("q", other.typed), *other.chosen]
        return "?" + urlencode([pair for pair in pairs if pair[1]])

    def without_choices(self) -> "Wish":
        """Return the wish for the same words with nothing chosen."""
        return Wish(self.typed, self.question, self.own_language, own_language=self.own_language)


NOT_CHOSEN = {"typed", "question", "language", "page", "own_language"}


def read_wish(parameters, language: str) -> Wish:
    """Read a request's parameters; `language` is that of the page. Never raises. A query at most."""
    typed = parameters.get("q", "")
    spoken = tuple(site_languages())
    chosen = _one_of(parameters.get("language", ""), (*spoken, EVERY)) or language
    return Wish(
        typed=readable_query(typed),
        question=question(typed, spoken if chosen == EVERY else (chosen,), kept_synonyms),
        language=chosen,
        edition=parameters.get("edition", "")[:20],
        kind=_one_of(parameters.get("kind", ""), KINDS),
        page=_page_number(parameters.get("page", "")),
        own_language=language,
        order=_one_of(parameters.get("order", ""), (NEWEST,)),
        hearings=_one_of(parameters.get("hearings", ""), (OPEN,)),
        policy=_uuid(parameters.get("policy", "")),
        theme=_fitting(CODE, parameters.get("theme", "")),
        form=_fitting(CODE, parameters.get("form", "")),
        degree=_one_of(parameters.get("degree", ""), DegreeOfInfluence.values),
        year=_fitting(YEAR, parameters.get("year", "")),
    )


def _one_of(value: str, values) -> str:
    return value if value in values else ""


def _fitting(pattern: re.Pattern, value: str) -> str:
    return value if pattern.match(value) else ""


def _uuid(value: str) -> str:
    try:
        return str(UUID(value)) if len(value) <= 36 else ""
    except ValueError:
        return ""


def _page_number(value: str) -> int:
    """Return a page that may exist, or 1: digits only, and not more of them than results can have."""
    return int(value) if value.isascii() and value.isdecimal() and 0 < len(value) < 6 else 1
