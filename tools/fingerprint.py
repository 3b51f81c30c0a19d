"""One short text that changes whenever a freshly migrated database would come out differently."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def of_files(paths: Iterable[Path], root: Path = ROOT) -> str:
    """Return a short hash of the names and contents of these files."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def of_database(root: Path = ROOT) -> str:
    """Return the hash of all that decides what `migrate` makes.

    Roles and app configurations belong to it: they grant permissions after the migrations.
    """
    patterns = (
        "*/migrations/*.py",
        "*/roles.py",
        "*/apps.py",
        "accounts/*.py",
        "site/*/roles.py",
        "site/config/settings/*.py",
    )
    files = {path for pattern in patterns for path in root.glob(pattern)}
    files = {path for path in files if not path.relative_to(root).parts[0].startswith(".")}
    return of_files([*files, root / "requirements.txt"], root)
