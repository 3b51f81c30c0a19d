"""All tests: `make test`. The whole suite on SQLite, then the database's tests on PostgreSQL.

Arguments go on to pytest. The PostgreSQL run uses the server that DATABASE_URL_POSTGRES names, or
starts one of its own; so with Elasticsearch and ELASTICSEARCH_URL_TESTS. What is missing is said at
the end; with REQUIRE_SERVICES=1 it fails the run.
"""

import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack

import chromium
import pango
from install import install
from steps import PYTHON, ROOT, Trouble, check_writable, command, finish, say, step

# For two cores: a test that waits for a browser or a server leaves its core to another.
PROCESSES = os.environ.get("TEST_PROCESSES", "3")
NO_TESTS = 5  # pytest's status when nothing was chosen
# Tests differ a hundredfold in cost: who is done takes over what waits for another. The slowest are
# named, so that what the suite costs stays in sight.
OPTIONS = ["-n", PROCESSES, "--dist", "worksteal", "--durations", "10", "--durations-min", "1"]
sys.path.insert(0, str(ROOT))


def ready_chromium() -> dict[str, str]:
    """Return where Chromium is, installing Debian's when we may.

    Raises Trouble with the package's name where it is missing and can't be installed.
    """
    path = chromium.find()
    if path is None and chromium.can_install():
        with step("Installing Chromium"):
            chromium.install(command)
        path = chromium.find()
    if path is None:
        raise Trouble(
            "The browser tests need Chromium. Debian: apt install chromium-headless-shell. "
            "Elsewhere: install Chrome or Chromium and name its program in CHROMIUM."
        )
    return {"CHROMIUM": path}


def ready_pango() -> None:
    """Install what PDFs need when we may; where it stays away, say so: its tests are listed as missing."""
    if pango.missing() and pango.can_install():
        with step("Installing pango and a font"):
            pango.install(command)
    if left := pango.missing():
        say(f"  No PDFs: missing {', '.join(left)}")


def postgres(stack: ExitStack) -> str | None:
    """Return the address of a PostgreSQL server for the tests, or None, having said why."""
    from tests.services.postgres import CannotStart, running

    if url := os.environ.get("DATABASE_URL_POSTGRES"):
        return url
    try:
        with step("Starting PostgreSQL"):
            return stack.enter_context(running())
    except CannotStart as reason:
        say(f"  No PostgreSQL: {reason}")
        return None


def elasticsearch(stack: ExitStack) -> str | None:
    """Start Elasticsearch and return its address without waiting for it, or None, having said why."""
    from tests.services.elasticsearch import CannotStart, running

    if url := os.environ.get("ELASTICSEARCH_URL_TESTS"):
        return url
    try:
        with step("Starting Elasticsearch"):
            return stack.enter_context(running(wait=False)).url
    except CannotStart as reason:
        say(f"  No Elasticsearch: {reason}")
        return None


def pytest(title: str, arguments: list[str], environment: dict[str, str]) -> int:
    """Run pytest once and return its status; choosing no test is no failure."""
    say(f"\n{title}")
    started = time.monotonic()
    line = [str(PYTHON), "-m", "pytest", *OPTIONS, *arguments]
    # DATABASE_URL would move the first run away from SQLite, and to a database with real rows.
    inherited = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    done = subprocess.run(line, cwd=ROOT, env=inherited | environment, stdin=subprocess.DEVNULL)
    status = 0 if done.returncode == NO_TESTS else done.returncode
    say(f"{title}: {'passed' if status == 0 else 'FAILED'}, {time.monotonic() - started:.0f} s")
    return status


def main() -> int:
    """Run both passes and return 1 if either failed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    arguments = sys.argv[1:]
    check_writable()
    install("requirements-dev.txt")
    command("catalogue", PYTHON, ROOT / "tools" / "catalogue.py", "compile")
    environment = ready_chromium()
    ready_pango()
    with ExitStack() as stack:
        url = postgres(stack)
        if url:
            environment["DATABASE_URL_POSTGRES"] = url
        if server := elasticsearch(stack):
            environment["ELASTICSEARCH_URL_TESTS"] = server
        statuses = [pytest("Tests on SQLite", arguments, environment)]
        if url:
            marked = ["-m", "database or postgres", *arguments]
            title = "Tests marked database on PostgreSQL"
            statuses.append(pytest(title, marked, environment | {"DATABASE_URL": url}))
    return 1 if any(statuses) else 0


if __name__ == "__main__":
    finish(main)
