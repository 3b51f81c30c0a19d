"""Minutes of meetings in a report: read from where their words live, each time."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from comments.models import HearingReport
from policy.reading.relations import absolute
from policy.templatetags.dates import day_in_words

LANGUAGE = "da"


@dataclass(frozen=True)
class ReadMinutes:
    """Minutes as a report shows them. `about` is day and place; gone, they have neither words nor file."""

    title: str
    held_on: str
    about: str
    text: str
    language: str
    file_name: str
    file_url: str
    sha256: str
    is_gone: bool


def read_minutes(report: HearingReport) -> list[ReadMinutes]:
    """Return the minutes that the report was frozen with, in the order of their meetings. One query."""
    rows = report.minutes.select_related("minutes").order_by("order")
    return [_read(row.minutes, row.sha256) for row in rows]


def _read(minutes, sha256: str) -> ReadMinutes:
    is_gone = minutes.removed_at is not None
    return ReadMinutes(
        title=minutes.title,
        held_on=minutes.held_on.isoformat(),
        about=", ".join(filter(None, [day_in_words(minutes.held_on), minutes.place])),
        text=_("The municipality has taken the minutes down.") if is_gone else minutes.text,
        language=LANGUAGE,
        file_name=minutes.file_name,
        file_url=absolute(_address(minutes)) if minutes.file else "",
        sha256=sha256,
        is_gone=is_gone,
    )


def _address(minutes) -> str:
    return reverse("comments:minutes_file", args=[minutes.hearing_id, minutes.pk])


def minutes_header() -> list[str]:
    """Return the header of the workbook's sheet."""
    return [_("Title"), _("Held on"), _("Where and when"), _("Minutes"), _("File"), _("Seal")]


def minutes_rows(found: list[ReadMinutes]) -> Iterator[list[str]]:
    """Yield a row for each, the words as they stand."""
    for one in found:
        yield [one.title, one.held_on, one.about, one.text, one.file_url, one.sha256]


def minutes_lines(found: list[ReadMinutes], width: int) -> Iterator[list[str]]:
    """Yield rows to put below the comments in a table of `width` columns: minutes have no number."""
    for one in found:
        label = _("Minutes: %(title)s") % {"title": one.title}
        said = [_("Minutes"), one.held_on, label, "", "", one.language, one.text]
        yield [*said, *[""] * (width - len(said) - 1), one.file_url]
