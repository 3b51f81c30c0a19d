"""The legal review of a working text: whether one is running, and whether it read these very words."""

from django.utils.translation import gettext as _
from wagtail.models import TaskState

from policy.checklist import Candidate, Item, Level, register
from policy.freezing import freeze_body, hash_of_text
from policy.models import LegalReviewTask, PolicyPage


def register_check() -> None:
    """Put the review into the list of what is asked before adopting."""
    register("legal_review", legal_review)


def running_review(page: PolicyPage) -> TaskState | None:
    """Return the state of the legal review that is in progress on the page, or None."""
    state = page.current_workflow_task_state
    is_legal = state and isinstance(state.task.specific, LegalReviewTask)
    return state if is_legal else None


def wants_review(page: PolicyPage) -> bool:
    """Say whether the workflow that the page belongs to has a legal review among its steps."""
    workflow = page.get_workflow() if page.has_workflow else None
    return (
        bool(workflow)
        and LegalReviewTask.objects.filter(active=True, workflow_tasks__workflow=workflow).exists()
    )


def is_approved(candidate: Candidate) -> bool:
    """Say whether the newest approval was of the words that the candidate holds.

    Compared by what they say and not by revision: sealing a hearing version makes a new revision of
    the same text.
    """
    states = TaskState.objects.filter(
        workflow_state__in=candidate.draft.workflow_states,
        task__in=LegalReviewTask.objects.all(),
        status=TaskState.STATUS_APPROVED,
    )
    newest = states.select_related("revision").order_by("-finished_at", "-pk").first()
    if newest is None or newest.revision is None:
        return False
    read = newest.revision.as_object()
    return _words(read, freeze_body(read.body)) == _words(candidate.draft, candidate.blocks)


def legal_review(candidate: Candidate) -> list[Item]:
    """Return what the checklist says of the review: nothing where none is asked for."""
    page = candidate.draft
    if running_review(page):
        return [_block(_("The text is with the lawyers"), _("It is locked until they are done."))]
    if not wants_review(page):
        return []
    if is_approved(candidate):
        return [Item("legal_review", Level.FINE, _("The lawyers have approved this very text."))]
    why = _("Something was written since, or nobody has asked them. Submit the text for review.")
    return [_block(_("The lawyers have not approved this text"), why, candidate.editor_url)]


def _block(title, why, url="") -> Item:
    return Item("legal_review", Level.BLOCKS, title, why, _("Go to the text") if url else "", url)


def _words(draft, blocks) -> str:
    content = [{"id": block.block_id, "value": block.value} for block in blocks]
    return hash_of_text(draft.title, draft.introduction, content)
