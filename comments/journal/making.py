"""Makes a package that was asked for, in the worker, and keeps its file where no web server gives it out."""

import datetime
import hashlib
import logging
import secrets
import tempfile
from pathlib import Path

from django.core.files import File
from django.utils import timezone

from comments.models import Hearing, JournalPackage, PackageState
from policy.exporting.press import Unmade

from .package import write_package

logger = logging.getLogger(__name__)
IN_ONE_READ = 1024 * 1024


def make_package(*, package: JournalPackage, at: datetime.datetime | None = None) -> JournalPackage:
    """Make a package that waits and keep its file; one that can't be made says so by its state.

    Made twice, by two workers, the second leaves the first one's file alone. Raises nothing that
    a file, a printing machine or a full disk may raise: it is in the log.
    """
    at = at or timezone.now()
    hearing = Hearing.objects.select_related("edition").get(pk=package.hearing_id)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "package.zip")
        try:
            written = write_package(target, hearing, package.comment, at=at)
            kept = _keep(package, target)
        except (Unmade, OSError):
            logger.exception("Journal package %s could not be made", package.pk)
            _move(package, state=PackageState.FAILED)
            return package
        size, digest = target.stat().st_size, _sha256(target)
    done = _move(
        package,
        state=PackageState.MADE,
        file=kept,
        size=size,
        sha256=digest,
        comments=written.comments,
        made_at=at,
    )
    if not done:
        package.file.storage.delete(kept)
    return package


def _keep(package, target: Path) -> str:
    name = f"journal/{secrets.token_hex(16)}.zip"
    with target.open("rb") as file:
        return package.file.storage.save(name, File(file))


def _move(package, **values) -> bool:
    """Write down what came of a package that still waits; False when somebody was first."""
    waiting = JournalPackage.objects.filter(pk=package.pk, state=PackageState.WAITING)
    done = bool(waiting.update(**values))
    package.refresh_from_db()
    return done


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(IN_ONE_READ):
            digest.update(chunk)
    return digest.hexdigest()
