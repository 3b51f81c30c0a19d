"""System check: where everybody seems to come from one address, limits hold for all of them together."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Tags, Warning, register
from django.db import DatabaseError, connection
from django.db.models import Count, Max, Sum
from django.utils.translation import gettext as _

from .limits import SENDING
from .models import RateCount

ENOUGH = 20  # comments; fewer may well be one person's


def everybody_is_one() -> bool:
    """Tell whether the comments of the last days all came from one address, though no proxy is named.

    On each day there is one row for an address (`send-day`); counts are kept for two days. One query.
    """
    if settings.BEHIND_PROXY:
        return False
    days = RateCount.objects.filter(name=SENDING[-1].name).values("window")
    by_day = days.annotate(addresses=Count("pk"), posts=Sum("count"))
    found = by_day.aggregate(most=Max("addresses"), all=Sum("posts"))
    return found["most"] == 1 and found["all"] >= ENOUGH


@register(Tags.security, deploy=True)
def visitors_have_their_own_addresses(app_configs, **kwargs):
    """Warn where a proxy seems to stand in front that the settings don't name."""
    try:
        is_wrong = _has_database() and everybody_is_one()
    except DatabaseError:
        return []
    if not is_wrong:
        return []
    return [
        Warning(
            _("All comments of the last days came from one network address."),
            hint=_(
                "If a proxy of your own stands in front, set BEHIND_PROXY=yes. Until then the limits"
                " on sending hold for all citizens together."
            ),
            id="comments.W001",
        )
    ]


def _has_database() -> bool:
    """Asking SQLite for a file that is not there would make it."""
    is_file = connection.vendor == "sqlite" and not connection.is_in_memory_db()
    return not is_file or Path(connection.settings_dict["NAME"]).exists()
