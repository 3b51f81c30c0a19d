"""The demo's texts as they lie beside this module, and the ids that follow from their names."""

import json
from functools import cache
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

FOLDER = Path(__file__).parent
NAMESPACE = uuid5(NAMESPACE_URL, "https://demo.samskabelse.example/")
SOURCE, TRANSLATION = "da", "en"
# The same in every language, so they stand in the Danish only.
NEUTRAL = ("degree_of_influence", "fitting_forms", "questions")


def demo_id(name: str) -> UUID:
    """Return the id of something in the demo: the same on every site, so addresses are too."""
    return uuid5(NAMESPACE, name)


@cache
def load(name: str) -> dict:
    """Return the content of one of the JSON files. Shared: do not change it."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def edition_keys() -> list[str]:
    """Return the editions' keys, oldest first."""
    return [edition["key"] for edition in load("policy")["editions"]]


def edition_texts(key: str) -> dict:
    """Return what the demo says of an edition: dates, note, introduction, order of passages."""
    return next(edition for edition in load("policy")["editions"] if edition["key"] == key)


def passage_in(passage: str, edition: str, language: str) -> tuple[str, dict]:
    """Return (kind, values) of a passage as it reads in an edition and a language.

    Where an edition has no wording of its own, the latest before it holds.
    """
    entry = load("policy")["passages"][passage]
    keys = edition_keys()
    written = [key for key in keys[: keys.index(edition) + 1] if key in entry["wordings"]]
    wording = entry["wordings"][written[-1]]
    values = dict(wording[SOURCE])
    if language != SOURCE:
        values |= wording[language]
        if "promises" in values:
            pairs = zip(wording[SOURCE]["promises"], wording[language]["promises"], strict=True)
            values["promises"] = [{**danish, **translated} for danish, translated in pairs]
    changes = [key for key in entry.get("kind_in", {}) if key in keys[: keys.index(edition) + 1]]
    return (entry["kind_in"][changes[-1]] if changes else entry["kind"]), values
