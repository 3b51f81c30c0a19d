"""A real gunicorn on the loopback, for what has to be seen of the site from outside."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from steps import ROOT

HOST = "127.0.0.1"
START_TIMEOUT = 60  # seconds
STOP_TIMEOUT = 10  # seconds


def free_port() -> int:
    """Return a TCP port of the loopback that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


class WebServer:
    """A gunicorn master and its workers; gone, workers and all, when the block ends."""

    def __init__(
        self,
        application: str,
        environment: dict[str, str],
        *,
        log: Path,
        port: int | None = None,
        options: tuple[str, ...] = (),
    ) -> None:
        """Serve a module's `application` with two workers of two threads, as `make run` does."""
        self.port = port or free_port()
        self.log = log
        self.environment = os.environ | {"PYTHONPATH": str(ROOT / "site")} | environment
        self.command = [sys.executable, "-m", "gunicorn", application]
        self.command += ["--bind", f"{HOST}:{self.port}", "--workers", "2", "--threads", "2"]
        self.command += ["--log-level", "warning", *options]
        self.master: subprocess.Popen | None = None

    def __enter__(self) -> "WebServer":
        """Start, and wait until somebody answers.

        Raises RuntimeError with the end of the log if nobody does.
        """
        with open(self.log, "w") as output:
            self.master = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Ask the master to end, then see to it that neither it nor a worker is left."""
        workers = self.workers()
        self.master.send_signal(signal.SIGTERM)
        try:
            self.master.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            workers = self.workers()
            self.master.kill()
            self.master.wait()
        for worker in workers:
            self._kill_orphan(worker)

    def workers(self) -> list[int]:
        """Return the process ids of this master's workers, and of nobody else's."""
        if self.master.poll() is not None:
            return []
        path = f"/proc/{self.master.pid}/task/{self.master.pid}/children"
        return list(map(int, Path(path).read_text().split()))

    def processor_seconds(self) -> float:
        """Return what the workers that live now have used of processors since they started."""
        ticks = 0
        for worker in self.workers():
            fields = Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def tail(self) -> str:
        """Return the end of the log."""
        return self.log.read_text(errors="replace")[-2000:]

    def _wait(self) -> None:
        deadline = time.monotonic() + START_TIMEOUT
        while time.monotonic() < deadline:
            if self.master.poll() is not None:
                raise RuntimeError(f"The web server ended at start:\n{self.tail()}")
            # gunicorn listens before it has loaded anything; a worker that answers has.
            with socket.socket() as probe:
                probe.settimeout(START_TIMEOUT)
                try:
                    probe.connect((HOST, self.port))
                    probe.sendall(b"HEAD /healthz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
                    if probe.recv(1):
                        return
                except OSError:
                    pass
            time.sleep(0.05)
        raise RuntimeError(f"The web server was not ready in {START_TIMEOUT} s:\n{self.tail()}")

    def _kill_orphan(self, worker: int) -> None:
        """Kill a worker that outlived its master, unless the number is another process's by now."""
        try:
            if os.getpgid(worker) == self.master.pid:
                os.kill(worker, signal.SIGKILL)
        except ProcessLookupError:
            return
