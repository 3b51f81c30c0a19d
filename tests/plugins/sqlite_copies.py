"""SQLite: a real file for each test process, since threads and the live server share it."""

import shutil
import sqlite3
import time
from pathlib import Path

import fingerprint

from tests.plugins.template_build import migrate, one_at_a_time

KEPT_TEMPLATES = 3
RESTORE_TIMEOUT = 60  # seconds


class SqliteCopies:
    """Copies of the template file under `var/test/`."""

    def __init__(self, root: Path, target: Path) -> None:
        """Keep the template beneath `root` and this process's database at `target`."""
        self.root = root
        self.target = target
        self.original = target.with_suffix(".original")
        self.template = root / "var" / "test" / f"{fingerprint.of_database(root)}.sqlite3"

    def create(self) -> str:
        """Make this process's database and return its name."""
        with one_at_a_time(self.root / "var" / "test" / "sqlite.lock"):
            if not self.template.exists():
                self._build()
            # Another run may clear the template away while this one still needs it.
            shutil.copyfile(self.template, self.original)
        shutil.copyfile(self.original, self.target)
        return str(self.target)

    def restore(self) -> None:
        """Put the template's content back.

        Through SQLite's own backup, since threads of the live server may still have it open.
        """
        deadline = time.monotonic() + RESTORE_TIMEOUT

        def give_up(_status: int, _remaining: int, _total: int) -> None:
            if time.monotonic() > deadline:
                raise TimeoutError("A test left a thread that holds the database's write lock.")

        source = sqlite3.connect(self.original)
        target = sqlite3.connect(self.target, timeout=1)
        try:
            target.execute("PRAGMA synchronous=OFF")
            source.backup(target, progress=give_up)
        finally:
            target.close()
            source.close()

    def remove(self) -> None:
        """Nothing to do: the file lies in pytest's own temporary folder."""

    def _build(self) -> None:
        draft = self.template.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        migrate(self.root, f"sqlite://{draft}")
        with sqlite3.connect(draft) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.close()
        draft.rename(self.template)
        old = sorted(self.template.parent.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime)
        for path in old[:-KEPT_TEMPLATES]:
            path.unlink()
