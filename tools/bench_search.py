"""How well judged queries are answered on SQLite, PostgreSQL and Elasticsearch. `make bench-search`."""

import json
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from bench_figures import record
from steps import PYTHON, ROOT, command, finish, say, step

TITLE = "Search (make bench-search)"
HEAD = [
    "The judged queries of `tests/search/judged.txt` over the demo's policy. Milliseconds of a query with",
    "the reading of its passages.",
    "",
    "| Backend | Danish nDCG@10 | recall@10 | English nDCG@10 | recall@10 | Median, ms | p99, ms |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
]


def ask(name: str, database: str, folder: Path, server: str = "") -> dict[str, dict]:
    """Return the figures of one database, and of Elasticsearch where a server is named."""
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": database,
        "STATE_FOLDER": str(folder),
        "ELASTICSEARCH_URL": server,
    }
    with step(f"Asking {name}"):
        if not database.startswith("sqlite"):
            command("migrate", PYTHON, ROOT / "manage.py", "migrate", **environment)
        script = ROOT / "tools" / "bench_search_scores.py"
        said = command("bench search", PYTHON, script, **environment)
    found = json.loads(said.strip().splitlines()[-1])
    return {name if key == "database" else key: figures for key, figures in found.items()}


def line(name: str, figures: dict) -> str:
    """Return a backend's line of the table."""
    (da, da_all), (en, en_all) = (figures["languages"][code] for code in ("da", "en"))
    return (
        f"| {name} | **{da:.3f}** | {da_all:.3f} | **{en:.3f}** | {en_all:.3f} "
        f"| {figures['median']:.0f} | {figures['p99']:.0f} |"
    )


def main() -> int:
    """Measure, print, and keep the figures with their commit."""
    sys.path.insert(0, str(ROOT))
    from tests.plugins.sqlite_copies import SqliteCopies
    from tests.services import elasticsearch, postgres

    found: dict[str, dict] = {}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        with step("Starting PostgreSQL and Elasticsearch"):
            database = stack.enter_context(postgres.running())
            server = os.environ.get("ELASTICSEARCH_URL_TESTS")
            server = server or stack.enter_context(elasticsearch.running()).url
        with step("Preparing the database"):
            file = SqliteCopies(ROOT, folder / "db.sqlite3").create()
        found |= ask("SQLite", f"sqlite://{file}", folder, server)
        found |= ask("PostgreSQL", database, folder)
    lines = [*HEAD, *(line(name, figures) for name, figures in sorted(found.items(), reverse=True))]
    say("\n" + "\n".join(lines))
    record(TITLE, lines)
    return 0


if __name__ == "__main__":
    finish(main)
