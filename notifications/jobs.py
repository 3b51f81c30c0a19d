"""What the worker does, again and again. Each app registers its own in `ready()`."""

import datetime
import logging
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.utils import timezone

from .models import JobTurn

logger = logging.getLogger(__name__)
# A job that comes more often claims what it works on row by row; a turn would cost a write a second.
NEEDS_TURN = 10  # seconds
MOST_ROUNDS = 10_000


@dataclass
class Job:
    """`run` returns how much it did, and nothing when nothing was left.

    `every`: seconds between two runs. `run` may be called by several workers at once unless
    `every` is at least `NEEDS_TURN`, when one worker of all has the turn.
    """

    name: str
    run: Callable[[], object]
    every: float
    next_run: float = field(default=0.0)


_jobs: dict[str, Job] = {}


def register(name: str, run: Callable[[], object], *, every: float) -> None:
    _jobs[name] = Job(name, run, every)


def run_due() -> None:
    """Run what is due. What one job raises is logged; the others run all the same."""
    for job in list(_jobs.values()):
        if time.monotonic() < job.next_run:
            continue
        job.next_run = time.monotonic() + job.every
        with _logged(job):
            if job.every < NEEDS_TURN or take_turn(job.name, job.every):
                job.run()


def run_all() -> None:
    """Run every job, due or not, until it says that nothing is left for it."""
    for job in list(_jobs.values()):
        with _logged(job):
            for _round in range(MOST_ROUNDS):
                if not job.run():
                    break


@contextmanager
def _logged(job: Job):
    try:
        yield
    except Exception:
        logger.exception("The job %s failed; it is run again", job.name)


def take_turn(name: str, every: float) -> bool:
    """Say whether this worker has the turn; the next turn is `every` seconds from now."""
    now = timezone.now()
    JobTurn.objects.get_or_create(name=name, defaults={"next_at": now})
    next_at = now + datetime.timedelta(seconds=every)
    return bool(JobTurn.objects.filter(name=name, next_at__lte=now).update(next_at=next_at))
