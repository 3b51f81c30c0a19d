"""From a request's parameters to what was found: the same for the page and for the API."""

from dataclasses import dataclass, replace

from notifications.addresses import PolicyPages

from .editions import Editions
from .find import find
from .found import Found
from .hits import Hits
from .topics import Topics
from .wish import Wish, read_wish


@dataclass(frozen=True)
class Asking:
    """What was asked for, and what answers it. `near`: some of the words, since nothing had all."""

    wish: Wish
    pages: PolicyPages
    editions: Editions
    topics: Topics
    found: Found
    near: bool

    @property
    def hits(self) -> Hits:
        return Hits(self.wish, self.editions, self.pages, self.found)


def ask(parameters, language: str) -> Asking:
    """Read parameters and look. What names nothing that is there is as if it were not said."""
    wish = read_wish(parameters, language)
    pages = PolicyPages(language)
    editions = Editions.of(pages.policies)
    topics = Topics.of(editions, language)
    wish = known(wish, editions, topics)
    found, near = find(wish, editions), None
    if wish.question and not found.total:
        near = wish.question.relaxed()
    if near:
        wish = replace(wish, question=near)
        found = find(wish, editions)
    return Asking(wish, pages, editions, topics, found, bool(near) and found.total > 0)


def known(wish: Wish, editions: Editions, topics: Topics) -> Wish:
    """Return the wish without what is not there."""
    there = {
        "policy": {str(edition.policy_id) for edition in editions.all},
        "edition": {edition.key for edition in editions.all},
        "theme": topics.theme,
        "form": topics.form,
    }
    unknown = {name: "" for name, values in there.items() if getattr(wish, name) not in values}
    return replace(wish, **unknown)
