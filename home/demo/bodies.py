"""A policy's body as Wagtail keeps it, made of the demo's plain texts."""

from policy.kinds import PassageKind

from .richtext import to_html
from .texts import demo_id, edition_texts, passage_in

RICH = {
    PassageKind.TEXT: ("body",),
    PassageKind.PRINCIPLE: ("statement", "why", "citizens_can_expect", "we_expect_of_citizens"),
    PassageKind.PARTICIPATION_FORM: ("what", "when_it_fits", "time_and_resources"),
    PassageKind.THEME: ("what", "why_it_suits"),
}


def passage_id(passage: str) -> str:
    """Return the id of a passage's block, the same in every edition and language."""
    return str(demo_id(f"passage/{passage}"))


def item_id(name: str) -> str:
    """Return the id of an item of a list, a promise for example, the same in every edition."""
    return str(demo_id(f"item/{name}"))


def body_of(edition: str, language: str) -> list[dict]:
    """Return the raw blocks of an edition in a language."""
    return [_block(passage, edition, language) for passage in edition_texts(edition)["order"]]


def _block(passage: str, edition: str, language: str) -> dict:
    kind, values = passage_in(passage, edition, language)
    if kind == PassageKind.HEADING:
        value = {"heading": values["heading"], "lead": values["body"]}
    else:
        value = {name: _value(name, given, passage, kind) for name, given in values.items()}
        value.setdefault("plain", "")
    return {"type": kind, "id": passage_id(passage), "value": value}


def _value(name: str, given, passage: str, kind: str):
    if name in RICH[kind]:
        return to_html(given) if given else ""
    if name == "promises":
        return [_item(promise["id"], _promise(promise)) for promise in given]
    if name == "examples":
        return [_item(f"{passage}-example-{n}", words) for n, words in enumerate(given, 1)]
    if name == "fitting_forms":
        return [passage_id(form) for form in given]
    if name == "questions":
        return [str(number) for number in given]
    return given


def _item(name: str, value) -> dict:
    return {"type": "item", "id": item_id(name), "value": value}


def _promise(promise: dict) -> dict:
    return {name: promise[name] for name in ("text", "owner", "due")}
