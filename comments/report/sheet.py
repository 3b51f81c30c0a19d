"""The report as a table for spreadsheets: a line for each comment, sent while it is read."""

import csv
from collections.abc import Iterable, Iterator
from itertools import chain

from django.utils.translation import gettext as _

from policy.reading.relations import absolute

from .minutes import minutes_lines, read_minutes
from .reading import read_entries

# Spreadsheets take what begins like this for a formula, full-width signs too (hardening row 6).
FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")
BLANKS = " \u00a0\u3000\"'"


class _Line:
    """What a csv writer writes to: keeps the one line."""

    def write(self, line: str) -> str:
        return line


def lines(report, places) -> Iterator[str]:
    """Return the lines of the CSV file: the header, the comments, the minutes of meetings."""
    below = minutes_lines(read_minutes(report), len(_header()))
    return csv_lines(chain(rows(report, places), below))


def csv_lines(cells: Iterable[Iterable]) -> Iterator[str]:
    """Yield the lines of a CSV file that spreadsheet programs open rightly, no cell of it a formula."""
    writer = csv.writer(_Line(), delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    # Spreadsheet programs tell UTF-8 by this mark.
    mark = "\ufeff"
    for row in cells:
        yield mark + writer.writerow([neutral(value) for value in row])
        mark = ""


def rows(report, places) -> Iterator[list[str]]:
    """Yield the header and a row for each comment in the report, its words as they were said."""
    parts = report.parts
    themes: dict[int, list[str]] = {}
    for part in parts:
        if part["kind"] == "theme":
            for number in part["numbers"]:
                themes.setdefault(number, []).append(part["titles"].get("da", ""))
    yield _header()
    for entry in read_entries(report.entries.order_by("order"), places):
        yield _row(entry, themes)


def _header() -> list[str]:
    return [
        _("Number"),
        _("Received"),
        _("Passage"),
        _("Written by"),
        _("Stance"),
        _("Language"),
        _("Comment"),
        _("Proposed wording"),
        _("Themes"),
        _("Outcome"),
        _("Reason"),
        _("Answer"),
        _("Signed by"),
        _("Address"),
    ]


def _row(entry, themes) -> list[str]:
    comment = entry.comment
    if comment is None:
        return [str(entry.number), *[""] * 5, _("No longer public"), *[""] * 7]
    answer = comment.answer
    said = (
        [answer.result_label, answer.reason, answer.text, answer.signed_by]
        if answer
        else ["", "", "", ""]
    )
    return [
        str(comment.number),
        comment.received_at.date().isoformat(),
        comment.short_label or _("The whole"),
        comment.author,
        comment.stance,
        comment.text_language,
        comment.text,
        comment.proposal,
        ", ".join(themes.get(comment.number, [])),
        *said,
        absolute(comment.url),
    ]


def neutral(value) -> str:
    """Return a cell that no spreadsheet calculates: `'` before what would begin a formula."""
    text = str(value)
    return f"'{text}" if text.lstrip(BLANKS).startswith(FORMULA) or text[:1] in FORMULA else text
