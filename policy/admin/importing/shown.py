"""A plan as its screen shows it: labels of the page's passages, and the rows with what is known of them."""

from dataclasses import dataclass

from policy.blocks import PASSAGES
from policy.fates import known_passages
from policy.freezing import FrozenBlock
from policy.importing.sections import INTRODUCTION
from policy.importing.sentences import ground_in_words, match_in_words
from policy.importing.values import missing_fields
from policy.kinds import PassageKind
from policy.models import Policy

BLOCKS = dict(PASSAGES)


@dataclass(frozen=True)
class ShownRow:
    """A row with its four bound fields. `small` is an image's data address, or empty."""

    row: dict
    kind: object
    heading: object
    action: object
    continues: object
    ground: str
    match: str
    missing: list[str]
    small: str

    @property
    def fields(self) -> list:
        return [self.kind, self.heading, self.action, self.continues]


def shown_rows(form) -> list[ShownRow]:
    """Return the rows of a `PlanForm`."""
    return [_shown(form, row) for row in form.plan["rows"]]


def _shown(form, row: dict) -> ShownRow:
    image = form.plan["images"].get(row["image"])
    bound = {n: form[f"{n}_{row['n']}"] for n in ("kind", "heading", "action", "continues")}
    return ShownRow(
        row=row,
        ground=ground_in_words(row),
        match=match_in_words(row),
        missing=_missing(row),
        small=f"data:image/jpeg;base64,{image['small']}" if image else "",
        **bound,
    )


def _missing(row: dict) -> list[str]:
    if row["kind"] == INTRODUCTION or row["action"] != "take":
        return []
    fields = BLOCKS[row["kind"]].child_blocks
    return [str(fields[name].label) for name in missing_fields(row["kind"], row)]


def choices_of(policy: Policy, blocks: list[FrozenBlock]) -> list[tuple[str, str]]:
    """Return (block id, "Princip 3: Vi svarer (k7m2qx)") in reading order. Two queries."""
    known = known_passages(policy, [block.block_id for block in blocks])
    return [(block.block_id, _label(block, known.get(block.block_id))) for block in blocks]


def _label(block: FrozenBlock, passage) -> str:
    name = " ".join(filter(None, [str(PassageKind(block.kind).label), block.number]))
    words = block.heading or block.text[:50]
    code = f" ({passage.code})" if passage else ""
    return f"{name}: {words}{code}" if words else f"{name}{code}"
