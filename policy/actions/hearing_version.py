"""Freeze the working text as a hearing version: the text that citizens will comment on."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from policy.errors import Refused
from policy.models import Edition, EditionKind, PolicyPage
from policy.numbering import next_draft_number
from policy.source import is_source_page

from .seal import seal_edition


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
    return seal_edition(
        page=page,
        revision_id=revision_id,
        user=user,
        note=note,
        counted=next_draft_number,
        at=at,
        kind=EditionKind.HEARING,
        case_number=case_number,
        public_from=public_from,
    )
