"""Makes a PDF of HTML in a process of its own, which can be stopped and whose memory is given back.

WeasyPrint lives in that process alone (`printing.py`): the site runs where it can't be loaded.
"""

import base64
import json
import logging
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from .printing import NO_LIBRARY

logger = logging.getLogger(__name__)
PRINTING = Path(__file__).with_name("printing.py")
# What a job may take when nobody waits for it any more: it goes on, and the next reader gets it.
SECONDS_OF_PROCESSOR = 120
# A native library (letters, shapes) fell over, or the machine was short of memory for a moment: the
# same job mostly succeeds at once. One that ran out of its processor time (SIGXCPU) would again.
CRASHES = {-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS, -signal.SIGKILL}


class Unmade(Exception):
    """There is no file, and there may be one later."""


class TooSlow(Unmade):
    """It is still being made, or waits until another one is."""


class NoPress(Unmade):
    """This machine lacks what WeasyPrint needs: pango, or a package."""


def print_pdf(
    html: str, files: Mapping[str, bytes], target: Path, *, deadline: float, lock: int | None = None
) -> None:
    """Write a PDF of the HTML to `target`, whole or not at all.

    `files` are all that the HTML may refer to, by address; nothing else is fetched. `deadline` is a
    `time.monotonic()`; after it the job goes on alone, holding the file descriptor `lock`. Raises
    `TooSlow`, `NoPress`, or `Unmade` when printing failed, which is in the log.
    """
    job = {
        "html": html,
        "files": {url: base64.b64encode(body).decode() for url, body in files.items()},
        "target": str(target),
        "seconds": SECONDS_OF_PROCESSOR,
    }
    status, said = _run(job, deadline, lock)
    if status in CRASHES:
        logger.warning("A PDF's process died of signal %s; once more: %s", -status, said)
        status, said = _run(job, deadline, lock)
    if status == NO_LIBRARY:
        raise NoPress
    if status:
        logger.error("A PDF could not be made (exit status %s): %s", status, said)
        raise Unmade


def _run(job: dict, deadline: float, lock: int | None) -> tuple[int, str]:
    """Let a process do the job; return its exit status and the end of what it said.

    Raises `TooSlow` at the deadline; the process goes on.
    """
    with tempfile.TemporaryFile("w+") as order, tempfile.TemporaryFile("w+") as said:
        json.dump(job, order)
        order.seek(0)
        process = subprocess.Popen(  # noqa: S603  our own interpreter and file
            [sys.executable, "-P", str(PRINTING)],
            stdin=order,
            stdout=subprocess.DEVNULL,
            stderr=said,
            pass_fds=() if lock is None else (lock,),
            start_new_session=True,
        )
        try:
            status = process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise TooSlow from None
        said.seek(0)
        return status, said.read()[-2000:]
