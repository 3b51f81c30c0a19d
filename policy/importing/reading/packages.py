"""Checks of a DOCX before anything in it is used: its list of files, then each XML part.

Sizes are those that the archive declares; unpacking stops at them, so they can't be a lie.
"""

import zipfile
import zlib
from xml.sax import SAXException, SAXParseException, handler

from defusedxml import DefusedXmlException
from defusedxml.sax import parseString

from . import limits
from .formats import CONTENT_TYPES, refuse_other_packages
from .refusal import Unreadable

XML_NAMES = (".xml", ".rels", ".vml")
BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)


def check_list(package: zipfile.ZipFile) -> None:
    """Raise `Unreadable` for what the list of files alone gives away: bombs, odd names, passwords."""
    entries = package.infolist()
    if len(entries) > limits.ENTRIES:
        raise Unreadable("too_many_files")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable("encrypted")
    if sum(entry.file_size for entry in entries) > limits.UNPACKED:
        raise Unreadable("bomb")
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names) or any(map(_is_odd, names)):
        raise Unreadable("odd_names")
    for entry in entries:
        too_dense = entry.file_size > limits.RATIO * max(entry.compress_size, 1)
        if entry.file_size > limits.RATIO_FROM and too_dense:
            raise Unreadable("bomb")
        if _is_xml(entry.filename) and entry.file_size > limits.XML_PART:
            raise Unreadable("too_long")


def check_parts(package: zipfile.ZipFile) -> dict[str, "Counts"]:
    """Read every XML part as a stream, with no document type allowed; return what each holds."""
    names = set(package.namelist())
    refuse_other_packages(names, _read(package, CONTENT_TYPES) if CONTENT_TYPES in names else b"")
    counts, elements = {}, 0
    for name in sorted(filter(_is_xml, names)):
        counts[name] = counts_of(_read(package, name))
        elements += counts[name].elements
        if elements > limits.ELEMENTS:
            raise Unreadable("too_long")
    return counts


def counts_of(xml: bytes) -> "Counts":
    """Return which elements a part has; raise `Unreadable` for entities, depth and broken XML."""
    counts = Counts()
    try:
        parseString(xml, counts, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise Unreadable("entities") from error
    except (SAXParseException, SAXException, ValueError, LookupError) as error:
        raise Unreadable("damaged") from error
    return counts


class Counts(handler.ContentHandler):
    """How often each element stands in a part, by its name with prefix, and whether there is text."""

    def __init__(self):
        super().__init__()
        self.names, self.elements, self.depth, self.has_text = {}, 0, 0, False

    def startElement(self, name, attrs):  # noqa: N802
        self.depth += 1
        self.elements += 1
        if self.depth > limits.DEPTH:
            raise Unreadable("too_deep")
        if self.elements > limits.ELEMENTS:
            raise Unreadable("too_long")
        self.names[name] = self.names.get(name, 0) + 1

    def endElement(self, name):  # noqa: N802
        self.depth -= 1

    def characters(self, content):
        self.has_text = self.has_text or bool(content.strip())

    def of(self, *names: str) -> int:
        return sum(self.names.get(name, 0) for name in names)


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    try:
        return package.read(name)
    except BROKEN as error:
        raise Unreadable("damaged") from error


def _is_xml(name: str) -> bool:
    return name.lower().endswith(XML_NAMES)


def _is_odd(name: str) -> bool:
    """Tell whether a name leads out of the archive. Nothing is unpacked to disk; it is a bad sign."""
    return (
        "\\" in name or "\0" in name or ":" in name or name.startswith("/")
    ) or ".." in name.split("/")
