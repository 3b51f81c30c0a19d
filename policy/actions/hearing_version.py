"""Freeze the working text as a hearing version: the text that citizens will comment on."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from policy.errors import Refused
from policy.models import Edition, EditionKind, PolicyPage
from policy.numbering import newest_edition, next_draft_number, next_number
from policy.signals import edition_frozen
from policy.source import is_source_page

from .draft import take_draft
from .freeze import freeze_text


@transaction.atomic
def create_hearing_version(
    *,
    page: PolicyPage,
    revision_id: int,
    user,
    case_number: str,
    public_from: datetime.datetime,
    note: str = "",
    at: datetime.datetime | None = None,
) -> Edition:
    """Freeze the draft with this revision id as the next hearing version and return it.

    Nobody outside sees it before `public_from`, which is when its hearing opens. Raises `Refused`
    when the page is a translation or a newer draft exists.
    """
    if not is_source_page(page):
        raise Refused(
            _("Only the Danish text is put to hearing; translations are frozen beside it.")
        )
    policy, draft, sealed = take_draft(page=page, revision_id=revision_id)
    number = next_number(policy)
    edition = Edition.objects.create(
        policy=policy,
        kind=EditionKind.HEARING,
        number=number,
        draft_number=next_draft_number(policy, number),
        based_on=newest_edition(policy),
        case_number=case_number,
        public_from=public_from,
        frozen_at=at or timezone.now(),
        frozen_by=user,
    )
    freeze_text(
        edition=edition,
        draft=draft,
        revision_id=sealed,
        is_authoritative=True,
        note=note,
        at=at,
    )
    edition_frozen.send(sender=Edition, edition=edition)
    return edition
