"""The periods that are set, as rows and as words: what the site says of them is what the job does."""

import calendar
import datetime

from django.conf import settings
from django.utils.translation import ngettext

from comments.limits import KEPT as KEPT_COUNTS
from comments.models import RetentionSetting


def periods() -> RetentionSetting:
    """Return what is set, or the defaults. Nothing is written: Wagtail's own way would make a row."""
    return RetentionSetting.objects.order_by("pk").first() or RetentionSetting()


def months(n: int) -> str:
    return ngettext("%(n)d month", "%(n)d months", n) % {"n": n}


def days(n: int) -> str:
    return ngettext("%(n)d day", "%(n)d days", n) % {"n": n}


def hours(n: int) -> str:
    return ngettext("%(n)d hour", "%(n)d hours", n) % {"n": n}


def in_words(keep: RetentionSetting | None = None) -> dict[str, str]:
    """Return {name: words} of every period, for pages that state them; in the active language."""
    keep = keep or periods()
    found = {}
    for field in RetentionSetting._meta.get_fields():
        if field.name.endswith("_months"):
            found[f"keep_{field.name.removesuffix('_months')}"] = months(getattr(keep, field.name))
        elif field.name.endswith("_days"):
            found[f"keep_{field.name.removesuffix('_days')}"] = days(getattr(keep, field.name))
    found["keep_packages"] = hours(settings.JOURNAL_PACKAGE_HOURS)
    found["keep_counts"] = hours(int(KEPT_COUNTS.total_seconds() // 3600))
    return found


def months_before(at: datetime.datetime, n: int) -> datetime.datetime:
    """Return the same day and hour `n` months earlier, or that month's last day."""
    count = at.year * 12 + at.month - 1 - n
    year, month = divmod(count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return at.replace(year=year, month=month + 1, day=min(at.day, last))


def days_before(at: datetime.datetime, n: int) -> datetime.datetime:
    return at - datetime.timedelta(days=n)
