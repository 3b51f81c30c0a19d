"""What a new block and a vanished passage may be, proposed by the likeness of words."""

from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from policy.freezing import FrozenBlock
from policy.models import Answer, Edition, Policy, Wording

from .aligning import Standing, Step, align
from .likeness import best_fit, best_pairs, likeness, share_found_in, words_of

ALIKE = 50  # percent of words that make a new block the continuation of a vanished passage
TAKEN_OVER = 60  # percent of a text's words that were taken from, or over by, another


@dataclass(frozen=True)
class Ground:
    """Why something is proposed: `percent` of the words are shared with the passage named `label`."""

    percent: int = 0
    label: str = ""

    def __str__(self) -> str:
        if not self.label:
            return _("Resembles no other passage.")
        return _("%(percent)s%% of the words are those of “%(passage)s”.") % {
            "percent": self.percent,
            "passage": self.label,
        }


@dataclass(frozen=True)
class NewBlock:
    """A block that is no passage yet. `wording` is what it is proposed to continue or come from."""

    block: FrozenBlock
    proposal: Answer = Answer.NEW
    wording: Wording | None = None
    ground: Ground = Ground()


@dataclass(frozen=True)
class Vanished:
    """A passage of the base edition without a block. `into` is what it is proposed to be merged in."""

    wording: Wording
    proposal: Answer = Answer.ENDS
    into: FrozenBlock | None = None
    ground: Ground = Ground()


@dataclass
class Proposals:
    """All that a person is asked, in reading order, beside what needs no question (`step`).

    A vanished passage that a new block is proposed to continue is in `vanished` too, with
    `Answer.CONTINUES` as its proposal: answering the block answers both.
    """

    step: Step
    new: list[NewBlock] = field(default_factory=list)
    vanished: list[Vanished] = field(default_factory=list)

    @property
    def standing(self) -> list[Standing]:
        return list(self.step.standing.values())


def propose(policy: Policy, base_edition: Edition | None, blocks: list[FrozenBlock]) -> Proposals:
    """Propose what became of each passage of an edition in blocks that are to be the next one.

    By identity and hash where there is one; for the rest by likeness of words, always with its
    ground. Reads three tables, writes nothing, and takes no longer for a hostile text than for a
    large one. Without a base edition nothing is asked: all passages are born.
    """
    step = align(policy, base_edition, blocks)
    if base_edition is None:
        return Proposals(step)
    words = Words(step)
    gone, fresh = step.vanished, step.new
    continued = best_pairs(
        [words.of_block(block) for block in fresh],
        [words.of_wording(wording) for wording in gone],
        likeness,
        ALIKE,
    )
    new = [_new(block, gone, continued.get(n), words) for n, block in enumerate(fresh)]
    taken = {column: (fresh[row], percent) for row, (column, percent) in continued.items()}
    vanished = [_vanished(w, taken.get(n), words) for n, w in enumerate(gone)]
    return Proposals(step, new, vanished)


class Words:
    """The words of both sides, and what the passages that stand have lost and gained."""

    def __init__(self, step: Step):
        self.changed = [s for s in step.standing.values() if s.wording.text != s.block.text]
        before = [self.of_wording(standing.wording) for standing in self.changed]
        after = [self.of_block(standing.block) for standing in self.changed]
        self.lost = [old - new for old, new in zip(before, after, strict=True)]
        self.gained = [new - old for old, new in zip(before, after, strict=True)]

    def of_block(self, block: FrozenBlock) -> Counter:
        return words_of(block.heading, block.text)

    def of_wording(self, wording: Wording) -> Counter:
        return words_of(wording.heading, wording.text)


def _new(block, gone, pair, words) -> NewBlock:
    if pair:
        wording = gone[pair[0]]
        return NewBlock(block, Answer.CONTINUES, wording, Ground(pair[1], wording.label))
    fit = best_fit(words.of_block(block), words.lost, share_found_in, TAKEN_OVER)
    if fit:
        wording = words.changed[fit[0]].wording
        return NewBlock(block, Answer.SPLIT_OFF, wording, Ground(fit[1], wording.label))
    return NewBlock(block)


def _vanished(wording, pair, words) -> Vanished:
    if pair:
        block, percent = pair
        return Vanished(wording, Answer.CONTINUES, block, Ground(percent, block.heading))
    fit = best_fit(words.of_wording(wording), words.gained, share_found_in, TAKEN_OVER)
    if fit:
        block = words.changed[fit[0]].block
        return Vanished(wording, Answer.MERGED, block, Ground(fit[1], block.heading))
    return Vanished(wording)
