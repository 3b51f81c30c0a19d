"""A frozen value as the lines of words that a reader sees, field by field, in the active language.

Every field of `policy.freezing` is here: the text that a passage consists of is `main` whatever its
kind calls it, so that a principle that became a participation form is still compared with itself.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from policy.kinds import EIGHT_QUESTIONS, DegreeOfInfluence
from policy.templatetags.dates import day_in_words

from .html_lines import lines_of_html


@dataclass(frozen=True)
class Line:
    """A paragraph, an item or a row. `key` is its identity where it has one of its own."""

    shape: str
    text: str
    key: str = ""


@dataclass(frozen=True)
class Field:
    """Which keys of a frozen value it reads (the first that is there), and how."""

    keys: tuple[str, ...]
    label: Callable[[], str]
    read: Callable[[object], list[Line]]


def _html(value) -> list[Line]:
    return [Line(shape, text) for shape, text in lines_of_html(value)]


def _plain(value) -> list[Line]:
    return [Line("p", text) for line in value.split("\n") if (text := " ".join(line.split()))]


def _degree(value) -> list[Line]:
    names = dict(DegreeOfInfluence.choices)
    return [Line("p", str(names.get(value, value)))]


def _promises(value) -> list[Line]:
    return [Line("item", _promise(promise), promise["id"] or "") for promise in value]


def _promise(promise) -> str:
    owner, due = promise.get("owner"), promise.get("due")
    parts = [" ".join(promise["text"].split())]
    if owner:
        parts.append(owner)
    if due:
        parts.append(_("by %(day)s") % {"day": day_in_words(due)})
    return " · ".join(parts)


def _examples(value) -> list[Line]:
    return [Line("item", " ".join(example.split())) for example in value]


def _forms(value) -> list[Line]:
    return [Line("item", form["heading"], form["block"]) for form in value]


def _questions(value) -> list[Line]:
    names = dict(EIGHT_QUESTIONS)
    return [Line("item", f"{n}. {names.get(n, '')}".strip(), str(n)) for n in value]


def _no_label() -> str:
    return ""


FIELDS: dict[str, Field] = {
    "lead": Field(("lead",), _no_label, _plain),
    "main": Field(("statement", "what", "body"), _no_label, _html),
    "alt": Field(("alt",), lambda: _("Alternative text"), _plain),
    "plain": Field(("plain",), lambda: _("In short"), _plain),
    "degree_of_influence": Field(
        ("degree_of_influence",), lambda: _("Degree of influence"), _degree
    ),
    "who_decides": Field(("who_decides",), lambda: _("Who decides"), _plain),
    "when_it_fits": Field(("when_it_fits",), lambda: _("When it fits"), _html),
    "time_and_resources": Field(("time_and_resources",), lambda: _("Time and resources"), _html),
    "why": Field(("why",), lambda: _("Why"), _html),
    "why_it_suits": Field(("why_it_suits",), lambda: _("Why it suits co-creation"), _html),
    "citizens_can_expect": Field(("citizens_can_expect",), lambda: _("You can expect"), _html),
    "we_expect_of_citizens": Field(
        ("we_expect_of_citizens",), lambda: _("We expect of you"), _html
    ),
    "promises": Field(("promises",), lambda: _("Promises"), _promises),
    "examples": Field(("examples",), lambda: _("Examples"), _examples),
    "fitting_forms": Field(("fitting_forms",), lambda: _("Forms that fit"), _forms),
    "questions": Field(
        ("questions",), lambda: _("Answers these of the eight questions"), _questions
    ),
}
# Not words: a picture is told of, and its size follows from it.
PICTURE = {"src", "width", "height"}
HEADINGS = {"heading", "caption"}


def raw(value: dict, name: str):
    """Return what a value has in a field, or None: empty fields and missing ones are the same."""
    found = next((value[key] for key in FIELDS[name].keys if value.get(key)), None)
    if name == "fitting_forms" and found:
        # The code of a passage is not part of what a theme says.
        return [{"block": form["block"], "heading": form["heading"]} for form in found]
    return found


def lines_of(value: dict, name: str) -> list[Line]:
    """Return the lines of one field of a frozen value; labels in them in the active language."""
    found = raw(value, name)
    return FIELDS[name].read(found) if found is not None else []


def has_html(name: str) -> bool:
    """Whether a field may differ in links and emphasis while its words are the same."""
    return FIELDS[name].read is _html


def heading_of(value: dict) -> str:
    return value.get("heading") or value.get("caption", "")
