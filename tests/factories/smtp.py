"""A mail server on loopback that fails as servers do, and remembers what it took and what was read of it."""

import socket
import threading
from dataclasses import dataclass, field
from email import message_from_bytes

WELL = "well"
DEAD = "dead"  # nobody listens
SLOW = "slow"  # takes the call and says nothing
BUSY = "busy"  # 421 at the door
REFUSING = "refusing"  # 451 for the address
FULL = "full"  # 452 after the words
DEAF = "deaf"  # takes the mail and hangs up before it says so
HALF = "half"  # takes the mail and says half of it
MUTE = "mute"  # takes the mail and says nothing
DROPPING = "dropping"  # hangs up before the words come
MODES = (WELL, DEAD, SLOW, BUSY, REFUSING, FULL, DEAF, HALF, MUTE, DROPPING)
TAKES = {WELL, DEAF, HALF, MUTE}


@dataclass
class Taken:
    """A mail that the server took. `is_read`: whoever sent it went on talking after the answer."""

    message_id: str
    to: str
    mode: str
    is_read: bool = False


@dataclass
class FakeServer:
    """`mode` is how it behaves from the next connection on. `taken` grows."""

    mode: str = WELL
    port: int = 0
    taken: list[Taken] = field(default_factory=list)
    _listener: socket.socket | None = None
    _open: list[socket.socket] = field(default_factory=list)

    def become(self, mode: str) -> None:
        """Behave otherwise from now on; a dead server stops to listen, any other begins again."""
        self.mode = mode
        if mode == DEAD:
            self.stop()
        elif self._listener is None:
            self.start()

    def start(self) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(20)
        self.port, self._listener = listener.getsockname()[1], listener
        threading.Thread(target=self._serve, args=[listener], daemon=True).start()

    def stop(self) -> None:
        """Close the door, and every connection that was left hanging."""
        if self._listener is not None:
            self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
        self._listener = None
        while self._open:
            self._open.pop().close()

    def _serve(self, listener) -> None:
        while True:
            try:
                connection, _address = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=[connection], daemon=True).start()

    def _talk(self, connection) -> None:
        mode = self.mode
        if mode in (SLOW, MUTE):
            self._open.append(connection)  # nobody hangs up: the other side must lose patience
        if mode == SLOW:
            return
        try:
            with connection.makefile("rb") as lines:
                keeps = self._converse(connection, lines, mode)
        except OSError:
            keeps = False
        if not keeps:
            connection.close()

    def _converse(self, connection, lines, mode) -> bool:
        """Talk until one side hangs up; True when the connection is left hanging."""

        def say(words: bytes) -> None:
            connection.sendall(words + b"\r\n")

        say(b"421 busy" if mode == BUSY else b"220 fake")
        last, to = None, ""
        while line := lines.readline():
            if last is not None:
                last.is_read, last = True, None
            word = line[:4].upper()
            if word == b"QUIT":
                say(b"221 bye")
                return False
            if word == b"RCPT":
                to = line.decode().partition("<")[2].partition(">")[0]
                say(b"451 later" if mode == REFUSING else b"250 ok")
            elif word == b"DATA":
                if mode == DROPPING:
                    return False
                say(b"354 go on")
                last = self._take(lines, to, mode)
                if mode == FULL:
                    say(b"452 no room")
                    last = None
                elif mode == WELL:
                    say(b"250 taken")
                elif mode == HALF:
                    connection.sendall(b"25")
                    return False
                else:
                    return mode == MUTE
            else:
                say(b"250 ok")
        return False

    def _take(self, lines, to, mode) -> Taken:
        words = b""
        while (line := lines.readline()) and line != b".\r\n":
            words += line
        taken = Taken(message_from_bytes(words)["Message-ID"], to, mode)
        if mode in TAKES:
            self.taken.append(taken)
        return taken
