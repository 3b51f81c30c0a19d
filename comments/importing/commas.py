"""CSV as people save it: with a mark or without, in UTF-8 or as older Excel does, `;`, `,` or tab."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from comments.errors import Refused

MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
DELIMITERS = ";,\t"


def rows_of_csv(data: bytes) -> Iterator[list[str]]:
    """Yield the rows. Raises `Refused` for what is no text, or no CSV."""
    text = text_of(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        yield from reader
    except csv.Error as error:
        raise Refused(_("Row %(row)s can’t be read as CSV.") % {"row": reader.line_num}) from error


def text_of(data: bytes) -> str:
    """Return the text: by its mark, as UTF-8, else as Windows-1252."""
    encodings = [name for mark, name in MARKS.items() if data.startswith(mark)]
    for encoding in encodings or ["utf-8", "cp1252"]:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused(_("The file is no text. Save it as CSV (UTF-8) or as an Excel workbook (.xlsx)."))


def delimiter_of(text: str) -> str:
    """Return what stands most often between the headings; the first of `DELIMITERS` in a draw."""
    first = next(iter(text.lstrip("\r\n").splitlines()), "")
    outside = "".join(first.split('"')[::2])  # every second part stands in quotes
    return max(DELIMITERS, key=outside.count)
