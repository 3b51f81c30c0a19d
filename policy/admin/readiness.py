"""What would change for citizens if the draft were adopted: by identity and hash, in two queries."""

from dataclasses import dataclass, field

from policy.freezing import freeze_body, hash_of_value
from policy.models import Edition, PassageBlock, Wording


@dataclass
class Changes:
    """Labels of passages, in reading order."""

    new: list[str] = field(default_factory=list)
    reworded: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0


def changes_since(edition: Edition | None, draft) -> Changes:
    """Compare a draft `PolicyPage` with an edition's authoritative text; all is new without one."""
    changes = Changes()
    before = _wordings(edition) if edition else {}
    continued = (
        dict(
            PassageBlock.objects.filter(policy_id=edition.policy_id).values_list(
                "block_id", "passage__uuid"
            )
        )
        if edition
        else {}
    )
    same = {str(block): str(passage) for block, passage in continued.items()}
    for block in freeze_body(draft.body):
        wording = before.pop(same.get(block.block_id, block.block_id), None)
        if wording is None:
            changes.new.append(block.heading)
        elif wording.sha256 != hash_of_value(block.value):
            changes.reworded.append(block.heading)
        else:
            changes.unchanged += 1
    changes.removed = [wording.label for wording in before.values()]
    return changes


def _wordings(edition) -> dict[str, Wording]:
    wordings = Wording.objects.filter(
        edition_text__edition=edition, edition_text__is_authoritative=True
    ).select_related("passage")
    return {str(wording.passage.uuid): wording for wording in wordings}
