"""The figures as lines for a spreadsheet: one figure a line, so that anybody can count on."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .counts import Figures
from .tables import DAY, tables_of


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


def rows_of(named) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a CSV file. `named`: (name of the hearing, its figures), one or several."""
    yield (_("Hearing"), _("Table"), _("Figure"), _("Value"))
    for name, figures in named:
        for line in lines_of(figures):
            yield (name, *line)
