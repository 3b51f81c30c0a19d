"""Say how a promise stood in a year. Beside the frozen text, never in it."""

import datetime
import uuid
from collections.abc import Mapping

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from policy.errors import Refused
from policy.kinds import PassageKind
from policy.models import EditionKind, PromiseState, PromiseStatus, PromiseStatusText, Wording
from policy.signals import promise_status_said


@transaction.atomic
def say_promise_status(
    *,
    policy_id,
    promise_id,
    year: int,
    state: str,
    why: Mapping[str, str],
    user,
    at: datetime.datetime | None = None,
) -> PromiseStatus:
    """Add how a promise stood in a year, and return the row. Said again, the newest counts.

    `why` maps language codes to the reason; empty ones are left out. Raises `Refused` and changes
    nothing when no adopted public edition makes the promise, the year is to come or before the
    promise was made, the state is none, a reason lacks its Danish, or "not kept" has no reason.
    """
    at = at or timezone.now()
    why = {language: text.strip() for language, text in why.items() if text.strip()}
    _check(state, why)
    passage_id, since = _maker(policy_id, promise_id, at)
    if year > timezone.localdate(at).year:
        raise Refused(_("The year has not come yet."))
    if year < since:
        raise Refused(_("The promise was not made before %(year)s.") % {"year": since})
    status = PromiseStatus.objects.create(
        passage_id=passage_id,
        promise_id=promise_id,
        year=year,
        state=state,
        said_by=user,
        said_at=at,
    )
    _write_reasons(status, why)
    promise_status_said.send(sender=PromiseStatus, status=status)
    return status


def _check(state: str, why: Mapping[str, str]) -> None:
    if state not in PromiseState.values:
        raise Refused(_("Choose how the promise stands."))
    if state == PromiseState.NOT_KEPT and not why:
        raise Refused(_("Say why the promise is not kept."))
    if why and settings.LANGUAGE_CODE not in why:
        raise Refused(_("Write the reason in Danish too."))


def _maker(policy_id, promise_id, at) -> tuple[int, int]:
    """Return (id of the newest passage that makes the promise, the year it first held)."""
    wanted = str(uuid.UUID(str(promise_id)))
    wordings = (
        Wording.objects.public(at)
        .of_policy(policy_id)
        .filter(
            kind=PassageKind.PRINCIPLE,
            edition_text__is_authoritative=True,
            edition_text__edition__kind=EditionKind.ADOPTED,
        )
        .order_by("edition_text__edition__in_force_from", "edition_text__edition")
        .values_list("passage_id", "value", "edition_text__edition__in_force_from")
    )
    made = [
        (passage_id, day.year)
        for passage_id, value, day in wordings
        if any(promise["id"] == wanted for promise in value.get("promises") or ())
    ]
    if not made:
        raise Refused(_("No public edition makes this promise."))
    return made[-1][0], min(year for _passage_id, year in made)


def _write_reasons(status: PromiseStatus, why: Mapping[str, str]) -> None:
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    unknown = set(why) - set(locales)
    if unknown:
        raise Refused(
            _("The site has no language %(codes)s.") % {"codes": ", ".join(sorted(unknown))}
        )
    PromiseStatusText.objects.bulk_create(
        PromiseStatusText(status=status, locale=locales[language], why=text)
        for language, text in why.items()
    )
