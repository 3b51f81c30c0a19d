"""Give the reason for a passage's fate in another language."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from policy.errors import Refused
from policy.models import Fate, FateReason


@transaction.atomic
def add_fate_reason(*, fate: Fate, locale: Locale, text: str) -> FateReason:
    """Write why, in a language that the reason is not there in yet. What is written stays.

    Raises `Refused` for no words, and where there is a reason in that language.
    """
    text = text.strip()
    if not text:
        raise Refused(_("Write the reason."))
    reason, is_new = FateReason.objects.get_or_create(
        fate=fate, locale=locale, defaults={"text": text}
    )
    if not is_new:
        raise Refused(_("There is a reason in that language already."))
    return reason
