"""Freeze a body: one `FrozenBlock` for each top-level block, numbered as printed."""

from dataclasses import dataclass

from policy.kinds import NUMBERED, PassageKind

from .references import references_of
from .richtext import text_of_richtext
from .values import FREEZERS, READABLE


@dataclass(frozen=True)
class FrozenBlock:
    """A passage-to-be: its block's id, its kind, its number as printed, its plain values."""

    block_id: str
    kind: str
    number: str
    value: dict

    @property
    def heading(self) -> str:
        return self.value.get("heading") or self.value.get("caption", "")

    @property
    def plain_language(self) -> str:
        return self.value.get("plain", "")

    @property
    def text(self) -> str:
        """All words of the passage in reading order, without the heading and the plain words."""
        parts = [read(self.value) for read in READABLE[self.kind]]
        return "\n\n".join(text_of_richtext(part) for part in parts if part)


def freeze_body(body) -> list[FrozenBlock]:
    """Return the blocks of a StreamValue in order. Reads references from the database in a few
    queries, however many blocks, links and pictures there are; changes nothing.

    A passage's number is its place among its own kind within its chapter, counted from 1.
    """
    blocks, counts = [], {}
    references = references_of(body)
    for child in body:
        kind = PassageKind(child.block_type)
        if kind == PassageKind.HEADING:
            counts = {}
        number = ""
        if kind in NUMBERED:
            counts[kind] = counts.get(kind, 0) + 1
            number = str(counts[kind])
        value = FREEZERS[kind](child.value, references)
        blocks.append(FrozenBlock(str(child.id), kind.value, number, value))
    return blocks
