"""Puts figures into `docs/figures.md`, with the commit that they belong to."""

import subprocess
import time
from pathlib import Path

from steps import ROOT

FILE = ROOT / "docs" / "figures.md"
HEAD = """# Figures

What was measured, when, and on which commit. Ratios compare two things of one run on one machine;
the absolute numbers depend on it.
"""


def commit() -> str:
    """Return the short name of the commit, with a mark when files differ from it."""
    command = ["git", "describe", "--always", "--dirty=, changed since"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return done.stdout.strip() or "unknown"


def record(title: str, lines: list[str], file: Path = FILE) -> None:
    """Replace the section of this title, or add it at the end."""
    text = file.read_text(encoding="utf-8") if file.exists() else HEAD
    stamp = f"Measured on {time.strftime('%Y-%m-%d')}, commit {commit()}."
    section = "\n".join([f"## {title}", "", *lines, "", stamp, ""])
    head, *sections = text.split("\n## ")
    kept = [part for part in sections if part.partition("\n")[0] != title]
    place = next((i for i, part in enumerate(sections) if part.startswith(f"{title}\n")), len(kept))
    kept.insert(place, section.removeprefix("## "))
    body = "\n## ".join([head.rstrip("\n") + "\n", *(part.strip("\n") + "\n" for part in kept)])
    file.write_text(body, encoding="utf-8")
