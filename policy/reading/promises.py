"""A policy's promises as citizens read them: by how they stand, passage by passage."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from policy.promises import STANDINGS, Promise, YearStatus, anchor_of, promises_in, statuses_of

from .memory import Memory
from .shape import read_content
from .texts import read_text

_said = Memory(most=100)


@dataclass(frozen=True)
class Standing:
    """The promises that stand alike. `name` is a key of `STANDINGS`, `label` its words."""

    name: str
    label: str
    promises: list[Promise]


def promises_of(text, page) -> list[Promise]:
    """Return the promises of an edition's text with their statuses, in reading order. One query."""
    statuses = statuses_of(page.translation_key, page.locale_id)
    return list(promises_in(read_content(text.content, page, {}), statuses))


def by_standing(promises: list[Promise], today: datetime.date | None = None) -> list[Standing]:
    """Group promises by how they stand on a day (default: today in Denmark); no empty groups."""
    today = today or timezone.localdate()
    found: dict[str, list[Promise]] = {}
    for promise in promises:
        found.setdefault(promise.standing(today), []).append(promise)
    return [
        Standing(name, label, found[name]) for name, label in STANDINGS.items() if name in found
    ]


@dataclass(frozen=True)
class StatusBeside:
    """What stands beside a promise in the text: its last status, and where its years are told."""

    year: int
    state: str
    state_name: str
    url: str


def last_statuses(edition_text, page) -> dict[str, dict[str, StatusBeside]]:
    """Return {passage code: {promise id: its last status}} for a page that shows the text.

    A draft promises nothing yet: what was said was about other words. One query, or none.
    """
    makers = {
        entry["code"]: [promise["id"] for promise in entry["value"].get("promises") or ()]
        for entry in read_text(edition_text).entries
    }
    if not edition_text.edition.is_adopted or not any(makers.values()):
        return {}
    statuses, url = _statuses(edition_text, page), page.promises_url()
    return {
        code: {id_: _beside(id_, statuses[id_][0], url) for id_ in ids if id_ in statuses}
        for code, ids in makers.items()
    }


def statuses_beside(wording, page) -> dict[str, StatusBeside]:
    """Return {promise id: its last status} for a passage's own page, as `last_statuses` does."""
    made = wording.value.get("promises") or ()
    if not made or not wording.edition_text.edition.is_adopted:
        return {}
    statuses, url = _statuses(wording, page), page.promises_url()
    return {
        promise["id"]: _beside(promise["id"], statuses[promise["id"]][0], url)
        for promise in made
        if promise["id"] in statuses
    }


def _statuses(selected, page) -> dict[str, list[YearStatus]]:
    """Return what was said, kept in the process under how much that is.

    Rows are only ever added, so their number tells which they are. `selected` has that number as
    `promises_said` (see `policy.reading.languages`); without it this costs a query.
    """
    key = (page.translation_key, page.locale_id)
    said = getattr(selected, "promises_said", None)
    if said is None:
        return statuses_of(*key)
    return _said.get((*key, said), lambda: statuses_of(*key)) if said else {}


def _beside(promise_id: str, status: YearStatus, url: str) -> StatusBeside:
    return StatusBeside(
        status.year, status.state, str(status.state_name), f"{url}#{anchor_of(promise_id)}"
    )
