"""The panel: what is due now, within the week, and later; each line with its one next step."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.ui.components import Component

from accounts.work import HOOK, Told, Work

WEEK = 7
NEVER = datetime.date.max


class Today(Component):
    """In front of Wagtail's own panels. The first line's button is the page's only solid one."""

    template_name = "home/admin/today.html"
    order = 10

    class Media:
        css = {"all": ["css/admin/today.css"]}

    def get_context_data(self, parent_context):
        """Return the groups that have a line, and what was looked at and is fine."""
        told = told_to(parent_context["request"])
        return {**super().get_context_data(parent_context), **arranged(told)}


@dataclass(frozen=True)
class Line:
    """A thing to do as it is shown. `is_late` is said in words beside its sign."""

    work: Work
    due: str
    is_late: bool


def told_to(request) -> Told:
    """Return what all apps tell of the day's work to whoever asks."""
    return Told().take(hook(request) for hook in hooks.get_hooks(HOOK))


def arranged(told: Told) -> dict:
    """Return {"day", "lead", "groups": [(id, heading, lines)], "fine"} of what was told."""
    today = timezone.localdate()
    in_order = sorted(told.work, key=lambda work: work.due_on or NEVER)
    groups: dict[str, list[Line]] = {"now": [], "week": [], "later": []}
    for work in in_order:
        groups[_group(work, today)].append(_line(work, today))
    headings = {"now": _("Now"), "week": _("This week"), "later": _("Further ahead")}
    shown = [(name, headings[name], lines) for name, lines in groups.items() if lines]
    return {
        "day": today,
        "lead": _lead(len(groups["now"]), len(groups["week"])),
        "groups": shown,
        "fine": told.fine,
    }


def _group(work: Work, today: datetime.date) -> str:
    if work.due_on is None or work.due_on >= today + datetime.timedelta(days=WEEK):
        return "later"
    return "now" if work.due_on <= today else "week"


def _line(work: Work, today: datetime.date) -> Line:
    if work.due_on is None:
        return Line(work, "", is_late=False)
    days = (work.due_on - today).days
    if days < 0:
        said = ngettext("%(count)d day late", "%(count)d days late", -days)
        return Line(work, said % {"count": -days}, is_late=True)
    return Line(work, _soon(work.due_on, days), is_late=False)


def _soon(day: datetime.date, days: int) -> str:
    if days < 2:
        return _("Tomorrow") if days else _("Today")
    if days < WEEK:
        return format_date(day, "l").capitalize()
    return date_format(day, "MONTH_DAY_FORMAT")


def _lead(now: int, week: int) -> str:
    if not now and not week:
        return _("Nothing is pressing.")
    said = []
    if now:
        said.append(
            ngettext("%(count)d thing is for now", "%(count)d things are for now", now)
            % {"count": now}
        )
    if week:
        said.append(
            ngettext("%(count)d for this week", "%(count)d for this week", week) % {"count": week}
        )
    return ", ".join(said) + "."
