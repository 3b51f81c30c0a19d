"""Row 85: the steps of docs/operating.md on a database file of its own, in processes of their own."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugins.sqlite_copies import SqliteCopies

ROOT = Path(__file__).resolve().parents[2]
MAKE = """
from tests.factories.policy import make_page
from tests.factories.comments import make_comment, make_hearing
make_comment(make_hearing(make_page()), text="Kanariefugl")
"""
ERASE = """
from comments.actions import erase
from comments.models import Comment
erase(comment=Comment.objects.get(), by=None)
"""
READ = """
from comments.models import CommentText
print(list(CommentText.objects.values_list("text", flat=True)))
"""


@pytest.fixture
def database(tmp_path):
    return Path(SqliteCopies(ROOT, tmp_path / "db.sqlite3").create())


@pytest.fixture
def manage(database, tmp_path):
    """Run a management command on the database and return what it printed."""
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite://{database}",
        "STATE_FOLDER": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "PYTHONPATH": str(ROOT / "site"),
    }

    def run(*arguments: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def words(manage) -> str:
    return manage("shell", "--no-imports", "-c", READ)


def copy(source: Path, target: Path) -> None:
    """Copy a database as the manual says: SQLite's own backup takes along what is not merged yet."""
    target.unlink(missing_ok=True)
    with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
        old.backup(new)


@pytest.mark.long
def test_row_85_a_restored_copy_shows_nothing_that_was_erased_since(manage, database, tmp_path):
    night = tmp_path / "night.sqlite3"
    manage("shell", "--no-imports", "-c", MAKE)
    copy(database, night)
    manage("shell", "--no-imports", "-c", ERASE)
    for how in (("migrate", "-v", "0"), ("work", "--once"), ("reapply_erasures",)):
        for rest in ("-wal", "-shm"):
            database.with_name(database.name + rest).unlink(missing_ok=True)
        shutil.copy(night, database)
        assert "Kanariefugl" in words(manage), how
        manage(*how)
        assert "Kanariefugl" not in words(manage), how
