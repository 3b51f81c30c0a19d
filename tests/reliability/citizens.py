"""Citizens who each fetch the form, send it, and send the very same again until they get a receipt."""

import html
import http.client
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

HOST = "127.0.0.1"
TOKEN = re.compile(r'name="token"[^>]*\bvalue="([^"]*)"')
BROKEN = (http.client.HTTPException, OSError)
REQUEST_TIMEOUT = 20  # seconds
GIVE_UP = 120  # seconds without an answer


class Unexpected(Exception):
    """The site answered something else than a form, a receipt, or "try again"."""


@dataclass
class Diary:
    """What the citizens remember. Appending to a list is safe among threads."""

    receipts: dict[str, str] = field(default_factory=dict)  # sealed token -> receipt's address
    answers: list[int] = field(default_factory=list)  # statuses
    broken: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


class Citizen(threading.Thread):
    """Posts comment after comment until `is_enough()`."""

    def __init__(self, name: str, port: int, path: str, diary: Diary, is_enough: Callable) -> None:
        """`path` is the form's address."""
        super().__init__(name=name, daemon=True)
        self.port, self.path = port, path
        self.diary, self.is_enough = diary, is_enough
        self.written = 0

    def run(self) -> None:
        """Write until it is enough; what goes wrong ends in the diary."""
        try:
            while not self.is_enough():
                self.written += 1
                self._comment(f"Bemærkning {self.written} fra {self.name}.")
        except Exception as error:  # noqa: BLE001  the test reads it in the diary
            self.diary.failures.append(f"{type(error).__name__}: {error}")

    def _comment(self, text: str) -> None:
        status, _headers, page = self._insist("GET")
        found = TOKEN.search(page)
        if status != 200 or not found:
            raise Unexpected(f"GET {status}: {page[:300]}")
        token = html.unescape(found.group(1))
        fields = {
            "token": token,
            "text": text,
            "author_kind": "citizen",
            "email": f"{self.name}.{self.written}@borger.example",
        }
        status, headers, page = self._insist("POST", urlencode(fields))
        if status != 303:
            raise Unexpected(f"POST {status}: {page[:300]}")
        self.diary.receipts[token] = headers["Location"]

    def _insist(self, method: str, body: str | None = None):
        """Send the same request until the site answers it; 503 asks to try again."""
        deadline = time.monotonic() + GIVE_UP
        while time.monotonic() < deadline:
            try:
                answer = self._send(method, body)
            except BROKEN as error:
                self.diary.broken.append(method)
                last = repr(error)
                continue
            self.diary.answers.append(answer[0])
            if answer[0] != 503:
                return answer
            last = "503"
        raise Unexpected(f"{method}: no answer in {GIVE_UP} s, at last {last}")

    def _send(self, method: str, body: str | None):
        connection = http.client.HTTPConnection(HOST, self.port, timeout=REQUEST_TIMEOUT)
        headers = {"Connection": "close"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = f"http://{HOST}:{self.port}"
        try:
            connection.request(method, self.path, body, headers)
            response = connection.getresponse()
            return response.status, response.headers, response.read().decode()
        finally:
            connection.close()
