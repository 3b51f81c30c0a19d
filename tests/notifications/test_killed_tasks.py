"""A task whose worker was killed in the middle of it is not forgotten."""

import datetime

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from notifications.background import start_again_what_was_killed
from translation.tasks import read_source_anew

pytestmark = [pytest.mark.django_db, pytest.mark.database]
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def running(settings):
    """A task that a worker took an hour ago."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    read_source_anew.enqueue(0)
    task = DBTaskResult.objects.get()
    task.claim("worker that was killed")
    DBTaskResult.objects.update(started_at=timezone.now() - HOUR)
    return task


def status() -> str:
    return DBTaskResult.objects.get().status


def test_a_task_that_began_just_now_is_left_to_its_worker(running):
    DBTaskResult.objects.update(started_at=timezone.now())
    start_again_what_was_killed()
    assert status() == "RUNNING"


def test_a_task_that_ended_is_not_run_again(running):
    DBTaskResult.objects.update(status="SUCCESSFUL")
    start_again_what_was_killed()
    assert status() == "SUCCESSFUL"


def test_a_task_without_a_worker_waits_again(running):
    start_again_what_was_killed()
    assert status() == "READY"


def test_a_task_that_kills_its_worker_three_times_is_given_up(running):
    DBTaskResult.objects.update(worker_ids=["a", "b", "c"])
    start_again_what_was_killed()
    assert status() == "FAILED"
