"""What a file must be to be taken in. Its bytes say what it is; its name says nothing."""

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.clean import clean_line, is_blank
from comments.errors import Refused

from .apart import Ended, rewrite

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 3_000  # pixels
MOST_PAGES = 200
LONGEST_NAME = 120
MEGABYTE = 1024 * 1024
PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
ENDINGS = {PDF: ".pdf", JPEG: ".jpg", PNG: ".png"}
ACCEPT = f"{PDF},{JPEG},{PNG},image/webp"
TOO_MUCH, LOCKED = 3, 4  # what the rewriters end with


class BadFile(Refused):
    """A file that is not taken in; it says why, in the sender's language."""


@dataclass(frozen=True)
class CleanFile:
    """A file as it is kept: written anew, with a name that can be shown."""

    name: str
    content_type: str
    data: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def largest() -> int:
    """Return how many bytes a file may have."""
    return settings.COMMENT_FILE_MEGABYTES * MEGABYTE


def take(name: str, data: bytes) -> CleanFile:
    """Return the file without anything that acts, hides, or tells of its maker. Raises `BadFile`."""
    if not data:
        raise BadFile(_("“%(name)s” is empty.") % {"name": shown_name(name)})
    if len(data) > largest():
        raise too_large(name)
    if data.startswith(b"%PDF-"):
        content_type, written = PDF, _pdf(name, data)
    elif _is_picture(data):
        content_type, written = _picture(name, data)
    else:
        raise BadFile(
            _("“%(name)s” is neither a PDF nor a picture (JPEG, PNG or WebP).")
            % {"name": shown_name(name)}
        )
    if len(written) > largest():
        raise too_large(name)
    return CleanFile(stored_name(name, content_type), content_type, written)


def too_large(name: str) -> BadFile:
    """Return the refusal of a file that has too many bytes."""
    return BadFile(
        _("“%(name)s” is too large. A file can have %(size)s MB.")
        % {"name": shown_name(name), "size": settings.COMMENT_FILE_MEGABYTES}
    )


def shown_name(name: str) -> str:
    """Return a file's own name without folders and without what hides or turns letters."""
    name = clean_line(name.replace("\\", "/").rsplit("/", 1)[-1]).strip(". ")
    return _("file") if is_blank(name) else name[:LONGEST_NAME]


def stored_name(name: str, content_type: str) -> str:
    """Return the name to keep: its ending says what the file is, whatever it came as."""
    ending = ENDINGS[content_type]
    stem = shown_name(name)
    while (parts := stem.rpartition("."))[0] and len(parts[2]) <= 5 and parts[2].isalnum():
        stem = parts[0].rstrip(". ")
    return stem[: LONGEST_NAME - len(ending)].rstrip() + ending


def _is_picture(data: bytes) -> bool:
    is_webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return is_webp or data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"))


def _picture(name: str, data: bytes) -> tuple[str, bytes]:
    try:
        made = rewrite("picture", data, MOST_PIXELS, LONGEST_SIDE, largest())
    except Ended as end:
        if end.code == TOO_MUCH:
            raise BadFile(
                _("“%(name)s” has too many pixels. A picture can have 40 million.")
                % {"name": shown_name(name)}
            ) from end
        raise _unreadable(name) from end
    content_type, _line, written = made.partition(b"\n")
    return content_type.decode(), written


def _pdf(name: str, data: bytes) -> bytes:
    try:
        return rewrite("pdf", data, MOST_PAGES)
    except Ended as end:
        if end.code == TOO_MUCH:
            raise BadFile(
                ngettext(
                    "“%(name)s” has too many pages. A PDF can have %(count)d.",
                    "“%(name)s” has too many pages. A PDF can have %(count)d.",
                    MOST_PAGES,
                )
                % {"name": shown_name(name), "count": MOST_PAGES}
            ) from end
        if end.code == LOCKED:
            raise BadFile(
                _("“%(name)s” is locked by a password. Save it without one, and choose it again.")
                % {"name": shown_name(name)}
            ) from end
        raise _unreadable(name) from end


def _unreadable(name: str) -> BadFile:
    return BadFile(
        _("“%(name)s” can’t be read. It may be damaged: try to save it once more.")
        % {"name": shown_name(name)}
    )
