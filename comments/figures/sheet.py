"""The figures as lines for a spreadsheet: one figure a line, so that anybody can count on."""

import csv
from collections.abc import Iterator

from django.utils.translation import gettext as _

from comments.report.sheet import neutral

from .counts import Figures
from .tables import DAY, tables_of


class _Line:
    """What a csv writer writes to: keeps the one line."""

    def write(self, line: str) -> str:
        return line


def lines_of(figures: Figures) -> list[tuple[str, str, str]]:
    """Return (table, figure, value): all rows of all tables, their sums, and the medians in days."""
    lines = []
    for table in tables_of(figures):
        lines += [(table.heading, row.label, str(row.value)) for row in table.rows]
        lines.append((table.heading, _("In all"), str(table.total)))
    times = [
        (_("Median days until the first decision"), figures.decision_time),
        (_("Median days until the answer"), figures.answer_time),
    ]
    lines += [
        (_("Time"), label, f"{time / DAY:.2f}" if time is not None else "") for label, time in times
    ]
    return lines


def csv_lines(named) -> Iterator[str]:
    """Yield the lines of a CSV file. `named`: (name of the hearing, its figures), one or several."""
    writer = csv.writer(_Line(), delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    header = [_("Hearing"), _("Table"), _("Figure"), _("Value")]
    # Spreadsheet programs tell UTF-8 by this mark.
    yield "\ufeff" + writer.writerow(header)
    for name, figures in named:
        for line in lines_of(figures):
            yield writer.writerow([neutral(value) for value in (name, *line)])
