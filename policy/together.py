"""Languages that become public in the same moment as the Danish, where the editor asks for it.

The policy must not know of translations, so the app that makes them fills this in `ready()`. The texts
are frozen in the transaction of the adoption: all of them, or nothing is adopted.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

# Servers in between keep a page for a minute at most (`home.freshness`). What is public a minute after
# it was frozen stands at the same instant in pages of every language that were kept, too.
LEAD = datetime.timedelta(minutes=1)

Offer = Callable[..., Iterable["Language"]]
_sources: list[tuple[Offer, Callable[..., None]]] = []


@dataclass(frozen=True)
class Language:
    """A language that may join. `adopted_by` is what the edition before it said there, or ""."""

    code: str
    name: str
    adopted_by: str = ""


@dataclass(frozen=True)
class Words:
    """What is said beside an edition's text in a language, as in the Danish seal."""

    note: str = ""
    adopted_by: str = ""


def register(offer: Offer, freeze: Callable[..., None]) -> None:
    """`offer(page, user)` returns languages; `freeze(edition, code, words, user, at)` freezes one.

    `freeze` raises `Refused` with what is in the way.
    """
    _sources.append((offer, freeze))


def languages_for(page, user) -> list[Language]:
    """Return the languages that a person may let a policy's next edition wait for."""
    return [language for offer, _freeze in _sources for language in offer(page, user)]


def freeze_languages(*, edition, words: dict[str, Words], user, at) -> None:
    """Freeze the edition's text in each of these languages; must run in a transaction.

    Raises `Refused` at the first that is not ready, or that nobody offers.
    """
    for code, said in words.items():
        for _offer, freeze in _sources:
            freeze(edition=edition, code=code, words=said, user=user, at=at)
