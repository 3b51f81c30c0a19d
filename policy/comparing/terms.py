"""The explained terms of two frozen texts against each other, by their names."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from policy.english.joining import listed

from .words import Budget, Piece, diff_words

# In the order in which they are counted and told.
KINDS = ("new", "reworded", "removed")


@dataclass(frozen=True)
class TermChange:
    """A term whose explanation is new, reworded, or no longer in the text.

    A term is frozen with a text only where it occurs in it: one that is new may have been explained
    elsewhere before, and one that is gone may only have lost its last place.
    """

    kind: str
    name: str
    pieces: tuple[Piece, ...]


def diff_terms(old: list[dict], new: list[dict], budget: Budget) -> list[TermChange]:
    """Return the terms that differ, by name. Each is {"name", "forms", "explanation"}.

    Other forms of a word are no part of what is told: they only say where it is found.
    """
    before, after = ({_key(term): term for term in terms} for terms in (old, new))
    changes = []
    for key in sorted(before.keys() | after.keys()):
        was, now = (terms.get(key, {}).get("explanation", "") for terms in (before, after))
        if was == now:
            continue
        name = (after.get(key) or before[key])["name"]
        changes.append(TermChange(_kind(was, now), name, tuple(diff_words(was, now, budget))))
    return changes


def sentence_of_terms(changes: list[TermChange]) -> str:
    """Return "Forklarede ord: 2 nye og 1 omskrevet.", or nothing when none changed."""
    kinds = [change.kind for change in changes]
    told = [_counted(kind, kinds.count(kind)) for kind in KINDS if kind in kinds]
    if not told:
        return ""
    return _("Words explained: %(list)s.") % {"list": listed(told, _("and"))}


def _key(term: dict) -> str:
    return " ".join(term["name"].split()).casefold()


def _kind(was: str, now: str) -> str:
    if not was:
        return "new"
    return "reworded" if now else "removed"


def _counted(kind: str, n: int) -> str:
    words = {
        "new": ngettext("%(n)s new word", "%(n)s new words", n),
        "reworded": ngettext("%(n)s explained anew", "%(n)s explained anew", n),
        "removed": ngettext("%(n)s no longer explained", "%(n)s no longer explained", n),
    }
    return words[kind] % {"n": n}
