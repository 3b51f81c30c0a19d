"""Put the working text to hearing: freeze it as a hearing version, and open it for comments."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from comments.errors import NotPossible
from comments.models import Hearing, HearingText
from comments.signals import hearing_created
from policy import errors as policy_errors
from policy.actions import create_hearing_version


@transaction.atomic
def create_hearing(  # size: the parameters are half of it
    *,
    page,
    revision_id: int,
    user,
    opens_at: datetime.datetime,
    closes_at: datetime.datetime,
    case_number: str,
    purposes: dict[str, str],
    answers_due: datetime.date | None = None,
    decision_planned_on: datetime.date | None = None,
    note: str = "",
    at: datetime.datetime | None = None,
) -> Hearing:
    """Freeze the draft with this revision id and return its hearing.

    `purposes` is {language: text} and must have the Danish one. Nobody outside sees the version or
    the hearing before `opens_at`. `at` is when it was decided (default: now). Raises `NotPossible`
    when it would close before it opens, when a purpose is missing, or when a newer draft exists.
    """
    if closes_at <= opens_at:
        raise NotPossible(_("A hearing must close after it opens."))
    written = {language: text.strip() for language, text in purposes.items() if text.strip()}
    if settings.LANGUAGE_CODE not in written:
        raise NotPossible(_("Write the hearing’s purpose in Danish."))
    try:
        edition = create_hearing_version(
            page=page,
            revision_id=revision_id,
            user=user,
            case_number=case_number,
            public_from=opens_at,
            note=note,
            at=at,
        )
    except policy_errors.Refused as refusal:
        raise NotPossible(str(refusal)) from refusal
    hearing = Hearing.objects.create(
        edition=edition,
        opens_at=opens_at,
        closes_at=closes_at,
        answers_due=answers_due,
        decision_planned_on=decision_planned_on,
        created_by=user,
        **({"created_at": at} if at else {}),
    )
    HearingText.objects.bulk_create(
        HearingText(hearing=hearing, language=language, purpose=text)
        for language, text in written.items()
    )
    hearing_created.send(sender=Hearing, hearing=hearing)
    return hearing
