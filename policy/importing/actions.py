"""Keep what was read, and bring it in."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from policy.errors import NewerDraft, Refused
from policy.models import Policy, PolicyPage, TextImport
from policy.source import is_source_page

from .document import Document
from .merging import introduction_of, joined, merged_body
from .pictures import keep_images
from .proposal import propose_plan

LOG_ACTION = "policy.bring_in"


class AlreadyBroughtIn(Refused):
    """The very same file was brought into this policy before; nothing was changed."""


@transaction.atomic
def keep_plan(*, page: PolicyPage, document: Document, file_name: str, user) -> TextImport:
    """Keep the plan of a document for correction. Reading a file again makes its plan anew.

    Raises `Refused` for a translation or too many passages, `AlreadyBroughtIn` for a known file.
    """
    policy = _locked_policy(page)
    _refuse_again(policy, document.sha256)
    waiting = TextImport.objects.filter(
        policy=policy, sha256=document.sha256, applied_at=None
    ).first()
    text_import = waiting or TextImport(policy=policy, sha256=document.sha256)
    text_import.plan = propose_plan(page, document)
    text_import.lost = document.lost
    text_import.file_name = file_name[-255:]
    text_import.created_by = user
    text_import.created_at = timezone.now()
    text_import.save()
    return text_import


@transaction.atomic
def correct_plan(*, text_import: TextImport, plan: dict) -> TextImport:
    """Keep a plan that a person has changed. Raises `Refused` once it was brought in."""
    text_import = _locked_import(text_import)
    text_import.plan = plan
    text_import.save(update_fields=["plan"])
    return text_import


@transaction.atomic
def bring_in(
    *, text_import: TextImport, page: PolicyPage, plan: dict, revision_id: int | None, user
) -> TextImport:
    """Write one new draft of the page from a corrected plan; nothing becomes public.

    Ids of new blocks follow from the document, so the same import makes the same draft. Raises
    `NewerDraft` when the newest draft is not `revision_id`, the one that the person was shown;
    `AlreadyBroughtIn` for a file that is in already; `Refused` otherwise.
    """
    policy = _locked_policy(page)
    _refuse_again(policy, text_import.sha256)
    text_import = _locked_import(text_import)
    page = PolicyPage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    if page.latest_revision_id != revision_id:
        raise NewerDraft(
            _("Somebody has saved a newer draft. Read it, and decide again. Nothing was changed.")
        )
    if user and page.permissions_for_user(user).page_locked():
        raise Refused(_("The page is locked. Nothing was changed."))
    if not joined(plan["rows"]):
        raise Refused(_("Every row is left out: there is nothing to bring in."))
    revision = _draft_written(text_import, page, policy, plan, user)
    # The images are in the library now; the plan need not carry them for ever.
    text_import.plan = {**plan, "images": {}}
    text_import.applied_at = timezone.now()
    text_import.revision_id = revision.pk
    text_import.save()
    return text_import


def _draft_written(text_import, page, policy, plan, user):
    draft = page.get_latest_revision_as_object()
    old = draft.body.get_prep_value()
    present = {block["id"]: block["value"].get("image") for block in old}
    images = keep_images(plan["images"], joined(plan["rows"]), present, user)
    draft.body = merged_body(old, plan, policy.id, text_import.sha256, images)
    draft.introduction = introduction_of(plan["rows"]) or draft.introduction
    # Nobody's revision: autosave overwrites the latest one when it is the same user's.
    revision = draft.save_revision(user=None, clean=False)
    data = {"file": text_import.file_name, "sha256": text_import.sha256}
    log(instance=page, action=LOG_ACTION, user=user, revision=revision, data=data)
    return revision


def brought_in_before(policy_id, sha256: str) -> TextImport | None:
    """Return the import by which this very file was brought in, or None."""
    return TextImport.objects.filter(
        policy_id=policy_id, sha256=sha256, applied_at__isnull=False
    ).first()


def _refuse_again(policy: Policy, sha256: str) -> None:
    before = brought_in_before(policy.id, sha256)
    if before:
        raise AlreadyBroughtIn(
            _("This very file was brought in on %(day)s. Nothing was changed.")
            % {"day": timezone.localtime(before.applied_at).strftime("%d.%m.%Y")}
        )


def _locked_policy(page: PolicyPage) -> Policy:
    if not is_source_page(page):
        raise Refused(_("Only the Danish text can be brought in; translations follow it."))
    Policy.objects.get_or_create(id=page.translation_key)
    return Policy.objects.select_for_update().get(id=page.translation_key)


def _locked_import(text_import: TextImport) -> TextImport:
    locked = TextImport.objects.select_for_update(of=("self",)).get(pk=text_import.pk)
    if locked.applied_at:
        raise AlreadyBroughtIn(_("This document was brought in already. Nothing was changed."))
    return locked
