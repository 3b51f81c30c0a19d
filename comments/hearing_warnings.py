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
    opening = _if_off(timezone.localtime(opens_at).date(), _("It opens"))
    return [*_if_short(opens_at, closes_at), *opening, *_of_closing(closes_at)]


def warnings_about_end(opens_at: datetime.datetime, closes_at: datetime.datetime) -> list[str]:
    """Return those about a new end of a hearing that is there: its opening stays as it is."""
    return [*_if_short(opens_at, closes_at), *_of_closing(closes_at)]


def _if_short(opens_at, closes_at) -> list[str]:
    if closes_at - opens_at >= SHORT:
        return []
    days = (closes_at - opens_at).days
    said = ngettext(
        "It is open for %(days)d day. Four weeks or more give associations time to meet.",
        "It is open for %(days)d days. Four weeks or more give associations time to meet.",
        days,
    )
    return [said % {"days": days}]


def _of_closing(closes_at) -> list[str]:
    closes = timezone.localtime(closes_at)
    found = _if_off(closes.date(), _("It closes"))
    if closes.time() < OFFICE_HOURS[0]:
        found.append(
            _(
                "It closes at %(time)s, before the office opens: many will believe that they have the day."
            )
            % {"time": formats.time_format(closes.time(), "H.i")}
        )
    return found


def _if_off(day, words) -> list[str]:
    if not (off := day_off(day)):
        return []
    said = _("%(it_closes)s on %(day)s (%(why)s), when nobody answers the telephone.")
    return [said % {"it_closes": words, "day": formats.date_format(day, "j. F Y"), "why": off}]


def day_off(day: datetime.date) -> str:
    """Return why a day is no working day ("søndag", "Skærtorsdag"), or an empty string."""
    almanac = holidays.country_holidays(
        "DK", years=day.year, categories=("public", "optional"), language="da"
    )
    if day in almanac:
        return almanac[day]
    return formats.date_format(day, "l") if day.weekday() >= 5 else ""
