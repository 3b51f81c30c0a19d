"""Makes a PDF of HTML in a process of its own, which can be stopped and whose memory is given back.

WeasyPrint lives in that process alone (`printing.py`): the site runs where it can't be loaded.
"""

import base64
import json
import logging
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
        if status == NO_LIBRARY:
            raise NoPress
        if status:
            said.seek(0)
            logger.error("A PDF could not be made: %s", said.read()[-2000:])
            raise Unmade
