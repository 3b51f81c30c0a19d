"""A frozen text against the working text: what adopting it would change."""

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from policy.freezing import freeze_body
from policy.freezing.terms import freeze_terms
from policy.models import Answer, EditionText, Passage, PassageAnswer, PassageBlock

from .shapes import Comparison, Reason
from .steps import join_heirs
from .texts import ask_companions, differences, put_addresses
from .words import Budget


@dataclass
class WorkingText:
    """The newest draft in the shape of an `EditionText`."""

    title: str
    introduction: str
    content: list[dict]
    terms: list[dict] = field(default_factory=list)


def compare_with_draft(old: EditionText | None, draft) -> Comparison:
    """Compare a frozen text with a draft `PolicyPage` object; everything is new without one.

    Identity follows what the editor has answered so far, and so do the reasons. Not kept anywhere.
    """
    answers = list(
        PassageAnswer.objects.filter(policy=draft.translation_key).select_related(
            "subject", "passage"
        )
    )
    blocks = freeze_body(draft.body)
    content, passage_of = _content(draft, blocks, answers)
    terms = freeze_terms(blocks, draft.locale)
    now = WorkingText(draft.title, draft.introduction, content, terms)
    before = old or WorkingText(draft.title, draft.introduction, [])
    language = draft.locale.language_code
    comparison = differences(before, now, language, Budget())
    comparison.new_name = _("the working text")
    if old:
        comparison.old_name = str(old.edition.name)
        comparison.old_url = draft.edition_url(old.edition)
    put_addresses(comparison, draft)
    _tell_answers(comparison, answers, passage_of)
    if old:
        ask_companions(comparison, old.edition, None, draft)
    return comparison


def _content(draft, blocks, answers) -> tuple[list[dict], dict[str, str]]:
    """Return the draft's blocks with the passages that they are, and {block id: passage}.

    A new block is its own passage.
    """
    ids = [UUID(block.block_id) for block in blocks]
    passage_of = dict(
        PassageBlock.objects.filter(policy=draft.translation_key, block_id__in=ids).values_list(
            "block_id", "passage__uuid"
        )
    )
    for answer in answers:
        if answer.answer == Answer.CONTINUES and answer.passage:
            passage_of[answer.block_id] = answer.passage.uuid
    uuids: list[UUID] = []
    for block_id in ids:
        uuid = passage_of.get(block_id, block_id)
        # No passage stands twice in a text: a second block that claims it is told as a new one.
        uuids.append(block_id if uuid in uuids else uuid)
    codes = dict(
        Passage.objects.filter(policy=draft.translation_key, uuid__in=uuids).values_list(
            "uuid", "code"
        )
    )
    content = [
        {
            "passage": str(uuid),
            "code": codes.get(uuid, ""),
            "kind": block.kind,
            "number": block.number,
            "value": block.value,
        }
        for uuid, block in zip(uuids, blocks, strict=True)
    ]
    return content, {
        block.block_id: entry["passage"] for block, entry in zip(blocks, content, strict=True)
    }


def _tell_answers(comparison, answers, passage_of) -> None:
    by_uuid = {change.passage: change for change in comparison.changes}
    for answer in answers:
        about = answer.subject and str(answer.subject.uuid)
        change = by_uuid.get(about or passage_of.get(str(answer.block_id)))
        if change is None:
            continue
        if answer.reason and change.kind != "unchanged":
            change.reasons.append(Reason(answer.reason, comparison.language))
        parent = by_uuid.get(str(answer.passage.uuid)) if answer.passage else None
        if answer.answer == Answer.SPLIT_OFF and parent:
            parent.kind = "split"
            join_heirs(parent, {change.passage}, by_uuid)
        heir = by_uuid.get(passage_of.get(str(answer.into_block)))
        if answer.answer == Answer.MERGED and heir and change.new is None:
            change.kind = "merged"
            join_heirs(change, {heir.passage}, by_uuid)
