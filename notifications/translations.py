"""Deadlines that are near, and once a week what is behind, to those who translate and who ordered.

On working days from seven in the morning, once for each order and deadline, and once a week and person.
"""

import datetime
from collections import defaultdict

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext
from wagtail.models import Locale

from comments.hearing_warnings import day_off
from translation.admin.bars import Bar, bars_of
from translation.models import TranslationOrder
from translation.permissions import translators_of

from . import outbox
from .keys import MailKey
from .models import OutgoingMail, StaffMailSetting
from .orders import draft, responsible_for
from .staff import FROM_HOUR, MONDAY, language_of

NEAR = datetime.timedelta(days=3)


def tell_about_translations(now: datetime.datetime | None = None) -> int:
    """Write the mails that are due and not written yet; return how many."""
    local = timezone.localtime(now or timezone.now())
    if local.hour < FROM_HOUR or day_off(local.date()):
        return 0
    written = _tell_of_deadlines(local.date())
    if local.date() == _first_working_day(local.date()):
        written += _tell_of_the_week(local.date())
    return written


def _tell_of_deadlines(today: datetime.date) -> int:
    orders = (
        TranslationOrder.objects.being_translated()
        .filter(deadline__range=(today, today + NEAR))
        .select_related("edition", "locale", "translator", "translator__wagtail_userprofile")
    )
    drafts = [
        draft(order, person, f"translation_due:{order.pk}:{order.deadline}:{person.pk}")
        for order in orders
        for person in responsible_for(order)
        if person.email and person.is_active
    ]
    return _write(MailKey.TRANSLATION_DUE, drafts)


def _tell_of_the_week(today: datetime.date) -> int:
    behind = {bar.locale.pk: bar for bar in _bars() if bar.stale_words + bar.missing_words}
    wanted: dict = defaultdict(set)
    for locale in behind:
        for person in translators_of(locale).select_related("wagtail_userprofile"):
            wanted[person].add(locale)
    open_orders = TranslationOrder.objects.open().select_related("ordered_by__wagtail_userprofile")
    for order in open_orders.filter(locale__in=list(behind)):
        wanted[order.ordered_by].add(order.locale_id)
    unwanted = set(
        StaffMailSetting.objects.filter(wants_translations=False).values_list("user", flat=True)
    )
    drafts = [
        _week(person, today, [behind[pk] for pk in sorted(locales)])
        for person, locales in wanted.items()
        if person and person.is_active and person.email and person.pk not in unwanted
    ]
    return _write(MailKey.TRANSLATION_WEEK, drafts)


def _week(person, today, bars: list[Bar]) -> outbox.Draft:
    language = language_of(person)
    with translation.override(language):
        values = {
            "lines": "\n".join(_line(bar) for bar in bars),
            "desk_url": settings.BASE_URL + reverse("translation_desk"),
            "account_url": settings.BASE_URL + reverse("wagtailadmin_account"),
        }
    cause = f"translation_week:{today.isoformat()}:{person.pk}"
    return outbox.Draft(cause, person.email, language, values)


def _line(bar: Bar) -> str:
    """Return "English: 12 words are changed, 40 are missing." """
    words = bar.stale_words + bar.missing_words
    said = ngettext(
        "%(language)s: %(n)s word to translate (%(stale)s changed, %(missing)s new).",
        "%(language)s: %(n)s words to translate (%(stale)s changed, %(missing)s new).",
        words,
    )
    return said % {
        "language": bar.locale.get_display_name(),
        "n": words,
        "stale": bar.stale_words,
        "missing": bar.missing_words,
    }


def _bars() -> list[Bar]:
    locales = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
    return bars_of(locales.order_by("language_code"), None)


def _first_working_day(today: datetime.date) -> datetime.date:
    """Return the week's first day that is no day off: Monday, or Tuesday after a Monday at Easter."""
    day = today - datetime.timedelta(days=today.weekday() - MONDAY)
    while day < today and day_off(day):
        day += datetime.timedelta(days=1)
    return day


def _write(kind, drafts) -> int:
    """Queue the mails that were not written yet; return how many."""
    there = OutgoingMail.objects.filter(kind=kind, cause__in=[d.cause for d in drafts])
    told = set(there.values_list("cause", flat=True))
    news = [d for d in drafts if d.cause not in told]
    if news:
        outbox.write(kind, news)
    return len(news)
