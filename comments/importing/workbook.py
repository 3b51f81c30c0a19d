"""An Excel workbook's first sheet as text. It is looked through before it is opened.

Sizes are those that the archive declares; unpacking stops at them, so they can't be a lie.
"""

import datetime
import io
import zipfile
from collections.abc import Iterator

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from comments.errors import Refused
from policy.importing.reading.packages import BROKEN, check_list, counts_of
from policy.importing.reading.refusal import Unreadable

from . import limits

MAIN = b"spreadsheetml.sheet.main+xml"
CONTENT_TYPES = "[Content_Types].xml"
XML_NAMES = (".xml", ".rels", ".vml")


def rows_of_workbook(data: bytes) -> Iterator[list[str]]:
    """Yield the rows of the first sheet. A formula is its own text and is never calculated.

    Raises `Refused` for archives that unpack to too much, entities in XML, and what is no workbook.
    """
    _look_through(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size is only a claim
        for row in sheet.iter_rows(max_col=limits.COLUMNS + 1, values_only=True):
            yield [_text(value) for value in row] or [""]
    except Refused:
        raise
    except Exception as error:  # the library meets damaged files with whatever it falls over
        raise Refused(_damaged()) from error


def _look_through(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            check_list(package)
            if sum(entry.file_size for entry in package.infolist()) > limits.UNPACKED:
                raise Unreadable("bomb")
            if MAIN not in package.read(CONTENT_TYPES):
                raise Refused(_("The file is no Excel workbook (.xlsx)."))
            for name in package.namelist():
                if name.lower().endswith(XML_NAMES):
                    counts_of(package.read(name))
    except (Unreadable, KeyError, ValueError, *BROKEN) as error:
        raise Refused(_damaged()) from error


def _damaged() -> str:
    return _("The workbook is damaged, locked with a password or too large when it is unpacked.")


def _text(value) -> str:
    """Return a cell as a person would type it."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # A formula over several cells comes as an object that holds its text.
    return str(getattr(value, "text", value) or "")
