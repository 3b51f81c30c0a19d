"""Runs a few programs side by side: they live and end together."""

import os
import signal
import subprocess
import time
from contextlib import nullcontext
from pathlib import Path
from types import FrameType

from steps import ROOT, say

GRACE = 15  # seconds until a program that was asked to end is killed
LOOK = 0.2  # seconds between two looks at the programs


class Stopped(Exception):
    """The person at the keyboard, or the system, asked for the end."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped


class Children:
    """Programs started by name; all of them are ended when the block ends."""

    def __init__(self) -> None:
        """Start with none."""
        self.running: dict[str, subprocess.Popen] = {}

    def __enter__(self) -> "Children":
        """Take Ctrl-C and the system's signals as the wish to stop."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        return self

    def __exit__(self, *_: object) -> None:
        """End whatever still runs; a second Ctrl-C must not leave a program behind."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for child in self.running.values():
            self._signal(child, signal.SIGTERM)
        deadline = time.monotonic() + GRACE
        for child in self.running.values():
            try:
                child.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                self._signal(child, signal.SIGKILL)
                child.wait()

    def start(
        self, name: str, command: list[str], environment: dict[str, str], log: Path | None = None
    ) -> None:
        """Start a program in a group of its own, so that Ctrl-C reaches it through us alone.

        What it says goes to `log`, or to our own output when there is none.
        """
        with open(log, "w") if log else nullcontext() as output:
            self.running[name] = subprocess.Popen(
                command,
                cwd=ROOT,
                env=os.environ | environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def ended(self) -> str | None:
        """Return the name and status of a program that has ended by itself, or None."""
        for name, child in self.running.items():
            if child.poll() is not None:
                return f"{name} (status {child.returncode})"
        return None

    def wait(self) -> int:
        """Wait until one program ends or we are asked to stop; return the exit status."""
        while (name := self.ended()) is None:
            time.sleep(LOOK)
        say(f"Stopped, because this ended by itself: {name}")
        return 1

    @staticmethod
    def _signal(child: subprocess.Popen, number: int) -> None:
        try:
            os.killpg(child.pid, number)
        except ProcessLookupError:
            return
