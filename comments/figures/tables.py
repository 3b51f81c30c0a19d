"""The figures as tables: for the page, its charts and the spreadsheet the same rows."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.models import Reason
from comments.states import CommentStatus, Result

from .counts import Figures

DAY = datetime.timedelta(days=1)
HOUR = datetime.timedelta(hours=1)


@dataclass(frozen=True)
class Row:
    """One figure. `part` is its share of `whole` in per cent, for the chart's bar."""

    label: str
    value: int
    whole: int

    @property
    def part(self) -> str:
        """The length of the bar: plain digits, whatever the language."""
        return f"{100 * self.value / self.whole:.2f}" if self.whole else "0"

    @property
    def percent(self) -> int:
        return round(100 * self.value / self.whole) if self.whole else 0


@dataclass(frozen=True)
class Table:
    """A heading, rows that add up to `total`, and a note on how they are counted."""

    key: str
    heading: str
    note: str
    rows: list[Row]
    total: int


def tables_of(figures: Figures) -> list[Table]:
    """Return the tables, in the active language. One query, for the reasons' titles."""
    return [_received(figures), _reasons(figures), _appeals(figures), _answers(figures)]


def _received(figures) -> Table:
    labels = {
        CommentStatus.PUBLISHED: _("Published"),
        CommentStatus.NOTED: _("For the municipality only, read"),
        CommentStatus.REJECTED: _("Not published"),
        CommentStatus.PENDING: _("Wait to be read"),
        CommentStatus.HELD: _("Held back for a closer look"),
        CommentStatus.APPEALED: _("Looked at once more"),
        CommentStatus.WITHDRAWN: _("Withdrawn or deleted"),
    }
    rows = [(label, figures.by_status[status]) for status, label in labels.items()]
    note = _("Each comment is counted once, by where it stands now.")
    return _table("received", _("What came in"), note, rows, figures.came)


def _reasons(figures) -> Table:
    titles = _titles(figures.reasons)
    rows = [(titles[key], n) for key, n in figures.reasons.items()]
    note = _("Each sender can read the reason, and ask that somebody else decides.")
    return _table("reasons", _("Why some are not published"), note, rows, figures.rejected)


def _appeals(figures) -> Table:
    labels = {
        CommentStatus.PUBLISHED: _("Published after all"),
        CommentStatus.REJECTED: _("Still not published"),
        CommentStatus.APPEALED: _("Not decided yet"),
        CommentStatus.WITHDRAWN: _("Withdrawn or deleted"),
    }
    rows = [(label, figures.appeals.get(status, 0)) for status, label in labels.items()]
    note = _("When a sender disagrees, another person decides than the one who said no.")
    return _table("appeals", _("Senders who disagreed"), note, rows, sum(figures.appeals.values()))


def _answers(figures) -> Table:
    labels = {result: Result(result).label for result in Result.values}
    rows = [(str(label), figures.results[result]) for result, label in labels.items()]
    rows.append((_("Wait for an answer"), figures.public - figures.answered))
    note = _("Of the published comments. What was passed on is told in its answer.")
    return _table("answers", _("What they led to"), note, rows, figures.public)


def _table(key, heading, note, rows, total) -> Table:
    return Table(key, heading, note, [Row(label, value, total) for label, value in rows], total)


def _titles(keys) -> dict[str, str]:
    """Return the title of each reason in the reader's language, or in Danish."""
    found: dict[str, str] = dict.fromkeys(keys, _("Another reason"))
    languages = [settings.LANGUAGE_CODE, translation.get_language()]
    reasons = Reason.objects.filter(key__in=found, locale__language_code__in=languages)
    by_language = {
        (r.key, r.locale.language_code): r.title for r in reasons.select_related("locale")
    }
    for key in found:
        for language in languages:
            found[key] = by_language.get((key, language), found[key])
    return found


def in_days(time: datetime.timedelta | None) -> str:
    """Return a median as people say it: in hours under two days, else in days; "" for none."""
    if time is None:
        return ""
    if time < HOUR:
        return _("under an hour")
    if time < 2 * DAY:
        hours = round(time / HOUR)
        return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
    days = time / DAY
    shown = number_format(days, 1 if days < 10 else 0)
    return _("%(n)s days") % {"n": shown}
