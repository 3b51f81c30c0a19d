"""What many posts at once do to the site: `make load RATE=100 SECONDS=60`, on SQLite and PostgreSQL.

Posts leave when their time has come, whether or not earlier ones were answered, and an answer's time
counts from then on: a server that falls behind can't slow down who measures it. They come from twenty
addresses of the loopback, which is named in SHARED_NETWORKS, so the site's own rate limits hold.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

from bench_figures import record
from load_client import Answer, send_all
from steps import PYTHON, ROOT, Trouble, command, finish, say, step
from webserver import HOST, WebServer

TITLE = "Posts in a rush (make load)"
HEAD = [
    "| Database | Posts a second asked | answered | Posts | Receipts | Lost | Errors | Doubled "
    "| p50, ms | p99, ms |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
]


def number(name: str, default: int) -> int:
    """Return a whole number from the environment; Trouble when it is none above zero."""
    text = os.environ.get(name) or str(default)
    if not text.isdigit() or int(text) < 1:
        raise Trouble(f"{name} must be a whole number above zero, not {text!r}.")
    return int(text)


@contextmanager
def sqlite(folder: Path):
    """Yield the address of a new migrated SQLite file."""
    from tests.plugins.sqlite_copies import SqliteCopies

    yield f"sqlite://{SqliteCopies(ROOT, folder / 'db.sqlite3').create()}"


@contextmanager
def postgresql(_folder: Path):
    """Yield the address of a new migrated database on a server of our own.

    Raises CannotStart where there is none.
    """
    from tests.plugins.template_build import migrate
    from tests.services.postgres import running

    with running() as url:
        migrate(ROOT, url)
        yield url


def measure(name: str, database, rate: int, seconds: int) -> str:
    """Send the posts to a site of its own and return the table's row."""
    with tempfile.TemporaryDirectory(prefix="load-") as made:
        folder = Path(made)
        with step(f"{name}: preparing"):
            stack = database(folder)
            url = stack.__enter__()
        try:
            return _measured(name, url, folder, rate, seconds)
        finally:
            stack.__exit__(None, None, None)


def _measured(name, url, folder, rate, seconds) -> str:
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": url,
        "STATE_FOLDER": str(folder),
        "PYTHONPATH": str(ROOT / "site"),
        "SHARED_NETWORKS": "127.0.0.0/8",
    }
    data = ROOT / "tools" / "load_data.py"
    posts = rate * seconds
    said = command("load data", PYTHON, data, "make", str(posts), **environment)
    forms = json.loads(said.strip().splitlines()[-1])
    with (
        WebServer("config.wsgi", environment, log=folder / "site.log") as site,
        step(f"{name}: {posts} posts at {rate} a second"),
    ):
        started = time.monotonic()
        answers = send_all(site.port, forms, rate)
        took = time.monotonic() - started
    sent = folder / "receipts.json"
    sent.write_text(json.dumps([answer.form for answer in answers if answer.status == 303]))
    said = command("load data", PYTHON, data, "count", sent, **environment)
    found = json.loads(said.strip().splitlines()[-1])
    return row(name, rate, took, answers, found)


def row(name: str, rate: int, took: float, answers: list[Answer], found: dict[str, int]) -> str:
    """Return the table's row. `found`: what the database has (`lost`, `doubled`)."""
    wrong = Counter(str(answer.status) for answer in answers if answer.status != 303)
    times = sorted(1000 * answer.seconds for answer in answers)
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    errors = f"{wrong.total()} ({', '.join(sorted(wrong))})" if wrong else "0"
    receipts = len(answers) - wrong.total()
    return (
        f"| {name} | {rate} | {len(answers) / took:.0f} | {len(answers):,} | {receipts:,} "
        f"| {found['lost']} | {errors} | {found['doubled']} | {cuts[49]:.0f} | {cuts[98]:.0f} |"
    )


def main() -> int:
    """Measure on both databases, print, and keep the figures with their commit."""
    sys.path.insert(0, str(ROOT))
    from tests.services.postgres import CannotStart

    rate, seconds = number("LOAD_RATE", 100), number("LOAD_SECONDS", 60)
    rows = []
    for name, database in (("SQLite", sqlite), ("PostgreSQL", postgresql)):
        try:
            rows.append(measure(name, database, rate, seconds))
            say(rows[-1])
        except CannotStart as reason:
            say(f"  No PostgreSQL: {reason}")
    busy = os.getloadavg()[1]
    about = (
        f"gunicorn at {HOST}, 2 workers of 2 threads; every twentieth form sent twice at once. "
        f"{os.cpu_count()} processors with a load of {busy:.0f} at the end, the site's own among it."
    )
    lines = [about, "", *HEAD, *rows]
    say("\n" + "\n".join(lines))
    record(TITLE, lines)
    return 0


if __name__ == "__main__":
    finish(main)
