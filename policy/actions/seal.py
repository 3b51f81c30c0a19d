"""What adopting and putting to hearing have in common: a new edition with its authoritative text."""

from django.utils import timezone

from policy.models import Edition
from policy.numbering import newest_edition, next_number
from policy.signals import edition_frozen

from .draft import take_draft
from .freeze import freeze_text


def seal_edition(
    *, page, revision_id, user, note, counted=None, adopted_by="", at=None, **fields
) -> Edition:
    """Freeze the draft with this revision id as a new edition with these `fields`; return it.

    Must run in a transaction. `counted(policy, number)`, if given, returns its draft number. Raises
    `Refused` as `take_draft` does.
    """
    at = at or timezone.now()
    policy, draft, sealed = take_draft(page=page, revision_id=revision_id)
    number = next_number(policy)
    edition = Edition.objects.create(
        policy=policy,
        number=number,
        draft_number=counted(policy, number) if counted else None,
        based_on=newest_edition(policy),
        frozen_at=at,
        frozen_by=user,
        **fields,
    )
    freeze_text(
        edition=edition,
        draft=draft,
        revision_id=sealed,
        is_authoritative=True,
        note=note,
        adopted_by=adopted_by,
        at=at,
    )
    edition_frozen.send(sender=Edition, edition=edition)
    return edition
