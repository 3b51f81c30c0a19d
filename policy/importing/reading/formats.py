"""What a file is, by its first bytes: names and types that a browser sends are only claims."""

import io
import zipfile

from .refusal import Unreadable

WORD = "word"
HTML = "html"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
CONTENT_TYPES = "[Content_Types].xml"
MAIN_PARTS = (
    b"wordprocessingml.document.main+xml",
    b"wordprocessingml.template.main+xml",
    b"ms-word.document.macroEnabled.main+xml",
)


def format_of(data: bytes) -> str:
    """Return WORD or HTML; raise `Unreadable` with the reason for anything else."""
    if not data.strip():
        raise Unreadable("empty")
    if data.startswith(OLE):
        raise Unreadable("encrypted" if ENCRYPTED in data else "old_word")
    if data.startswith(b"%PDF"):
        raise Unreadable("pdf")
    if data.startswith(b"{\\rtf"):
        raise Unreadable("rtf")
    if data.startswith(b"PK"):
        return WORD
    return HTML


def refuse_other_packages(names: set[str], content_types: bytes) -> None:
    """Tell an OpenDocument text, a spreadsheet or a plain archive from a Word document."""
    if CONTENT_TYPES not in names:
        raise Unreadable("open_document" if "mimetype" in names else "not_word")
    if not any(part in content_types for part in MAIN_PARTS):
        raise Unreadable("not_word")


def open_package(data: bytes) -> zipfile.ZipFile:
    """Return the archive, its list of files read and nothing unpacked."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError) as error:
        raise Unreadable("damaged") from error
