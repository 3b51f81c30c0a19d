"""Why a hearing version can't be withdrawn while citizens are asked about it.

Closing the hearing silently would break the promise of its deadline, and a hearing about a text that
is no longer meant would fool whoever writes. So it must run to its end first.
"""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from comments.models import Hearing
from policy import objections


def register() -> None:
    objections.register("hearing", open_hearing)


def open_hearing(edition, at) -> str:
    """Return what speaks against withdrawing the edition at an instant, or an empty string."""
    hearing = Hearing.objects.hearings().filter(edition=edition, closes_at__gte=at).first()
    if hearing is None:
        return ""
    closes = date_format(localtime(hearing.closes_at), pgettext("date format", "j F Y, H:i"))
    return _(
        "The draft is in hearing until %(closes)s. Citizens were promised that time: "
        "withdraw it when the hearing has closed."
    ) % {"closes": closes}
