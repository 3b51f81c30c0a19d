"""A form that brings files: read with an end to what is kept of it, so that its text is never lost."""

from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.core.files.base import ContentFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParser, MultiPartParserError

from comments.files.taking import MEGABYTE, largest

from .body import MAX_FIELDS, Unreadable, read_body

WITH_FILES = "multipart/form-data"
FIELD = "files"
MOST_READ = 128 * MEGABYTE  # of one form: beyond that not even its text is looked for


@dataclass(frozen=True)
class Upload:
    """A file as it came. `data` is None when it is larger than a file can be, or one too many."""

    name: str
    data: bytes | None
    is_too_many: bool = False


def read_form(request) -> tuple[QueryDict, list[Upload]]:
    """Return the fields of a form and its files. Raises `Unreadable`, as `read_body` does.

    What was read is kept on the request: the stream can be read once only.
    """
    if not hasattr(request, "_read_form"):
        has_files = request.content_type == WITH_FILES and settings.COMMENT_FILES
        request._read_form = _read(request) if has_files else (read_body(request), [])
    return request._read_form


class Keeper(FileUploadHandler):
    """Keeps as many files as a comment can have, each up to its limit, and lets the rest pass by."""

    def __init__(self, request=None):
        super().__init__(request)
        self.count = 0

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.count += 1
        self.parts, self.size = [], 0

    def receive_data_chunk(self, raw_data, start):
        self.size += len(raw_data)
        if self.size > largest() or self.count > settings.COMMENT_FILES:
            self.parts.clear()
        else:
            self.parts.append(raw_data)

    def file_complete(self, file_size):
        found = ContentFile(b"".join(self.parts), name=self.file_name or "?")
        found.is_too_many = self.count > settings.COMMENT_FILES
        found.is_too_large = self.size > largest()
        return found


class Parser(MultiPartParser):
    """Reads everything as Latin-1, which loses no byte; names of files are made text again at once."""

    def sanitize_file_name(self, file_name):
        with suppress(UnicodeError):
            file_name = file_name.encode("latin-1").decode("utf-8")
        return super().sanitize_file_name(file_name)


def _read(request) -> tuple[QueryDict, list[Upload]]:
    if _length(request) > MOST_READ:
        raise Unreadable(413)
    try:
        # What is no UTF-8 is found below, and not replaced in silence.
        parser = Parser(request.META, request, [Keeper(request)], "latin-1")
        fields, files = parser.parse()
        return _decoded(fields), [_upload(found) for found in files.getlist(FIELD)]
    except RequestDataTooBig as error:
        raise Unreadable(413) from error
    except (MultiPartParserError, UnreadablePostError, BadRequest, SuspiciousOperation) as error:
        raise Unreadable(400) from error
    except UnicodeError as error:
        raise Unreadable(400) from error


def _decoded(fields) -> QueryDict:
    data = QueryDict(mutable=True)
    pairs = [(name, value) for name, values in fields.lists() for value in values]
    if len(pairs) > MAX_FIELDS:
        raise Unreadable(400)
    for name, value in pairs:
        data.appendlist(name, value.encode("latin-1").decode("utf-8"))
    return data


def _upload(found) -> Upload:
    is_left = found.is_too_large or found.is_too_many
    return Upload(found.name, None if is_left else found.read(), found.is_too_many)


def _length(request) -> int:
    length = request.META.get("CONTENT_LENGTH", "")
    return int(length) if length.isdecimal() else 0
