"""Read bytes as the reading process does, without starting one."""

from policy.importing.reading.__main__ import read
from policy.importing.reading.refusal import Unreadable


def refused(data: bytes) -> str:
    """Return the code of the refusal, or "read"."""
    try:
        read(data)
    except Unreadable as error:
        return error.code
    return "read"


def texts(found: dict) -> list[str]:
    return [part["text"] for part in found["parts"]]
