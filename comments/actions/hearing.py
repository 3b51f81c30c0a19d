"""Put the working text to hearing: freeze it as a hearing version, and open it for comments."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from comments.errors import NotPossible
from comments.models import Hearing, HearingText, NamesRule
from comments.signals import hearing_created
from policy import errors as policy_errors
from policy.actions import create_hearing_version

Texts = dict[str, str]  # {language: words}


@transaction.atomic
def create_hearing(  # size: the parameters are half of it
    *,
    page,
    revision_id: int,
    user,
    opens_at: datetime.datetime,
    closes_at: datetime.datetime,
    case_number: str,
    purposes: Texts,
    questions: Texts | None = None,
    invited: Texts | None = None,
    rules: Texts | None = None,
    names: str = NamesRule.SENDER,
    answers_due: datetime.date | None = None,
    decision_planned_on: datetime.date | None = None,
    note: str = "",
    at: datetime.datetime | None = None,
) -> Hearing:
    """Freeze the draft with this revision id and return its hearing.

    `purposes` must have the Danish one; `questions` has one on each line. Nobody outside sees the
    version or the hearing before `opens_at`. `at` is when it was decided (default: now). Raises
    `NotPossible` when it would close before it opens, when a purpose is missing, or when a newer
    draft exists.
    """
    if closes_at <= opens_at:
        raise NotPossible(_("A hearing must close after it opens."))
    texts = texts_of(purpose=purposes, questions=questions, invited=invited, rules=rules)
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
        names=names,
        created_by=user,
        **({"created_at": at} if at else {}),
    )
    HearingText.objects.bulk_create(
        HearingText(hearing=hearing, language=language, **words)
        for language, words in texts.items()
    )
    hearing_created.send(sender=Hearing, hearing=hearing)
    return hearing


def texts_of(**fields: Texts | None) -> dict[str, Texts]:
    """Return {language: {field: words}} of the languages that say anything."""
    found: dict[str, Texts] = {}
    for name, texts in fields.items():
        for language, words in (texts or {}).items():
            if words.strip():
                found.setdefault(language, {})[name] = words.strip()
    if "purpose" not in found.get(settings.LANGUAGE_CODE, {}):
        raise NotPossible(_("Write the hearing’s purpose in Danish."))
    if any("purpose" not in words for words in found.values()):
        raise NotPossible(_("Write the purpose in each language in which you write more."))
    return found
