"""A comparison in words, which come before any mark or figure."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from policy.english.joining import listed, together


@dataclass(frozen=True)
class Summary:
    """`counts` is {kind: how many} with "unchanged"; `sentence` says the same.

    `terms` tells of explained words that differ, and is empty where none do.
    """

    counts: dict[str, int]
    sentence: str
    terms: str = ""

    @property
    def words(self) -> dict[str, str]:
        """Return {kind: "3 new"} of the kinds that occur."""
        return {kind: words_of(kind, n) for kind, n in self.counts.items() if n}


def words_of(kind: str, n: int) -> str:
    """Return "3 nye" or "1 fjernet" for a kind of change."""
    words = {
        "new": ngettext("%(n)s new", "%(n)s new", n),
        "reworded": ngettext("%(n)s reworded", "%(n)s reworded", n),
        "moved": ngettext("%(n)s moved", "%(n)s moved", n),
        "split": ngettext("%(n)s split", "%(n)s split", n),
        "merged": ngettext("%(n)s merged", "%(n)s merged", n),
        "removed": ngettext("%(n)s removed", "%(n)s removed", n),
        "unchanged": ngettext("%(n)s unchanged", "%(n)s unchanged", n),
    }
    return words[kind] % {"n": n}


def sentence_of(counts: dict[str, int], name: str) -> str:
    """Return what a listener hears first: "Udgave 3 ændrer 9 afsnit: 5 omskrevet, 3 nye og 1 fjernet."""
    told = [words_of(kind, n) for kind, n in counts.items() if n and kind != "unchanged"]
    changed = sum(n for kind, n in counts.items() if kind != "unchanged")
    said = {"edition": name[:1].upper() + name[1:], "n": changed, "list": ""}
    if not changed:
        return _("%(edition)s changes no passage: every one reads as before.") % said
    said["list"] = listed(told, _("and"))
    sentence = (
        ngettext(
            "%(edition)s changes %(n)s passage: %(list)s.",
            "%(edition)s changes %(n)s passages: %(list)s.",
            changed,
        )
        % said
    )
    if not counts["unchanged"]:
        return sentence
    rest = ngettext("%(n)s is unchanged.", "%(n)s are unchanged.", counts["unchanged"])
    return together(sentence, " ", rest % {"n": counts["unchanged"]})
