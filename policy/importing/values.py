"""A row's pieces as the raw value of a block of some kind: only the fields that the document gives.

Computed anew whenever a person changes the kind; a piece whose label that kind has no field for
stays in its text, under its label, so that no word is lost.
"""

import re
from html import escape
from uuid import UUID, uuid5

from policy.kinds import PassageKind

from .labels import degree_of
from .reading.markup import rich, words_of

FIELDS = {
    PassageKind.HEADING: {"": "lead"},
    PassageKind.TEXT: {"": "body", "plain": "plain"},
    PassageKind.FIGURE: {},
    PassageKind.PRINCIPLE: {
        "": "statement",
        "plain": "plain",
        "why": "why",
        "citizens_can_expect": "citizens_can_expect",
        "we_expect_of_citizens": "we_expect_of_citizens",
        "promises": "promises",
    },
    PassageKind.PARTICIPATION_FORM: {
        "": "what",
        "plain": "plain",
        "degree_of_influence": "degree_of_influence",
        "who_decides": "who_decides",
        "when_it_fits": "when_it_fits",
        "time_and_resources": "time_and_resources",
    },
    PassageKind.THEME: {
        "": "what",
        "plain": "plain",
        "why": "why_it_suits",
        "why_it_suits": "why_it_suits",
        "examples": "examples",
        "fitting_forms": "fitting_forms",
    },
}
WORDS = {"lead", "plain", "who_decides"}
ITEM = re.compile(r"<li>(.*?)</li>|<p>(.*?)</p>", re.DOTALL)
# What an edition's own export prints after a promise: "office · by when".
AFTER = re.compile(r"<br\s*/?>", re.IGNORECASE)
EMPTY = {
    PassageKind.HEADING: {"heading": "", "lead": ""},
    PassageKind.TEXT: {"heading": "", "body": "", "plain": "", "questions": []},
    PassageKind.FIGURE: {"image": None, "alt": "", "caption": ""},
    PassageKind.PRINCIPLE: {
        **dict.fromkeys(("heading", "statement", "plain", "why"), ""),
        **{"citizens_can_expect": "", "we_expect_of_citizens": "", "promises": [], "questions": []},
    },
    PassageKind.PARTICIPATION_FORM: {
        **dict.fromkeys(("heading", "what", "plain", "degree_of_influence", "who_decides"), ""),
        **{"when_it_fits": "", "time_and_resources": "", "questions": ["7"]},
    },
    PassageKind.THEME: {
        **dict.fromkeys(("heading", "what", "plain", "why_it_suits"), ""),
        **{"examples": [], "fitting_forms": [], "questions": ["8"]},
    },
}
REQUIRED = {
    PassageKind.PRINCIPLE: ("heading", "statement"),
    PassageKind.PARTICIPATION_FORM: ("heading", "what", "degree_of_influence"),
    PassageKind.THEME: ("heading", "what"),
    PassageKind.HEADING: ("heading",),
    PassageKind.TEXT: ("body",),
    PassageKind.FIGURE: ("alt",),
}


def fields_given(kind: str, row: dict) -> dict[str, str]:
    """Return {field: HTML} of the row's pieces as a block of this kind has them; heading not among them."""
    known = FIELDS[PassageKind(kind)]
    given: dict[str, str] = {}
    for piece in row["pieces"]:
        field = known.get(piece["field"])
        html = piece["html"]
        if field is None or not piece["field"]:
            field = known.get("")
            label = f"<p><b>{escape(piece['label'])}</b></p>" if piece["label"] else ""
            html = label + html
        if field:
            given[field] = given.get(field, "") + html
    return given


def value_given(kind: str, row: dict, namespace: UUID) -> dict:
    """Return the raw value of the fields that the document gives. Ids of list items follow from the row."""
    value = {"caption" if kind == PassageKind.FIGURE else "heading": row["heading"]}
    if kind == PassageKind.FIGURE:
        return {**value, "alt": row["alt"][:255]}
    for field, html in fields_given(kind, row).items():
        value[field] = _raw(field, html, namespace)
    return value


def missing_fields(kind: str, row: dict) -> list[str]:
    """Return the required fields of this kind that the document gives nothing for."""
    given = {"heading": row["heading"], "alt": row["alt"], **fields_given(kind, row)}
    if "degree_of_influence" in given:
        given["degree_of_influence"] = degree_of(words_of(given["degree_of_influence"]))
    return [name for name in REQUIRED[PassageKind(kind)] if not given.get(name)]


def _raw(field: str, html: str, namespace: UUID):
    if field in WORDS:
        return words_of(html)
    if field == "degree_of_influence":
        return degree_of(words_of(html))
    if field == "promises":
        promises = [_promise(item) for item in items_of(html)]
        return [_item(promise, namespace, field, n) for n, promise in enumerate(promises)]
    if field == "examples":
        return [_item(words_of(x), namespace, field, n) for n, x in enumerate(items_of(html))]
    if field == "fitting_forms":
        return [words_of(item) for item in items_of(html)]  # names; `merging` finds the blocks
    return rich(html)


def items_of(html: str) -> list[str]:
    """Return the HTML of each list item or paragraph that has words."""
    items = [item or paragraph for item, paragraph in ITEM.findall(html)]
    return [item for item in items if words_of(item)]


def _promise(html: str) -> dict:
    text, *about = AFTER.split(html)
    owner = words_of(" ".join(about)).split(" · ")[0]
    return {"text": words_of(text), "owner": owner[:120], "due": None}


def _item(value, namespace: UUID, field: str, number: int) -> dict:
    return {"type": "item", "id": str(uuid5(namespace, f"{field}/{number}")), "value": value}
