"""How an edition's page is related to other addresses (RFC 5829, RFC 8288), and to its data.

Machine-readable forms that upper apps have of an edition are asked for through a registry, since the
text does not know of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.utils.translation import gettext as _

PDF, ATOM, JSON = "application/pdf", "application/atom+xml", "application/json"
_forms: list[Callable] = []


@dataclass(frozen=True)
class Relation:
    """A link of a page. `media_type` and `title` are empty where they say nothing."""

    rel: str
    url: str
    media_type: str = ""
    title: str = ""


def register_form(ask: Callable) -> None:
    """`ask(policy_id, edition, code)` returns a `Relation`, or None; one of edition and code is None."""
    _forms.append(ask)


def absolute(address: str) -> str:
    return urljoin(settings.BASE_URL, address)


def relations_of(page, text, standing: dict) -> list[Relation]:
    """Return an edition's links; `standing` is what `standing_of` says of it. No query.

    The edition in force has its policy's address as the canonical one, and its own from the day on
    which another follows: there are never two addresses of one text for a search engine to choose from.
    """
    edition = text.edition
    is_in_force = standing["is_in_force"]
    own = page.url if is_in_force else page.edition_url(edition)
    links = [Relation("canonical", own), Relation("version-history", page.editions_url())]
    if text.in_force_id:
        links.append(Relation("latest-version", page.url))
    if before := standing["based_on"]:
        links.append(Relation("predecessor-version", page.edition_url(before)))
    if after := standing["successor"]:
        links.append(Relation("successor-version", page.edition_url(after)))
    links.append(Relation("alternate", page.file_url(edition, "pdf"), PDF, _("As PDF")))
    return [_absolute(link) for link in [*links, *forms_of(page, edition=edition), feed_of(page)]]


def relations_of_passage(page, code: str) -> list[Relation]:
    """Return the links of a passage's own page. No query."""
    return [_absolute(link) for link in [*forms_of(page, code=code), feed_of(page)]]


def forms_of(page, *, edition=None, code=None) -> list[Relation]:
    found = (ask(page.translation_key, edition, code) for ask in _forms)
    return [link for link in found if link]


def feed_of(page) -> Relation:
    return Relation("alternate", page.feed_url(), ATOM, _("New editions"))


def _absolute(link: Relation) -> Relation:
    return Relation(link.rel, absolute(link.url), link.media_type, link.title)


def link_header(links: list[Relation]) -> str:
    """Return the links for the header `Link`, without their titles, which are in a language."""
    return ", ".join(
        f'<{link.url}>; rel="{link.rel}"' + (f'; type="{link.media_type}"' * bool(link.media_type))
        for link in links
    )
