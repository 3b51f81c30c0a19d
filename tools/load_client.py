"""Sends forms when their time has come, from many threads, and notes what was answered, and when."""

import http.client
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode

from webserver import HOST

THREADS = 200
TIMEOUT = 120  # seconds
ADDRESSES = [f"127.0.0.{last}" for last in range(2, 22)]
TWICE = 20  # every so many forms is sent twice at once, as by an impatient finger


@dataclass(frozen=True)
class Answer:
    """The status, or the fault's name; `seconds` since the form's time had come."""

    form: int
    status: int | str
    seconds: float


def send_all(port: int, forms: dict, rate: int) -> list[Answer]:
    """Send `forms["tokens"]` to `forms["path"]`, `rate` a second, and return all answers."""
    order = [n for n in range(len(forms["tokens"])) for _ in range(2 if n % TWICE == 0 else 1)]
    order = order[: len(forms["tokens"])]
    began = time.monotonic() + 0.5
    with ThreadPoolExecutor(THREADS) as pool:
        made = []
        for place, form in enumerate(order):
            due = began + place / rate
            time.sleep(max(0.0, due - time.monotonic()))
            made.append(pool.submit(_send, port, forms, form, place, due))
        return [future.result() for future in made]


def _send(port: int, forms: dict, form: int, place: int, due: float) -> Answer:
    fields = {
        "token": forms["tokens"][form],
        "text": f"Bemærkning {form} af mange.",
        "author_kind": "citizen",
    }
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": f"http://{HOST}:{port}",
        "Connection": "close",
    }
    source = (ADDRESSES[place % len(ADDRESSES)], 0)
    connection = http.client.HTTPConnection(HOST, port, timeout=TIMEOUT, source_address=source)
    try:
        connection.request("POST", forms["path"], urlencode(fields), headers)
        response = connection.getresponse()
        response.read()
        status = response.status
    except (http.client.HTTPException, OSError) as fault:
        status = type(fault).__name__
    finally:
        connection.close()
    return Answer(form, status, time.monotonic() - due)
