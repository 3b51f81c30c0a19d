"""All checks that need no running site: `make lint`. Every step runs, also after one failed."""

import os
import secrets
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from install import install
from steps import PYTHON, ROOT, VENV, check_writable, finish, say

BIN = VENV / "bin"
AT_ONCE = 2
SHOWN_LINES = 60  # of what a failed step said; the step alone shows the rest


@dataclass(frozen=True)
class Check:
    """One step: a command, what it needs in its environment, and its name for the reader."""

    name: str
    command: list[str | Path]
    environment: dict[str, str] = field(default_factory=dict)
    tells: bool = False  # what it says is shown also when it passed


def templates() -> list[str]:
    """Return the HTML templates, wherever an app keeps them."""
    places = ("templates/**/*.html", "*/templates/**/*.html", "site/*/templates/**/*.html")
    return sorted({str(p.relative_to(ROOT)) for place in places for p in ROOT.glob(place)})


def product() -> list[str]:
    """Return the folders that hold the product's own Python: apps, site and tools."""
    apps = {p.parent.name for p in ROOT.glob("*/__init__.py")}
    return sorted(apps | {p.name for p in (ROOT / "site", ROOT / "tools") if p.exists()})


def production(state: str) -> dict[str, str]:
    """Return a throw-away environment that the production settings accept."""
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "RECEIPT_KEY": secrets.token_urlsafe(60),
        "ALLOWED_HOSTS": "samskabelse.example",
        "BASE_URL": "https://samskabelse.example",
        "DATABASE_URL": f"sqlite://{state}/db.sqlite3",
        "STATE_FOLDER": state,
    }


def checks(state: str) -> list[Check]:
    """Return the steps; slow ones first, so that two at a time end soonest."""
    manage, tool = ROOT / "manage.py", ROOT / "tools"
    test = {"DJANGO_SETTINGS_MODULE": "config.settings.test", "STATE_FOLDER": state}
    found = templates()
    steps = [
        Check(
            "settings for production (check --deploy)",
            [PYTHON, manage, "check", "--deploy", "--fail-level", "WARNING"],
            production(state),
        ),
        Check("migrations", [PYTHON, manage, "makemigrations", "--check", "--dry-run"], test),
        Check("layers", [BIN / "lint-imports", "--no-cache"], {"PYTHONPATH": "site"}),
        Check("security (bandit)", [BIN / "bandit", "-q", "-ll", "-r", *product()]),
        Check("translations", [PYTHON, tool / "catalogue.py", "check"]),
        Check("the admin in Danish", [PYTHON, tool / "admin_danish.py"], tells=True),
        Check("hidden imports", [PYTHON, tool / "imports.py"]),
        Check("sizes", [PYTHON, tool / "budgets.py"]),
        Check(
            "style (ruff check)",
            [BIN / "ruff", "check", "--quiet", "--output-format", "concise", "."],
        ),
        Check("shape (ruff format)", [BIN / "ruff", "format", "--check", "--quiet", "."]),
    ]
    if found:
        steps.insert(0, Check("templates (curlylint)", [BIN / "curlylint", *found]))
        steps.append(
            Check("templates (djhtml)", [BIN / "djhtml", "--check", "--tabwidth", "2", *found])
        )
    return steps


def run(check: Check) -> bool:
    """Run one step, print its name and result, and what it said if it failed."""
    started = time.monotonic()
    done = subprocess.run(
        list(map(str, check.command)),
        cwd=ROOT,
        env=os.environ | check.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    passed = done.returncode == 0
    lines = [
        f"{'ok    ' if passed else 'FAILED'} {check.name} ({time.monotonic() - started:.1f} s)"
    ]
    if not passed or check.tells:
        said = done.stdout.strip().splitlines()
        lines += [f"       {line}" for line in said[:SHOWN_LINES]]
        if len(said) > SHOWN_LINES:
            lines.append(f"       ... and {len(said) - SHOWN_LINES} lines more")
    say("\n".join(lines))
    return passed


def main() -> int:
    """Run every step and return 1 if any failed."""
    check_writable()
    install("requirements-dev.txt")
    with tempfile.TemporaryDirectory() as state, ThreadPoolExecutor(AT_ONCE) as pool:
        steps = checks(state)
        failed = list(pool.map(run, steps)).count(False)
    say(
        f"{failed} of {len(steps)} checks failed." if failed else f"All {len(steps)} checks passed."
    )
    return 1 if failed else 0


if __name__ == "__main__":
    finish(main)
