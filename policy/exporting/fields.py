"""The fields of a frozen passage in the order in which a page shows them, each as HTML with its label."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import translation
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from policy.kinds import PassageKind
from policy.templatetags.reading import passage_labels, promise_due


@dataclass(frozen=True)
class Field:
    """`name` is the field's name in the frozen value; `label` may be empty; `html` is safe."""

    name: str
    label: str
    html: str


def labels_in(language: str) -> dict:
    """Return the labels of fields in a language: those of the page, and two that it shows otherwise."""
    with translation.override(language):
        return {**passage_labels(language), "plain": _("In short"), "promises": _("Promises")}


def fields_of(kind: str, value: dict, labels: dict, html: Callable[[str], str]) -> list[Field]:
    """Return the fields that are not empty. `html` resolves the links of cleaned HTML."""
    found = []
    for name, is_labelled, read in FIELDS[kind]:
        if words := read(name, value, labels, html):
            label = str(labels[name]) if is_labelled else ""
            # Safe: cleaned on freezing, or escaped by the functions below.
            found.append(Field(name, label, mark_safe(words)))  # noqa: S308  # nosec B308 B703
    return found


def _rich(name, value, labels, html) -> str:
    return html(value.get(name, ""))


def _words(name, value, labels, html) -> str:
    return f"<p>{escape(value[name])}</p>" if value.get(name) else ""


def _items(name, value, labels, html) -> str:
    return _list(escape(item) for item in value.get(name, []))


def _degree(name, value, labels, html) -> str:
    ladder = labels["ladders"].get(value.get(name))
    return f"<p>{escape(ladder['words'])}</p>" if ladder else ""


def _promises(name, value, labels, html) -> str:
    def told(promise) -> str:
        due = promise.get("due")
        when = promise_due(due, labels["language"]) if due else labels["always"]
        about = " · ".join(str(part) for part in (promise.get("owner"), when) if part)
        return f"{escape(promise['text'])}<br><em>{escape(about)}</em>"

    return _list(map(told, value.get(name, [])))


def _forms(name, value, labels, html) -> str:
    def linked(form) -> str:
        words = escape(form["heading"])
        return f'<a href="#p-{escape(form["code"])}">{words}</a>' if form.get("code") else words

    return _list(map(linked, value.get(name, [])))


def _list(items) -> str:
    inside = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{inside}</ul>" if inside else ""


PLAIN = ("plain", True, _words)
FIELDS = {
    PassageKind.HEADING: [("lead", False, _words)],
    PassageKind.TEXT: [("body", False, _rich), PLAIN],
    PassageKind.FIGURE: [],
    PassageKind.PRINCIPLE: [
        ("statement", False, _rich),
        PLAIN,
        ("why", True, _rich),
        ("citizens_can_expect", True, _rich),
        ("we_expect_of_citizens", True, _rich),
        ("promises", True, _promises),
    ],
    PassageKind.PARTICIPATION_FORM: [
        ("what", False, _rich),
        PLAIN,
        ("degree_of_influence", False, _degree),
        ("who_decides", True, _words),
        ("when_it_fits", True, _rich),
        ("time_and_resources", True, _rich),
    ],
    PassageKind.THEME: [
        ("what", False, _rich),
        PLAIN,
        ("why_it_suits", True, _rich),
        ("examples", True, _items),
        ("fitting_forms", True, _forms),
    ],
}
