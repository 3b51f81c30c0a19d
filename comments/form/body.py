"""A form's body, read by hand: refused before it is parsed when it is too large or no text."""

from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import QueryDict, UnreadablePostError

MAX_FIELDS = 40
TYPE = "application/x-www-form-urlencoded"


class Unreadable(Exception):
    """The body can't be read as a form; `status` is the answer's."""

    def __init__(self, status: int):
        super().__init__(status)
        self.status = status


def read_body(request) -> QueryDict:
    """Return the fields of a form. Raises `Unreadable`: 413 when too large, 400 for the rest.

    Django puts a replacement character where bytes are no UTF-8; here that is a fault, since a
    citizen would find something else in the receipt than what was typed.
    """
    if request.content_type != TYPE or _charset(request) != "utf-8":
        raise Unreadable(400)
    try:
        body = request.body
    except RequestDataTooBig as error:
        raise Unreadable(413) from error
    except (UnreadablePostError, BadRequest) as error:
        raise Unreadable(400) from error
    if body.count(b"&") >= MAX_FIELDS or b"\x00" in body:
        raise Unreadable(400)
    try:
        unquote_to_bytes(body).decode("utf-8")
        return QueryDict(body, encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(400) from error


def _charset(request) -> str:
    return request.content_params.get("charset", "utf-8").lower()
