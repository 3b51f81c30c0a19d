"""Proposals and a person's answers put together: what each passage's fate is, and what is still open."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from policy.freezing import FrozenBlock
from policy.models import Answer, Edition, FateKind, Passage, PassageAnswer, Policy

from .aligning import Step, align
from .proposing import Proposals, propose


@dataclass(frozen=True)
class Question:
    """Something that must be answered before the text is sealed. `key` names its field on screens."""

    key: str
    label: str
    why: str

    def __str__(self) -> str:
        return f"{self.label}: {self.why}"


@dataclass
class Settled:
    """The step to the next edition as a person has answered it.

    `split` is {passage id: blocks that were split off from it}, `merged` {passage id: the block
    that took it over}. `reasons` holds the words said about passages, `block_reasons` about blocks.
    """

    proposals: Proposals
    step: Step
    continued: dict[str, Passage] = field(default_factory=dict)
    split: dict[int, list[FrozenBlock]] = field(default_factory=dict)
    merged: dict[int, FrozenBlock] = field(default_factory=dict)
    ended: set[int] = field(default_factory=set)
    reasons: dict[int, str] = field(default_factory=dict)
    block_reasons: dict[str, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)

    def kind_of(self, passage_id: int) -> FateKind:
        """Return the fate of a passage of the earlier edition."""
        if passage_id in self.split:
            return FateKind.SPLIT
        if passage_id in self.step.standing:
            return self.step.standing[passage_id].kind
        return FateKind.MERGED if passage_id in self.merged else FateKind.REMOVED


def settle(policy: Policy, base: Edition | None, blocks: list[FrozenBlock]) -> Settled:
    """Return what the answers given so far make of the step from an edition to these blocks.

    An answer that the text has outrun (its block is gone, its passage stands again) counts for
    nothing, and the question is open again. Reads only.
    """
    proposals = propose(policy, base, blocks)
    settled = Settled(proposals, proposals.step)
    for block in proposals.step.doubled:
        settled.questions.append(
            Question(block_key(block), block.heading, _("stands twice. Delete one of the two."))
        )
    if base is None:
        return settled
    answers = list(PassageAnswer.objects.filter(policy=policy).select_related("passage"))
    _settle_blocks(settled, {str(row.block_id): row for row in answers if row.block_id})
    settled.step = align(policy, base, blocks, settled.continued)
    _settle_passages(settled, {row.subject_id: row for row in answers if row.subject_id})
    return settled


def block_key(block: FrozenBlock) -> str:
    return f"block-{block.block_id}"


def passage_key(wording) -> str:
    return f"passage-{wording.passage.code}"


def _settle_blocks(settled: Settled, answers: dict[str, PassageAnswer]) -> None:
    step = settled.step
    taken = {*step.standing, *(passage.pk for _block, passage in step.returned)}
    for block in step.new:
        row = answers.get(block.block_id)
        why = _fault_of_block(row, taken, step)
        if why:
            settled.questions.append(Question(block_key(block), block.heading, why))
            continue
        settled.block_reasons[block.block_id] = row.reason
        if row.answer == Answer.CONTINUES:
            settled.continued[block.block_id] = row.passage
            settled.reasons[row.passage_id] = row.reason
            taken.add(row.passage_id)
        elif row.answer == Answer.SPLIT_OFF:
            settled.split.setdefault(row.passage_id, []).append(block)
            settled.reasons[row.passage_id] = settled.reasons.get(row.passage_id) or row.reason


def _fault_of_block(row, taken, step) -> str:
    if row is None:
        return _("is it new, or does it continue a passage?")
    if row.answer == Answer.CONTINUES and row.passage_id in taken:
        return _("it can’t continue a passage that stands in the text.")
    if row.answer == Answer.SPLIT_OFF and row.passage_id not in step.wordings:
        return _("the passage that it was split off from is not in the earlier edition.")
    return ""


def _settle_passages(settled: Settled, answers: dict[int, PassageAnswer]) -> None:
    by_id = {block.block_id: block for block in settled.step.blocks}
    for passage_id, wording in settled.step.wordings.items():
        row = answers.get(passage_id)
        if passage_id in settled.step.standing:
            if row and row.answer == Answer.KEPT and row.reason:
                settled.reasons[passage_id] = row.reason
            continue
        if row and row.reason:
            settled.reasons[passage_id] = row.reason
        if passage_id in settled.split:
            continue
        if row and row.answer == Answer.MERGED and str(row.into_block) in by_id:
            settled.merged[passage_id] = by_id[str(row.into_block)]
        elif row and row.answer == Answer.ENDS:
            settled.ended.add(passage_id)
        else:
            why = _("does it end, or was it merged into another?")
            settled.questions.append(Question(passage_key(wording), wording.label, why))
