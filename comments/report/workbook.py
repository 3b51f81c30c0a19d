"""The report as an Excel workbook: a sheet with a line for each comment, and one with the figures.

Every cell is text by its type, with the mark that keeps it so when somebody edits it: nothing is ever
calculated (hardening row 6), and the words are those of the comment, with no sign put before them.
"""

import io
from collections.abc import Iterable

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font

# What Excel lets stand in a cell is 32,767 characters.
MOST = 32_000
WIDTHS = (8, 12, 22, 22, 16, 10, 60, 40, 20, 14, 40, 60, 22, 40)
WIDTHS_OF_MINUTES = (30, 12, 30, 80, 40, 40)
BOLD = Font(bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")


def workbook_of(rows: Iterable[list[str]], figures, minutes=()) -> bytes:
    """Return the file. `rows`: the header and a line for each comment, as they were said.

    `figures`: (heading, [(label, number)]) as in `ReadReport`. Numbers in them are numbers. `minutes`:
    rows for a sheet of their own, the header first; without any there is no such sheet.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Comments"))
    sheet.freeze_panes = "A2"
    for place, width in enumerate(WIDTHS):
        sheet.column_dimensions[chr(ord("A") + place)].width = width
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, value, is_bold=number == 0) for value in row])
    _add_figures(book, figures)
    _add_minutes(book, list(minutes))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _add_figures(book, figures) -> None:
    sheet = book.create_sheet(_("In figures"))
    sheet.column_dimensions["A"].width = 40
    for heading, rows in figures:
        sheet.append([_cell(sheet, heading, is_bold=True)])
        for label, value in rows:
            sheet.append([_cell(sheet, label), value])


def _add_minutes(book, rows: list[list[str]]) -> None:
    if not rows:
        return
    sheet = book.create_sheet(_("Minutes"))
    for place, width in enumerate(WIDTHS_OF_MINUTES):
        sheet.column_dimensions[chr(ord("A") + place)].width = width
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, value, is_bold=number == 0) for value in row])


def _cell(sheet, value, *, is_bold=False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet)
    cell.value = storable(str(value))
    # Set after the value, whose first sign would have made it a formula.
    cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = WRAPPED
    cell.quotePrefix = True
    if is_bold:
        cell.font = BOLD
    return cell


def storable(text: str) -> str:
    """Return what a cell can hold: no control characters, and a mark where a long text is cut."""
    text = ILLEGAL_CHARACTERS_RE.sub("", text)
    return text if len(text) <= MOST else f"{text[:MOST]} […]"
