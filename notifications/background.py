"""The jobs that belong to no app of ours: Wagtail's clock and Django's tasks."""

from django.core.management import call_command
from django.utils.crypto import get_random_string
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.compat import task_backends
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

TASKS_A_ROUND = 20
WORKER = get_random_string(16)  # one for each process
KEPT_DAYS = 14


def run_tasks() -> bool:
    """Run some of the tasks that wait, so that a stop is heard between two rounds; False when none did."""
    if not isinstance(task_backends["default"], DatabaseBackend):
        return False
    if not DBTaskResult.objects.ready().exists():
        return False
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=TASKS_A_ROUND,
        worker_id=WORKER,
        excluded_queue_names=[],
    ).run()
    return True


def publish_scheduled() -> None:
    """Publish and withdraw the pages whose hour has come."""
    call_command("publish_scheduled")


def forget_old_tasks() -> None:
    """Delete what is known of tasks that ended two weeks ago: nobody else does."""
    if isinstance(task_backends["default"], DatabaseBackend):
        call_command("prune_db_task_results", queue_name="*", min_age_days=KEPT_DAYS)
