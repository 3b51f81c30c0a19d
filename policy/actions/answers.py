"""Say what new blocks are and what became of vanished passages, before the next edition is sealed."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from policy.errors import Refused
from policy.fates import block_key, known_passages, passage_key, settle
from policy.freezing import freeze_body
from policy.models import Answer, Passage, PassageAnswer, Policy, PolicyPage
from policy.numbering import newest_edition

ABOUT_BLOCKS = {Answer.NEW, Answer.CONTINUES, Answer.SPLIT_OFF}


@dataclass(frozen=True)
class AboutBlock:
    """A new block is NEW, CONTINUES `passage` or was SPLIT_OFF from it. None takes an answer back."""

    block_id: str
    answer: Answer | None
    passage: Passage | None = None
    reason: str = ""


@dataclass(frozen=True)
class AboutPassage:
    """A passage ENDS or was MERGED into a block, both with a reason; one that stands is KEPT.

    None takes an answer back.
    """

    passage: Passage
    answer: Answer | None
    into_block: str | None = None
    reason: str = ""


@transaction.atomic
def save_answers(*, page: PolicyPage, given: list[AboutBlock | AboutPassage], user) -> None:
    """Keep answers about the page's newest draft, in place of earlier ones about the same things.

    Raises `Refused` and keeps none when one makes no sense: two blocks that continue one passage,
    a block that continues a passage which stands, an end of what stands, an end without a reason.
    """
    Policy.objects.get_or_create(id=page.translation_key)
    policy = Policy.objects.select_for_update().get(id=page.translation_key)
    draft = page.get_latest_revision_as_object()
    here = Here(policy, [str(child.id) for child in draft.body])
    for one in given:
        (here.check_block if isinstance(one, AboutBlock) else here.check_passage)(one)
    rows = PassageAnswer.objects.filter(policy=policy)
    rows.filter(block_id__in=[a.block_id for a in given if isinstance(a, AboutBlock)]).delete()
    rows.filter(subject__in=[a.passage for a in given if isinstance(a, AboutPassage)]).delete()
    PassageAnswer.objects.bulk_create(_row(policy, a, user) for a in given if a.answer)
    here.check_continued(rows.filter(answer=Answer.CONTINUES))


def accept_proposals(*, page: PolicyPage, user, reason: str) -> None:
    """Answer everything that is open as the machine proposes; `reason` is why passages end.

    What a person has said stays.
    """
    policy = Policy.objects.get_or_create(id=page.translation_key)[0]
    draft = page.get_latest_revision_as_object()
    settled = settle(policy, newest_edition(policy), freeze_body(draft.body))
    found, keys = settled.proposals, {question.key for question in settled.questions}
    given: list[AboutBlock | AboutPassage] = [
        AboutBlock(new.block.block_id, new.proposal, new.wording and new.wording.passage)
        for new in found.new
        if block_key(new.block) in keys
    ]
    given += [
        AboutPassage(
            gone.wording.passage, gone.proposal, gone.into and gone.into.block_id, reason=reason
        )
        for gone in found.vanished
        if gone.proposal != Answer.CONTINUES and passage_key(gone.wording) in keys
    ]
    save_answers(page=page, given=given, user=user)


class Here:
    """The draft that is answered about: its blocks, and the passages that stand in it."""

    def __init__(self, policy: Policy, block_ids: list[str]):
        self.policy, self.block_ids = policy, set(block_ids)
        self.known = known_passages(policy, block_ids)
        self.standing = {passage.pk for passage in self.known.values()}

    def check_block(self, given: AboutBlock) -> None:
        if given.block_id not in self.block_ids:
            raise Refused(_("The block is not in the newest draft."))
        if given.answer is None:
            return
        if given.block_id in self.known:
            raise Refused(_("The block is a passage already."))
        if given.answer not in ABOUT_BLOCKS:
            raise Refused(_("That is no answer about a new block."))
        if given.answer != Answer.NEW and (
            given.passage is None or given.passage.policy_id != self.policy.pk
        ):
            raise Refused(_("Choose one of the policy’s own passages."))
        if given.answer == Answer.CONTINUES and given.passage.pk in self.standing:
            raise Refused(_("A block can’t continue a passage that still stands in the text."))

    def check_passage(self, given: AboutPassage) -> None:
        stands = given.passage.pk in self.standing
        if given.passage.policy_id != self.policy.pk:
            raise Refused(_("Choose one of the policy’s own passages."))
        if given.answer is None:
            return
        if given.answer not in {Answer.KEPT, Answer.ENDS, Answer.MERGED}:
            raise Refused(_("That is no answer about a passage."))
        if stands != (given.answer == Answer.KEPT):
            raise Refused(
                _("The passage still stands in the text: it can’t end.")
                if stands
                else _("The passage is not in the text any more: it can’t be kept.")
            )
        if given.answer == Answer.MERGED and given.into_block not in self.block_ids:
            raise Refused(_("Choose the block that took over the words."))
        if not stands and not given.reason.strip():
            raise Refused(_("Write why the passage is not there any more. The reason is public."))

    def check_continued(self, rows) -> None:
        """Refuse when two blocks of this draft continue one passage."""
        passages = [row.passage_id for row in rows if str(row.block_id) in self.block_ids]
        if len(set(passages)) < len(passages):
            raise Refused(_("Two blocks can’t continue the same passage."))


def _row(policy, given, user) -> PassageAnswer:
    row = PassageAnswer(
        policy=policy, answer=given.answer, reason=given.reason.strip(), answered_by=user
    )
    if isinstance(given, AboutBlock):
        row.block_id = UUID(given.block_id)
        row.passage = None if given.answer == Answer.NEW else given.passage
    else:
        row.subject = given.passage
        row.into_block = UUID(given.into_block) if given.answer == Answer.MERGED else None
    return row
