"""What an editor should look at once more before a hearing's dates are set. Warnings, never refusals."""

import datetime

import holidays
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SHORT = datetime.timedelta(weeks=4)
OFFICE_HOURS = (datetime.time(9), datetime.time(15))


def warnings_about(opens_at: datetime.datetime, closes_at: datetime.datetime) -> list[str]:
    """Return sentences about a hearing's dates, in Danish time.

    Four weeks is what is seen of municipal hearings; no law sets a period for a policy. Days off
    are those of the Danish almanac, with the ones on which offices are closed without a law
    (Constitution Day, Christmas Eve, New Year's Eve).
    """
    opens, closes = timezone.localtime(opens_at), timezone.localtime(closes_at)
    found = []
    if closes_at - opens_at < SHORT:
        days = (closes_at - opens_at).days
        found.append(
            ngettext(
                "It is open for %(days)d day. Four weeks or more give associations time to meet.",
                "It is open for %(days)d days. Four weeks or more give associations time to meet.",
                days,
            )
            % {"days": days}
        )
    for day, words in ((opens.date(), _("It opens")), (closes.date(), _("It closes"))):
        if off := day_off(day):
            found.append(
                _("%(it_closes)s on %(day)s (%(why)s), when nobody answers the telephone.")
                % {"it_closes": words, "day": formats.date_format(day, "j. F Y"), "why": off}
            )
    if closes.time() < OFFICE_HOURS[0]:
        found.append(
            _(
                "It closes at %(time)s, before the office opens: many will believe that they have the day."
            )
            % {"time": formats.time_format(closes.time(), "H.i")}
        )
    return found


def day_off(day: datetime.date) -> str:
    """Return why a day is no working day ("søndag", "Skærtorsdag"), or an empty string."""
    almanac = holidays.country_holidays(
        "DK", years=day.year, categories=("public", "optional"), language="da"
    )
    if day in almanac:
        return almanac[day]
    return formats.date_format(day, "l") if day.weekday() >= 5 else ""
