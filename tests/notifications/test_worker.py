"""`manage.py work`: every job again and again, whatever one of them does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django_tasks_db.models import DBTaskResult
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import Page

from notifications import background, jobs
from notifications.models import JobTurn, MailStatus, OutgoingMail
from search.models import Document
from tests.factories.comments import make_comment, make_hearing

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def own_jobs(monkeypatch):
    """An empty list of jobs."""
    monkeypatch.setattr(jobs, "_jobs", {})
    return jobs


def test_what_one_job_raises_is_logged_and_the_others_run(own_jobs, caplog, db):
    ran = []

    def broken():
        raise OperationalError("away")

    own_jobs.register("broken", broken, every=1)
    own_jobs.register("fine", lambda: ran.append(1), every=1)
    own_jobs.run_due()
    assert ran == [1]
    assert "The job broken failed" in caplog.text


def test_a_job_is_not_run_before_its_time(own_jobs, db):
    ran = []
    own_jobs.register("rare", lambda: ran.append(1), every=60)
    for _n in range(3):
        own_jobs.run_due()
    assert ran == [1]


def test_once_goes_on_until_nothing_is_left_even_after_a_failure(own_jobs, db):
    left = [3, 2, 1, 0]

    def broken():
        raise OperationalError("away")

    own_jobs.register("broken", broken, every=1)
    own_jobs.register("slow", lambda: left.pop(0), every=60)
    own_jobs.run_all()
    assert left == []


def test_one_worker_of_many_has_the_turn(own_jobs, db):
    assert jobs.take_turn("clock", 60)
    assert not jobs.take_turn("clock", 60)
    JobTurn.objects.update(next_at="2020-01-01T00:00Z")
    assert jobs.take_turn("clock", 60)


def test_the_apps_have_registered_their_jobs():
    assert set(jobs._jobs) >= {"mail", "index", "tasks", "publish_scheduled"}


@pytest.mark.django_db
@pytest.mark.database
def test_once_does_everything_that_waits(settings):
    settings.UNDO_MINUTES = 0
    comment = make_comment(make_hearing(), email="anna@viby.example")
    call_command("work", "--once")
    assert set(OutgoingMail.objects.values_list("status", flat=True)) == {MailStatus.SENT}
    assert Document.objects.filter(kind="comments", object_id=comment.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_tasks_are_run_where_they_wait_in_the_database(settings):
    assert not background.run_tasks()
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    page = Page.objects.get(depth=2)
    insert_or_update_object_task.enqueue("wagtailcore", "page", str(page.pk))
    assert background.run_tasks()
    assert not background.run_tasks()
    assert [task.status for task in DBTaskResult.objects.all()] == ["SUCCESSFUL"]
    background.forget_old_tasks()
    assert DBTaskResult.objects.count() == 1
    DBTaskResult.objects.update(finished_at="2020-01-01T00:00Z")
    background.forget_old_tasks()
    assert DBTaskResult.objects.count() == 0


def start(tmp_path):
    """Start a worker on a database of its own and return it once it runs."""
    environment = {**os.environ, "STATE_FOLDER": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    environment.pop("DATABASE_URL", None)
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings.dev"
    return subprocess.Popen(
        [sys.executable, "manage.py", "work"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_ends_cleanly_when_told_to_even_without_a_database(tmp_path, number):
    worker = start(tmp_path)
    try:
        assert worker.stdout.readline() == "The worker runs.\n"
        worker.send_signal(number)
        began = time.monotonic()
        output, _errors = worker.communicate(timeout=30)
        assert (worker.returncode, output) == (0, "The worker has ended.\n")
        assert time.monotonic() - began < 30
    finally:
        worker.kill()
        worker.wait()
