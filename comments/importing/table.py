"""A file's bytes as rows of text: what it is, is told by its first bytes and not by its name."""

from django.utils.translation import gettext as _

from comments.errors import Refused

from . import limits
from .commas import rows_of_csv
from .workbook import rows_of_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_table(data: bytes) -> list[list[str]]:
    """Return the rows, that of the headings first, each with as many cells as the widest.

    Rows of nothing but blanks stay, as empty ones: rows are called by their number in the file.
    Raises `Refused` with a sentence that says what to do. Nothing in the file is calculated or run.
    """
    if len(data) > limits.BYTES:
        raise Refused(too_big())
    if not data.strip():
        raise Refused(_("The file is empty."))
    if data.startswith((OLE, b"%PDF")):
        raise Refused(
            _("Save the file as an Excel workbook (.xlsx) or as CSV, without a password.")
        )
    rows = rows_of_workbook(data) if data.startswith(b"PK") else rows_of_csv(data)
    return _checked(rows)


def too_big() -> str:
    return _("The file is larger than %(megabytes)s MB. Share it out over several files.") % {
        "megabytes": limits.BYTES // 1024 // 1024
    }


def _checked(rows) -> list[list[str]]:
    """Take the rows one after the other, and stop at the first limit."""
    kept: list[list[str]] = []
    empty = 0
    for row in rows:
        cells = [_storable(cell) for cell in row]
        if not any(cells):
            empty += 1
            if empty > limits.EMPTY_ROWS:
                break  # whatever stands below so many empty rows is no list
            continue
        kept += [[] for _n in range(empty)] if kept else []
        empty = 0
        kept.append(_measured(cells, len(kept) + 1))
        if len(kept) > limits.ROWS + 1:
            raise Refused(
                _("The file has more than %(rows)s rows. Share it out over several files.")
                % {"rows": limits.ROWS}
            )
    if len(kept) < 2:
        raise Refused(_("The file needs a row of headings, and a row below it for each letter."))
    width = max(map(len, kept))
    return [row + [""] * (width - len(row)) for row in kept]


def _measured(cells: list[str], line: int) -> list[str]:
    while not cells[-1]:
        cells.pop()
    if len(cells) > limits.COLUMNS:
        raise Refused(
            _("Row %(row)s has more than %(columns)s columns.")
            % {"row": line, "columns": limits.COLUMNS}
        )
    if any(len(cell) > limits.CELL for cell in cells):
        raise Refused(
            _("A cell of row %(row)s has more than %(characters)s characters.")
            % {"row": line, "characters": limits.CELL}
        )
    return cells


def _storable(cell: str) -> str:
    """Remove what no database holds: halves of surrogate pairs, and zeros."""
    return cell.encode("utf-8", "ignore").decode("utf-8").replace("\0", "").strip()
