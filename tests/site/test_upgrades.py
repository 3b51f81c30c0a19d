"""Migrations add and take nothing away: a site goes back to the first release and forward again whole.

On a database file of its own, in processes of their own: the schema changes under nobody else.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugins.sqlite_copies import SqliteCopies

ROOT = Path(__file__).resolve().parents[2]
FIRST = {"policy": "0002", "comments": "0001", "notifications": "0001"}
MAKE = """
from tests.factories.policy import make_page
from tests.factories.comments import make_comment, make_hearing, make_answer
hearing = make_hearing(make_page())
make_answer(make_comment(hearing))
"""
READ = """
from comments.models import Comment, CommentText
from policy.models import EditionText, Passage, Wording
print(list(Passage.objects.order_by("pk").values_list("uuid", "code")))
print(list(Wording.objects.order_by("pk").values_list("passage", "sha256", "edition_text")))
print(list(EditionText.objects.order_by("pk").values_list("sha256", "content")))
print(list(Comment.objects.order_by("pk").values_list("number", "wording", "passage", "status")))
print(list(CommentText.objects.order_by("pk").values_list("role", "text")))
"""


@pytest.fixture
def manage(tmp_path):
    """Run a management command on a fresh database and return what it printed."""
    database = SqliteCopies(ROOT, tmp_path / "db.sqlite3").create()
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


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_row_84_back_to_the_first_release_and_forward_again_every_anchor_is_the_same(manage):
    manage("shell", "--no-imports", "-c", MAKE)
    before = manage("shell", "--no-imports", "-c", READ)
    assert (before.count("\n"), "published" in before) == (5, True)
    for app, name in FIRST.items():
        manage("migrate", app, name, "-v", "0")
    manage("migrate", "-v", "0")
    assert manage("shell", "--no-imports", "-c", READ) == before
