"""Files that were made once, in the private folder.

A folder for each text and page, in it one file of each kind; its name holds the key of all that
went into it, so that a file whose text, notes or looks changed is made anew, and the old one goes.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from .press import TooSlow

KEY_LENGTH = 32
LOOK_AGAIN = 0.05  # seconds


def folder_of(text, page) -> Path:
    return Path(settings.PRIVATE_ROOT) / "exports" / f"{text.pk}-{page.pk}"


def kept(folder: Path, kind: str, key: str, deadline: float, make: Callable) -> bytes:
    """Return the file of this kind and key, made if it is not there.

    `make(target, lock)` writes it whole. One file is made at a time on this machine: two that ask
    for the same don't make it twice, and many that ask can't fill it with work. Raises `TooSlow`
    when the turn does not come before `deadline` (a `time.monotonic()`).
    """
    target = folder / f"{kind}-{key[:KEY_LENGTH]}"
    with suppress(FileNotFoundError):
        return target.read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    with _turn(folder.parent, deadline) as lock:
        if not target.exists():
            for older in folder.glob(f"{kind}-*"):
                older.unlink(missing_ok=True)
            make(target, lock)
        return target.read_bytes()


def write_whole(target: Path, content: bytes) -> None:
    """Put a file in its place, so that nobody reads half of it."""
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    draft.write_bytes(content)
    os.replace(draft, target)


def sizes(folder: Path) -> dict[str, int]:
    """Return {kind: bytes} of the files that were made; what has not been is left out."""
    try:
        with os.scandir(folder) as found:
            return {
                entry.name.partition("-")[0]: entry.stat().st_size
                for entry in found
                if not entry.name.startswith(".")
            }
    except FileNotFoundError:
        return {}


@contextmanager
def _turn(folder: Path, deadline: float) -> Iterator[int]:
    """Wait for one's turn; yield the file descriptor that holds it, for a process that goes on."""
    handle = os.open(folder / ".turn", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        while not _taken(handle):
            if time.monotonic() > deadline:
                raise TooSlow
            time.sleep(LOOK_AGAIN)
        yield handle
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
