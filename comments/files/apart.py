"""Someone else's file is opened in a process of its own, with an end to its time and its memory.

What opens it can be led in circles, or made to unpack gigabytes: then that process ends, and the
web server has lost nothing but a few seconds.
"""

import subprocess  # nosec B404
import sys
from pathlib import Path

SECONDS = 10
REWRITERS = Path(__file__).with_name("rewriting")


class Ended(Exception):
    """The rewriter ended without a file; `code` is what it ended with, -1 when it took too long."""

    def __init__(self, code: int):
        super().__init__(code)
        self.code = code


def rewrite(kind: str, data: bytes, *numbers: int) -> bytes:
    """Return what `rewriting/<kind>.py` makes of the bytes. Raises `Ended`, after 10 s at most."""
    return run(REWRITERS / f"{kind}.py", data, *numbers)


def run(program: Path, data: bytes, *numbers: int, seconds: float | None = None) -> bytes:
    """Return what a program of ours makes of the bytes, in 10 s unless told otherwise. Raises `Ended`."""
    command = [sys.executable, "-I", str(program), *map(str, numbers)]
    try:
        # No shell, no word from outside, and with -I no folder of ours on the path.
        done = subprocess.run(  # noqa: S603  # nosec B603
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds or SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Ended(-1) from error
    if done.returncode:
        raise Ended(done.returncode)
    return done.stdout
