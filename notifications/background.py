"""The jobs that belong to no app of ours: Wagtail's clock and Django's tasks."""

from django.core.management import call_command
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.compat import task_backends
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

TASKS_A_ROUND = 20


def run_tasks() -> None:
    """Run the tasks that wait; some at a time, so that a stop is heard between two rounds."""
    if not isinstance(task_backends["default"], DatabaseBackend):
        return
    if not DBTaskResult.objects.ready().exists():
        return
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=TASKS_A_ROUND,
        worker_id="work",
        excluded_queue_names=[],
    ).run()


def publish_scheduled() -> None:
    """Publish and withdraw the pages whose hour has come."""
    call_command("publish_scheduled")
