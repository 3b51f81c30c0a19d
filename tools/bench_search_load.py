"""The search with 20,000 passages and 50,000 comments: how fast it is. `make bench-search-load`.

Elasticsearch is compared with the database of the same run. PASSAGES= and COMMENTS= make it smaller.
"""

import json
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from bench_figures import record
from steps import PYTHON, ROOT, command, finish, say, step

TITLE = "Search with many rows (make bench-search-load)"
PASSAGES, COMMENTS = "20000", "50000"


def ask(name: str, database: str, folder: Path, server: str, sizes: tuple[str, str]) -> dict:
    """Return the figures of one database, with Elasticsearch beside it."""
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": database,
        "STATE_FOLDER": str(folder),
        "ELASTICSEARCH_URL": server,
        "ELASTICSEARCH_INDEX": f"load-{name.lower()}",
    }
    with step(f"Filling and asking {name}"):
        if not database.startswith("sqlite"):
            command("migrate", PYTHON, ROOT / "manage.py", "migrate", **environment)
        script = ROOT / "tools" / "bench_search_load_data.py"
        said = command("bench search load", PYTHON, script, *sizes, **environment)
    return json.loads(said.strip().splitlines()[-1])


def lines_of(name: str, figures: dict) -> list[str]:
    """Return a database's lines of the table: itself, and Elasticsearch by ratios to it."""
    own, server = figures["database"], figures["Elasticsearch"]
    return [
        f"| {name} | {own['rate']:.0f} | {own['median']:.0f} | {own['p99']:.0f} | | |",
        f"| Elasticsearch beside it | {server['rate']:.0f} | {server['median']:.0f} |"
        f" {server['p99']:.0f} | **{server['median'] / own['median']:.2f}** |"
        f" **{server['p99'] / own['p99']:.2f}** |",
    ]


def memory_of(group: int) -> float:
    """Return the megabytes that the processes of a group have in memory."""
    pages = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(folder.name)) == group:
                pages += int((folder / "statm").read_text().split()[1])
        except (OSError, ValueError):
            continue
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def main() -> int:
    """Measure, print, and keep the figures with their commit."""
    sys.path.insert(0, str(ROOT))
    from tests.plugins.sqlite_copies import SqliteCopies
    from tests.services import elasticsearch, postgres

    sizes = (os.environ.get("PASSAGES") or PASSAGES, os.environ.get("COMMENTS") or COMMENTS)
    lines = [
        f"{int(sizes[0]):,} passages and {int(sizes[1]):,} comments. Objects indexed a second (the",
        "database analyses the words, Elasticsearch is sent them); milliseconds of 40 queries with all",
        "filters and their counts, three times each; ratios to the database of the same run.",
        "",
        "| Backend | Indexed a second | Median, ms | p99, ms | Median, ratio | p99, ratio |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        with step("Starting PostgreSQL and Elasticsearch"):
            database = stack.enter_context(postgres.running())
            server = stack.enter_context(elasticsearch.running())
        with step("Preparing the database"):
            file = SqliteCopies(ROOT, folder / "db.sqlite3").create()
        own = 0.0
        for name, address in (("SQLite", f"sqlite://{file}"), ("PostgreSQL", database)):
            figures = ask(name, address, folder, server.url, sizes)
            own = max(own, figures["megabytes"])
            lines += lines_of(name, figures)
        taken = memory_of(server.process.pid)
    lines += ["", f"Memory: the site's process {own:.0f} MB at most, Elasticsearch {taken:.0f} MB."]
    say("\n" + "\n".join(lines))
    record(TITLE, lines)
    return 0


if __name__ == "__main__":
    finish(main)
