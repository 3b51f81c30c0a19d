"""Answering times: the site beside a bare Django view that returns the same bytes. `make bench`.

Both are served by gunicorn with two workers of two threads, one after the other and several times over, so
that what else the machine does hits both. The site keeps no pages in a cache.
"""

import json
import statistics
import sys
import tempfile
from pathlib import Path

from bench_client import Figure, fetch, measure
from bench_figures import record
from steps import PYTHON, ROOT, command, finish, say, step
from webserver import WebServer

ROUNDS = 3
WARM_UP = 40
REQUESTS = {"site": 400, "bare": 2_000}
TITLE = "Answering (make bench)"
NAMES = {
    "page": "The policy: 50 passages, 1,000 comments, hearing open",
    "thread": "A passage with a thread of 20 comments",
    "passages": "API: an edition's 50 passages",
    "comments": "API: 50 comments",
}


def fill(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Make a database and return (the site's environment, addresses by their names)."""
    from tests.plugins.sqlite_copies import SqliteCopies

    with step("Preparing the database"):
        database = SqliteCopies(ROOT, folder / "db.sqlite3").create()
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite://{database}",
        "STATE_FOLDER": str(folder),
        "PYTHONPATH": str(ROOT / "site"),
    }
    with step("Writing 1,000 comments"):
        said = command("bench data", PYTHON, ROOT / "tools" / "bench_data.py", **environment)
    return environment, json.loads(said.strip().splitlines()[-1])


def keep_bodies(site: WebServer, places: dict[str, str], folder: Path) -> dict[str, int]:
    """Store what the site answers, for the bare view to return; give the sizes in bytes."""
    folder.mkdir()
    for name, path in places.items():
        (folder / name).write_bytes(fetch(site.port, path)[1])
    return {name: (folder / name).stat().st_size for name in places}


def compare(site: WebServer, bare: WebServer, places: dict[str, str]) -> dict[str, dict]:
    """Return {name: {"site": figure, "bare": figure}}, each the middle one of its rounds."""
    servers = {"site": (site, places), "bare": (bare, {name: f"/{name}" for name in places})}
    for server, paths in servers.values():
        for path in paths.values():
            measure(server, path, WARM_UP)
    rounds: dict[str, dict[str, list[Figure]]] = {n: {"site": [], "bare": []} for n in places}
    for _ in range(ROUNDS):
        for name in places:
            for kind, (server, paths) in servers.items():
                rounds[name][kind].append(measure(server, paths[name], REQUESTS[kind]))
    return {n: {k: _middle(figures) for k, figures in both.items()} for n, both in rounds.items()}


def _middle(figures: list[Figure]) -> Figure:
    rate = statistics.median_low(figure.rate for figure in figures)
    return next(figure for figure in figures if figure.rate == rate)


def table(figures: dict[str, dict[str, Figure]], sizes: dict[str, int]) -> list[str]:
    """Return the lines of a table in Markdown."""
    lines = [
        "| Page | KB | Site, requests/s | Bare Django, requests/s | Ratio | Site, ms of processor "
        "| Bare, ms of processor | Ratio |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, both in figures.items():
        site, bare = both["site"], both["bare"]
        lines.append(
            f"| {NAMES[name]} | {sizes[name] / 1024:.0f} | {site.rate:.1f} | {bare.rate:.0f} "
            f"| **{site.rate / bare.rate:.3f}** | {site.processor:.1f} | {bare.processor:.2f} "
            f"| {bare.processor / site.processor:.3f} |"
        )
    return lines


def main() -> int:
    """Measure, print, and keep the figures with their commit."""
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        environment, places = fill(folder)
        bodies = {"BENCH_BODIES": str(folder / "bodies"), "PYTHONPATH": str(ROOT / "tools")}
        with WebServer("config.wsgi", environment, log=folder / "site.log") as site:
            sizes = keep_bodies(site, places, folder / "bodies")
            with (
                WebServer("bench_bare", bodies, log=folder / "bare.log") as bare,
                step("Measuring"),
            ):
                figures = compare(site, bare, places)
    lines = table(figures, sizes)
    say("\n" + "\n".join(lines))
    record(TITLE, lines)
    return 0


if __name__ == "__main__":
    finish(main)
