"""The list of erasures as a file: a line of JSON each, appended and never changed."""

import datetime
import fcntl
import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Line:
    """An erasure: what kind of thing, by which hash it is found, and when."""

    kind: str
    key: str
    at: datetime.datetime

    def values(self) -> dict[str, str]:
        return {"kind": self.kind, "key": self.key, "at": self.at.isoformat()}


def path() -> Path:
    return Path(settings.ERASURE_LIST)


def read() -> list[Line]:
    """Return the lines there are; none without a file. A broken line is passed over, and in the log."""
    try:
        text = path().read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return []
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            values = json.loads(line)
            at = datetime.datetime.fromisoformat(values["at"])
            found.append(Line(str(values["kind"]), str(values["key"]), at))
        except (ValueError, KeyError, TypeError):
            logger.error("Line %s of the list of erasures can't be read", number)
    return found


def append(lines: list[Line]) -> None:
    """Write lines at the end, on the disk before it returns. Raises `OSError`."""
    if not lines:
        return
    path().parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(line.values()) + "\n" for line in lines)
    with path().open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if file.seek(0, os.SEEK_END) and _ends_in_the_middle(file):
            text = "\n" + text
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())


def _ends_in_the_middle(file) -> bool:
    """Tell whether the last writer was killed in its line: the next one begins a new line."""
    file.seek(-1, os.SEEK_END)
    return file.read(1) != b"\n"
