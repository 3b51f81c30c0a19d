"""Asks one address again and again, from several threads, a new connection for each request."""

import socket
import threading
import time
from dataclasses import dataclass

from webserver import HOST, WebServer

TIMEOUT = 30  # seconds
CALLERS = 4  # as many as the server has threads


@dataclass(frozen=True)
class Figure:
    """How fast it was. `processor` is milliseconds of the server's processors for one request."""

    requests: int
    seconds: float
    processor: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds


class WrongAnswer(Exception):
    """The server did not answer 200 with the expected number of bytes."""


def fetch(port: int, path: str) -> tuple[bytes, bytes]:
    """Return the head and the body of the answer to one GET."""
    request = f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n"
    with socket.create_connection((HOST, port), TIMEOUT) as connection:
        connection.sendall(request.encode())
        parts = iter(lambda: connection.recv(262_144), b"")
        head, _blank, body = b"".join(parts).partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200 "):
        raise WrongAnswer(f"{path}: {head[:200]!r}")
    return head, body


def measure(server: WebServer, path: str, count: int) -> Figure:
    """Ask `count` times and return the figure.

    Raises WrongAnswer if any answer is not 200 and as long as the first.
    """
    length = len(fetch(server.port, path)[1])
    share = count // CALLERS
    faults: list[Exception] = []

    def call() -> None:
        try:
            for _ in range(share):
                _head, body = fetch(server.port, path)
                if len(body) != length:
                    raise WrongAnswer(f"{path}: {len(body)} bytes instead of {length}")
        except (OSError, WrongAnswer) as fault:
            faults.append(fault)

    callers = [threading.Thread(target=call) for _ in range(CALLERS)]
    busy, started = server.processor_seconds(), time.perf_counter()
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    seconds = time.perf_counter() - started
    if faults:
        raise faults[0]
    used = server.processor_seconds() - busy
    return Figure(share * CALLERS, seconds, 1000 * used / (share * CALLERS))
