"""The jobs that belong to no app of ours: Wagtail's clock and Django's tasks."""

import datetime
import logging
from itertools import takewhile

from django.core.management import call_command
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.compat import TaskResultStatus, task_backends
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from comments import actions, limits
from comments.files import waiting
from comments.privacy import erasures, retention

logger = logging.getLogger(__name__)
TASKS_A_ROUND = 20
LONGEST_TASK = datetime.timedelta(minutes=15)
TRIES = 3
WORKER = get_random_string(16)  # one for each process
KEPT_DAYS = 14
ALIKE_ROUNDS = 10


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


def start_again_what_was_killed() -> None:
    """Put back the tasks whose worker ended in the middle of them; give one up after three tries.

    A task takes seconds, so one that has been running for a quarter of an hour has no worker any
    more. Running a task twice does no harm: each reads what there is when it runs.
    """
    lost = DBTaskResult.objects.running().filter(started_at__lt=timezone.now() - LONGEST_TASK)
    for task in lost:
        given_up = len(task.worker_ids) >= TRIES
        state = TaskResultStatus.FAILED if given_up else TaskResultStatus.READY
        finished_at = timezone.now() if given_up else None
        # Only as it was read: its worker may end it in this very moment.
        put_back = DBTaskResult.objects.filter(pk=task.pk, started_at=task.started_at).running()
        if put_back.update(status=state, finished_at=finished_at):
            logger.warning("Task %s was left behind by its worker: %s", task.pk, state.label)


def publish_scheduled() -> None:
    """Publish and withdraw the pages whose hour has come."""
    call_command("publish_scheduled")


def sort_alike() -> int:
    """Find the comments that say nearly the same; in a turn no more than `ALIKE_ROUNDS` times 200."""
    rounds = (actions.sort_alike() for _round in range(ALIKE_ROUNDS))
    return sum(takewhile(bool, rounds))


def reapply_erasures() -> int:
    """Erase again what a restored backup brought back."""
    return erasures.reapply()


def keep_no_longer() -> int:
    """Delete what is kept longer than the settings say."""
    return retention.run_daily()


def forget_old_imports() -> None:
    """Delete the spreadsheets of letters that nobody brought in."""
    actions.forget_old_imports()


def remove_old_packages() -> None:
    """Remove the journal packages that have lain here for long enough."""
    actions.remove_old_packages()


def forget_old_files() -> int:
    """Delete the files of forms that nobody sent."""
    return waiting.forget_old_files()


def forget_old_counts() -> None:
    """Delete the counts of rate limits that nobody asks any more."""
    limits.forget_old_counts()


def forget_old_tasks() -> None:
    """Delete what is known of tasks that ended two weeks ago: nobody else does."""
    if isinstance(task_backends["default"], DatabaseBackend):
        call_command("prune_db_task_results", queue_name="*", min_age_days=KEPT_DAYS)
