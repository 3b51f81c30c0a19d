"""The step from an edition to a list of frozen blocks, aligned by the identity of passages alone."""

from dataclasses import dataclass, field
from uuid import UUID

from policy.freezing import FrozenBlock, hash_of_value
from policy.models import Edition, FateKind, Passage, PassageBlock, Policy, Wording

from .order import moved, places_of

MAIN = ("heading", "statement", "what", "body", "plain")


@dataclass(frozen=True)
class Standing:
    """A passage that is in both texts, and what became of it."""

    wording: Wording
    block: FrozenBlock
    kind: FateKind


@dataclass
class Step:
    """Where each passage of `base` is in the blocks, and what each block was in `base`.

    `returned` are blocks of passages that are known but not in `base`: restored ones, which are
    who they were. `doubled` are blocks whose passage stands already: two can't be one.
    """

    blocks: list[FrozenBlock]
    wordings: dict[int, Wording]
    standing: dict[int, Standing] = field(default_factory=dict)
    new: list[FrozenBlock] = field(default_factory=list)
    returned: list[tuple[FrozenBlock, Passage]] = field(default_factory=list)
    doubled: list[FrozenBlock] = field(default_factory=list)

    @property
    def vanished(self) -> list[Wording]:
        return [w for passage, w in self.wordings.items() if passage not in self.standing]


def known_passages(policy: Policy, block_ids) -> dict[str, Passage]:
    """Return {block id: passage} of the blocks that are a passage already. Two queries."""
    ids = {UUID(block_id) for block_id in block_ids}
    known = {str(p.uuid): p for p in Passage.objects.filter(policy=policy, uuid__in=ids)}
    rows = PassageBlock.objects.filter(policy=policy, block_id__in=ids).select_related("passage")
    return known | {str(row.block_id): row.passage for row in rows}


def wordings_of(edition: Edition | None) -> dict[int, Wording]:
    """Return {passage id: its authoritative wording} in reading order. One query."""
    if edition is None:
        return {}
    wordings = Wording.objects.filter(
        edition_text__edition=edition, edition_text__is_authoritative=True
    )
    return {w.passage_id: w for w in wordings.select_related("passage").order_by("order")}


def align(policy: Policy, base: Edition | None, blocks: list[FrozenBlock], continued=None) -> Step:
    """Align blocks with an edition. `continued` {block id: passage} is what a person has said."""
    known = known_passages(policy, [block.block_id for block in blocks])
    known = (continued or {}) | known
    step = Step(blocks=blocks, wordings=wordings_of(base))
    pairs: dict[int, FrozenBlock] = {}
    seen: set[str] = set()
    for block in blocks:
        passage = known.get(block.block_id)
        if block.block_id in seen:
            step.doubled.append(block)
            continue
        seen.add(block.block_id)
        if passage is None:
            step.new.append(block)
        elif passage.pk in pairs:
            step.doubled.append(block)
        else:
            pairs[passage.pk] = block
            if passage.pk not in step.wordings:
                step.returned.append((block, passage))
    _judge(step, pairs)
    return step


def _judge(step: Step, pairs: dict[int, FrozenBlock]) -> None:
    keys = {block.block_id: passage for passage, block in pairs.items()}
    before = places_of((passage, wording.kind) for passage, wording in step.wordings.items())
    after = places_of((keys.get(b.block_id, b.block_id), b.kind) for b in step.blocks)
    elsewhere = moved(before, after)
    for passage, wording in step.wordings.items():
        if passage in pairs:
            block = pairs[passage]
            kind = kind_of(wording, block, passage in elsewhere)
            step.standing[passage] = Standing(wording, block, kind)


def kind_of(wording: Wording, block: FrozenBlock, is_elsewhere: bool) -> FateKind:
    """Return what became of a passage that stands: words weigh more than place.

    One whose kind changed has other fields, so its hash differs: it is moved when the words that
    both kinds have are the same.
    """
    if wording.kind != block.kind:
        same = _main_words(wording.value) == _main_words(block.value)
        return FateKind.MOVED if same else FateKind.REWORDED
    if wording.sha256 != hash_of_value(block.value):
        return FateKind.REWORDED
    return FateKind.MOVED if is_elsewhere else FateKind.UNCHANGED


def _main_words(value: dict) -> list[str]:
    return [value[name] for name in MAIN if value.get(name)]
