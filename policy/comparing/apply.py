"""Old text + comparison = new text, and the other way round: what shows that nothing is left out."""

from dataclasses import dataclass

from .lines import FIELDS, heading_of, lines_of
from .shapes import Change


@dataclass(frozen=True)
class Words:
    """The words of one passage as a reader sees them; `fields` is {name: lines}, none of them empty."""

    passage: str
    kind: str
    number: str
    heading: str
    fields: dict[str, list[str]]


def words_of(content: list[dict]) -> list[Words]:
    """Return the words of an `EditionText.content`, labels in them in the active language."""
    return [
        Words(
            entry["passage"],
            entry["kind"],
            entry["number"],
            heading_of(entry["value"]),
            {
                name: [line.text for line in lines]
                for name in FIELDS
                if (lines := lines_of(entry["value"], name))
            },
        )
        for entry in content
    ]


def forward(old: list[Words], changes: list[Change]) -> list[Words]:
    """Return the new text; raise ValueError when the changes are not of this old text."""
    return _applied(old, changes, "old", "new")


def backward(new: list[Words], changes: list[Change]) -> list[Words]:
    """Return the old text; raise ValueError when the changes are not of this new text."""
    return _applied(new, changes, "new", "old")


def _applied(text, changes, of: str, to: str) -> list[Words]:
    known = {words.passage: words for words in text}
    if known.keys() != {change.passage for change in changes if getattr(change, of)}:
        raise ValueError("The comparison is not of these passages.")
    placed = {}
    for change in changes:
        side = getattr(change, to)
        if side is None:
            continue
        before = known.get(change.passage) or Words(change.passage, "", "", "", {})
        fields = dict(before.fields)
        for field in change.fields:
            if field.name in FIELDS:
                _put(fields, field, of, to)
        placed[side.at] = Words(
            change.passage, side.kind, side.number, _heading(change, before, of, to), fields
        )
    return [placed[at] for at in sorted(placed)]


def _put(fields, field, of, to) -> None:
    if _lines(field, of) != fields.get(field.name, []):
        raise ValueError(f"The comparison is not of this text: {field.name}")
    fields[field.name] = _lines(field, to)
    if not fields[field.name]:
        del fields[field.name]


def _lines(field, side: str) -> list[str]:
    places = [(getattr(part, f"{side}_at"), getattr(part, side)) for part in field.parts]
    return [text for at, text in sorted((at, text) for at, text in places if at is not None)]


def _heading(change, before, of, to) -> str:
    if not change.heading:
        return before.heading
    ops = {"old": "removed", "new": "added"}
    if before.heading != "".join(p.text for p in change.heading if p.op in {"same", ops[of]}):
        raise ValueError("The comparison is not of this heading.")
    return "".join(piece.text for piece in change.heading if piece.op in {"same", ops[to]})
