"""The plain values of each kind of block, and how their words are read in order."""

from html import escape

from policy.kinds import PassageKind

from .files import keep_file
from .references import FIGURE_RENDITION
from .richtext import freeze_richtext


def heading(value, references) -> dict:
    return {"heading": value["heading"], "lead": value["lead"] or ""}


def text(value, references) -> dict:
    return {
        "heading": value["heading"] or "",
        "body": _html(value, "body", references),
        "plain": value["plain"] or "",
        "questions": _questions(value),
    }


def figure(value, references) -> dict:
    frozen = {"alt": value["alt"], "caption": value["caption"] or ""}
    image = value["image"]
    if image is None:
        return {**frozen, "src": "", "width": 0, "height": 0}
    rendition = image.get_rendition(FIGURE_RENDITION)
    src = keep_file(rendition.file, rendition.file.name)
    return {**frozen, "src": src, "width": rendition.width, "height": rendition.height}


def principle(value, references) -> dict:
    return {
        "heading": value["heading"],
        "statement": _html(value, "statement", references),
        "plain": value["plain"] or "",
        "why": _html(value, "why", references),
        "citizens_can_expect": _html(value, "citizens_can_expect", references),
        "we_expect_of_citizens": _html(value, "we_expect_of_citizens", references),
        "promises": [_promise(child) for child in value["promises"].bound_blocks],
        "questions": _questions(value),
    }


def participation_form(value, references) -> dict:
    return {
        "heading": value["heading"],
        "what": _html(value, "what", references),
        "plain": value["plain"] or "",
        "degree_of_influence": value["degree_of_influence"] or "",
        "who_decides": value["who_decides"] or "",
        "when_it_fits": _html(value, "when_it_fits", references),
        "time_and_resources": _html(value, "time_and_resources", references),
        "questions": _questions(value),
    }


def theme(value, references) -> dict:
    return {
        "heading": value["heading"],
        "what": _html(value, "what", references),
        "plain": value["plain"] or "",
        "why_it_suits": _html(value, "why_it_suits", references),
        "examples": list(value["examples"]),
        # A form that is not in this text is left out: a link to nowhere helps nobody.
        "fitting_forms": [
            {"block": form, "heading": references.forms[form]}
            for form in map(str, value["fitting_forms"] or [])
            if form in references.forms
        ],
        "questions": _questions(value),
    }


def _html(value, name, references) -> str:
    return freeze_richtext(value[name].source, references) if value[name] else ""


def _questions(value) -> list[int]:
    return sorted(int(number) for number in value["questions"] or [])


def _promise(child) -> dict:
    due = child.value["due"]
    return {
        "id": child.id,
        "text": child.value["text"],
        "owner": child.value["owner"],
        "due": due.isoformat() if due else None,
    }


FREEZERS = {
    PassageKind.HEADING: heading,
    PassageKind.TEXT: text,
    PassageKind.FIGURE: figure,
    PassageKind.PRINCIPLE: principle,
    PassageKind.PARTICIPATION_FORM: participation_form,
    PassageKind.THEME: theme,
}


def _field(name):
    return lambda value: value.get(name, "")


def _plain(name):
    return lambda value: escape(value.get(name, ""))


def _list(name, key=None):
    def read(value):
        items = [item[key] if key else item for item in value.get(name, [])]
        return "".join(f"<li>{escape(item)}</li>" for item in items)

    return read


# What `FrozenBlock.text` reads, as HTML. Plain words are not here: they have a column of their own.
READABLE = {
    "heading": [_plain("lead")],
    "text": [_field("body")],
    "figure": [_plain("alt")],
    "principle": [
        _field("statement"),
        _field("why"),
        _field("citizens_can_expect"),
        _field("we_expect_of_citizens"),
        _list("promises", "text"),
    ],
    "participation_form": [
        _field("what"),
        _plain("who_decides"),
        _field("when_it_fits"),
        _field("time_and_resources"),
    ],
    "theme": [
        _field("what"),
        _field("why_it_suits"),
        _list("examples"),
        _list("fitting_forms", "heading"),
    ],
}
