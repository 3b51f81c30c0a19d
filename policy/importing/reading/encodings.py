"""An HTML file's bytes as text: by its byte order mark, by what it says, by UTF-8, by Windows-1252."""

import codecs
import re

from .refusal import Unreadable

MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]
# Browsers read the second as the first; a word processor means it that way too.
KNOWN = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "windows-1252": "windows-1252",
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-15": "iso-8859-15",
}
SAID = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)


def text_of(data: bytes) -> str:
    """Return the text; raise `Unreadable` when its encoding is unknown or not what the file says."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if b"\0" in data:
        raise Unreadable("not_text")
    said = SAID.search(data[:4096])
    if said:
        name = said[1].decode().lower()
        if name not in KNOWN:
            raise Unreadable("encoding", name)
        return _decoded(data, KNOWN[name])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "windows-1252")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable("encoding", encoding) from error
    if "\0" in text:
        raise Unreadable("not_text")
    return text
