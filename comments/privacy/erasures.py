"""What was erased stays erased: a list outside of the database, applied again after a restore.

Last night's backup brings back what was erased this morning (GDPR art. 17, art. 5 (1) (f)). So each
erasure writes a line into a file beside the backups, with a kind and a hash and nothing of anybody,
and the same as a row. A line that the database has no row of is younger than the database: it is
applied. A row without its line (a full disk, a kill between the two) gets its line at the next round.
"""

import datetime
import logging
from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from comments.models import ErasureMark

from . import erasure_file

logger = logging.getLogger(__name__)
Applier = Callable[[str, datetime.datetime], bool]
_appliers: dict[str, Applier] = {}


def register(kind: str, apply: Applier) -> None:
    """`apply` gets a line's key and instant, erases what it finds, and says if there was anything."""
    _appliers[kind] = apply


def remember(kind: str, key: str, *, at: datetime.datetime | None = None) -> None:
    """Write down, in the erasure's own transaction, that it was done; the file follows the commit."""
    at = at or timezone.now()
    mark = ErasureMark(kind=kind, key=key, at=at)
    ErasureMark.objects.bulk_create([mark], ignore_conflicts=True)
    transaction.on_commit(partial(_write, [erasure_file.Line(kind, key, at)]))


def reapply() -> int:
    """Apply the lines that this database knows nothing of, and write those that the file lacks.

    Returns how many were applied. Each is a transaction of its own, so a fault stops no other; it is
    in the log, and tried again at the next call. The same line twice does no harm.
    """
    lines = erasure_file.read()
    known = set(ErasureMark.objects.values_list("kind", "key"))
    news = [line for line in lines if (line.kind, line.key) not in known]
    applied = sum(_apply(line) for line in news)
    written = {(line.kind, line.key) for line in lines}
    _write(
        [
            erasure_file.Line(mark.kind, mark.key, mark.at)
            for mark in ErasureMark.objects.order_by("pk")
            if (mark.kind, mark.key) not in written
        ]
    )
    return applied


def reapply_after_migrating(**kwargs) -> None:
    """After `migrate`: nobody starts a site on a restored database without it. Asks the file first."""
    if not erasure_file.read() or not _is_up_to_date():
        return
    if applied := reapply():
        logger.warning("The database is older than the list of erasures: %s applied again", applied)


def _apply(line: erasure_file.Line) -> bool:
    apply = _appliers.get(line.kind)
    if apply is None:
        logger.error("The list of erasures has a line of an unknown kind: %s", line.kind)
        return False
    try:
        with transaction.atomic():
            done = apply(line.key, line.at)
            mark = ErasureMark(kind=line.kind, key=line.key, at=line.at)
            ErasureMark.objects.bulk_create([mark], ignore_conflicts=True)
    except Exception:
        logger.exception("An erasure could not be applied again; it is tried once more")
        return False
    return done


def _write(lines: list[erasure_file.Line]) -> None:
    """Append lines. A file that can't be written to is in the log, and the rows wait for their lines."""
    try:
        erasure_file.append(lines)
    except OSError:
        logger.exception("The list of erasures could not be written: %s", settings.ERASURE_LIST)


def _is_up_to_date() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
