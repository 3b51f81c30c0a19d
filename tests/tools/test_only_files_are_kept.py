"""The repository holds plain files: a link would point into one person's machine."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINK, SUBMODULE = "120000", "160000"


def linked(listing: str) -> list[str]:
    """Name what is not a plain file in the output of `git ls-files --stage`."""
    entries = (line.split("\t", 1) for line in listing.splitlines())
    return [name for about, name in entries if about.split()[0] in (LINK, SUBMODULE)]


def test_a_link_is_noticed():
    assert linked("100644 0f 0\ta.py\n120000 1a 0\t.venv\n") == [".venv"]


def test_no_link_and_no_other_repository_is_kept():
    listing = subprocess.run(
        ["git", "ls-files", "--stage"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert linked(listing.stdout) == []
