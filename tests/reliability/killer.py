"""Kills workers of one web server, again and again, without warning."""

import os
import random
import signal
import threading
from collections.abc import Callable

PAUSE = (0.15, 0.30)  # seconds between two kills
ANSWERS = 4  # at least so many between two kills, or a busy machine would never get anywhere


class Killer(threading.Thread):
    """Sends SIGKILL to one worker after the other until told to stop."""

    def __init__(self, server, answers: Callable[[], int], seed: int = 1) -> None:
        """`server` is the `WebServer` whose workers die; `answers()` counts what it answered."""
        super().__init__(daemon=True)
        self.server, self.answers = server, answers
        self.random = random.Random(seed)
        self.killed: list[int] = []
        self._stopped = threading.Event()

    def run(self) -> None:
        """Kill until `stop()`."""
        seen = 0
        while not self._stopped.wait(self.random.uniform(*PAUSE)):
            workers = self.server.workers()
            if workers and self.answers() >= seen + ANSWERS:
                seen = self.answers()
                self._kill(self.random.choice(workers))

    def stop(self) -> None:
        """Let the workers live from now on."""
        self._stopped.set()
        self.join()

    def _kill(self, worker: int) -> None:
        try:
            os.kill(worker, signal.SIGKILL)
        except ProcessLookupError:
            return
        self.killed.append(worker)
