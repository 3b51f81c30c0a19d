"""The retention job: rules that say what is due, a dry run that counts it, a run that carries it out.

Each app registers its own rules in `ready()`. A rule asks the database by date each time, so a job
that was away for months finds all of it; it is done in batches, each in a transaction of its own, and
once done it is not due any more: run twice, or by two workers, it is the same.
"""

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from comments.models import RetentionRun, RetentionSetting

from .periods import periods

logger = logging.getLogger(__name__)
BATCH = 200
SHOWN = 50  # numbers named of what is due


@dataclass(frozen=True)
class Moment:
    """What is set, and the instant that everything is asked for."""

    keep: RetentionSetting
    at: datetime.datetime


def ids(rows: QuerySet) -> list[str]:
    """Name rows by their ids."""
    return [str(pk) for pk in rows.values_list("pk", flat=True)]


@dataclass(frozen=True)
class Rule:
    """`due` are the rows whose time is over; `carry_out` gets some of them, locked.

    `waits` are rows that are due by date and not journalised yet. `names` says of rows which they
    are: numbers, never a word or an address of anybody. `law` is the ground, as a sentence.
    """

    name: str
    label: str
    period: Callable[[RetentionSetting], str]
    due: Callable[[Moment], QuerySet]
    carry_out: Callable[[list, Moment], None]
    waits: Callable[[Moment], QuerySet] | None = None
    names: Callable[[QuerySet], list[str]] = lambda rows: [
        str(pk) for pk in rows.values_list("pk", flat=True)
    ]


@dataclass(frozen=True)
class Found:
    """What the dry run says of one rule."""

    rule: Rule
    period: str
    count: int
    numbers: list[str]
    waits: int


_rules: dict[str, Rule] = {}


def register(rule: Rule) -> None:
    _rules[rule.name] = rule


def rules() -> list[Rule]:
    return list(_rules.values())


def dry_run(at: datetime.datetime | None = None) -> list[Found]:
    """Return what a run would do at the instant `at` (default: now). Changes nothing."""
    moment = Moment(periods(), at or timezone.now())
    return [_look(rule, moment) for rule in rules()]


def _look(rule: Rule, moment: Moment) -> Found:
    due = rule.due(moment)
    count = due.count()
    return Found(
        rule=rule,
        period=rule.period(moment.keep),
        count=count,
        numbers=rule.names(due.order_by("pk")[:SHOWN]) if count else [],
        waits=rule.waits(moment).count() if rule.waits else 0,
    )


def run(at: datetime.datetime | None = None) -> RetentionRun:
    """Carry out every rule until nothing is due, and write down how much it was.

    A rule that fails is logged and named in the row; the others are carried out all the same.
    """
    started, counts, failed = timezone.now(), {}, []
    moment = Moment(periods(), at or started)
    for rule in rules():
        try:
            counts[rule.name] = _carry_out(rule, moment)
        except Exception:
            logger.exception("Retention: %s failed; it is tried again with the next run", rule.name)
            failed.append(rule.name)
    done = {name: n for name, n in counts.items() if n}
    logger.info("Retention: %s", done or "nothing was due")
    return RetentionRun.objects.create(
        started_at=started, ended_at=timezone.now(), counts=done, failed=failed
    )


def _carry_out(rule: Rule, moment: Moment) -> int:
    done = 0
    while pks := list(rule.due(moment).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            # Asked again under the lock: a moderator may have decided something else meanwhile.
            rows = list(rule.due(moment).filter(pk__in=pks).select_for_update(of=("self",)))
            rule.carry_out(rows, moment)
        if rows and rule.due(moment).filter(pk__in=[row.pk for row in rows]).exists():
            raise RuntimeError(f"{rule.name} leaves rows due")
        done += len(rows)
    return done


def run_daily() -> int:
    """Run as a job of the worker; return how much was done, so that it is asked until nothing is."""
    return run().total
