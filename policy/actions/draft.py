"""Take the draft that a person saw, and no other."""

from django.utils.translation import gettext as _

from policy.errors import NewerDraft, Refused
from policy.models import LegalReviewTask, Policy, PolicyPage


def take_draft(*, page: PolicyPage, revision_id: int):
    """Return (policy, draft page, id of the sealed revision); raise `NewerDraft` or `Refused`.

    Must run in a transaction: the policy's row is locked, so two people can't freeze at once.
    The seal is a revision of nobody's: autosave overwrites the latest revision when it belongs to
    the same user, even a published one. It is made from the newest draft and not from the
    database's row, whose `save_revision` would bury that draft.
    """
    Policy.objects.get_or_create(id=page.translation_key)
    policy = Policy.objects.select_for_update().get(id=page.translation_key)
    page = PolicyPage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    if page.latest_revision_id is None:
        raise Refused(_("Save the page first: there is no text to freeze."))
    if page.latest_revision_id != revision_id:
        raise NewerDraft(
            _("Somebody has saved a newer draft. Read it, and decide again. Nothing was changed.")
        )
    if isinstance(page.current_workflow_task, LegalReviewTask):
        raise Refused(_("The text is with the lawyers. It is locked until they are done."))
    draft = page.get_latest_revision_as_object()
    sealed = draft.save_revision(user=None, changed=page.has_unpublished_changes, clean=False)
    return policy, draft, sealed.pk
