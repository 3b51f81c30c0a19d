"""Explained terms in a frozen text as it is read: each links to its explanation where it first stands.

A link, and not a button: its words stay part of the text where it is copied, printed, listened to or
shown by a reader that knows no scripts. The explanation stands once on the page, `w-1`, `w-2` …; the
style shows it over the text when it is the address's target, and a script when it is asked for.
"""

from dataclasses import dataclass
from html import escape

from django.utils.safestring import mark_safe

from policy.terms import Finder

# Names of frozen fields in reading order. The first ones are HTML, the others plain words.
HTML_FIELDS = (
    "statement",
    "what",
    "body",
    "why",
    "citizens_can_expect",
    "we_expect_of_citizens",
    "when_it_fits",
    "time_and_resources",
    "why_it_suits",
)
WORD_FIELDS = ("who_decides",)
# Read instead of the rest, so a term's first place in it is one of its own.
SHORT_FIELDS = ("plain",)


@dataclass(frozen=True)
class ReadTerm:
    """A term with the id of its explanation on the page."""

    anchor: str
    name: str
    explanation: str


class Terms:
    """The explained terms of one text."""

    def __init__(self, terms: list[dict]):
        self._finder = Finder(terms)
        self.all = [
            ReadTerm(f"w-{number}", term["name"], term["explanation"])
            for number, term in enumerate(terms, 1)
        ]
        self._anchors = {term.name: term.anchor for term in self.all}

    def of(self, names: set[str]) -> list[ReadTerm]:
        """Return the terms of these names, in the text's order."""
        return [term for term in self.all if term.name in names]

    def mark(self, value: dict, used: set[str] | None = None) -> dict:
        """Return a passage's frozen value with each term linked where it first stands in it.

        Fields of plain words become safe HTML. Adds the names of what it marks to `used`.
        """
        if not self._finder:
            return value
        seen: set[str] = set()
        short: set[str] = set()
        marked = {name: self._marked(value[name], seen) for name in HTML_FIELDS if value.get(name)}
        for fields, known in ((WORD_FIELDS, seen), (SHORT_FIELDS, short)):
            for name in fields:
                if value.get(name):
                    html = self._marked(escape(value[name]), known)
                    # Safe: the words were escaped before links of our own were put in.
                    marked[name] = mark_safe(html)  # noqa: S308  # nosec B308 B703
        if used is not None:
            used |= seen | short
        return value | marked

    def _marked(self, html: str, seen: set[str]) -> str:
        return self._finder.mark(html, seen, self._link)

    def _link(self, name: str, words: str) -> str:
        return f'<a class="term" href="#{self._anchors[name]}" data-term>{words}</a>'
