"""Frozen reports as a feed tells of them, among the comments and answers of the dialogue."""

from django.conf import settings
from django.urls import reverse
from django.utils.html import linebreaks
from django.utils.translation import gettext as _

from comments.models import HearingReport
from comments.reading.followed import NEWEST, Entry
from policy.reading.relations import absolute


def report_entries(*, language: str, **which) -> list[Entry]:
    """Return the newest reports as entries, newest first; `which` chooses among them. One query."""
    reports = HearingReport.objects.public().filter(**which).select_related("hearing__edition")
    return [_entry(report, language) for report in reports.order_by("-frozen_at", "-pk")[:NEWEST]]


def _entry(report, language) -> Entry:
    title = _("Hearing report %(number)s: %(hearing)s") % {
        "number": report.number,
        "hearing": report.hearing.name,
    }
    words = _("%(n)s comments went to %(committee)s with the municipality’s remarks.") % {
        "n": report.counts["public"],
        "committee": report.committee,
    }
    address = reverse("comments:hearing_report", args=[report.hearing_id, report.number])
    return Entry(
        name=f"report/{report.hearing_id}/{report.number}",
        title=title,
        url=absolute(address),
        text=linebreaks(words, autoescape=True),
        language=language or settings.LANGUAGE_CODE,
        author=_("The municipality"),
        published=report.frozen_at,
        updated=report.frozen_at,
    )
