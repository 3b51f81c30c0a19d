"""Dates and instants as citizens read them, inside `<time>` so that machines read them too."""

from datetime import date, datetime

from django import template
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

register = template.Library()


@register.filter
def day_in_words(value):
    """Return "15. december 2026" of a date, an instant (its day in Denmark) or an ISO date."""
    return in_one(date_format(_as_date(value), pgettext("date format", "j F Y")))


@register.simple_tag
def day(value):
    """Return the day as `<time>`; an empty string where there is none."""
    if not value:
        return ""
    return format_html(
        '<time datetime="{}">{}</time>', _as_date(value).isoformat(), day_in_words(value)
    )


@register.simple_tag
def instant(value):
    """Return "24. november 2026 kl. 14.52" as `<time>`, in Danish time."""
    return _time(value, in_one(date_format(_local(value), pgettext("date format", "j F Y, H:i"))))


@register.simple_tag
def deadline(value):
    """Return "tirsdag 15. december 2026 kl. 23.59 dansk tid" as `<time>`.

    It names the weekday, the hour and whose clock counts: a deadline leaves nothing to guess. Empty
    where there is none: Django would take None for now.
    """
    if value is None:
        return ""
    moment = in_one(date_format(_local(value), pgettext("date format", "l j F Y, H:i")))
    return _time(value, _("%(moment)s Danish time") % {"moment": moment})


def in_one(words):
    """Return words of a language that runs from right to left so that none of them leaves its place.

    Set into an English sentence, as the interface's are until somebody translates it, the day's number
    would change sides with its year: U+2067 and U+2069 keep them in one.
    """
    return f"\u2067{words}\u2069" if translation.get_language_bidi() else words


@register.filter
def is_ahead(day):
    """Tell whether a day is still to come in Denmark."""
    return day > timezone.localdate()


def _time(value, words):
    return format_html(
        '<time datetime="{}">{}</time>', _local(value).isoformat(timespec="minutes"), words
    )


def _local(value: datetime) -> datetime:
    return timezone.localtime(value)


def _as_date(value) -> date:
    if isinstance(value, str):
        return date.fromisoformat(value)
    return _local(value).date() if isinstance(value, datetime) else value
