"""Journal packages: asked for, made by the worker, taken, and gone again after some hours."""

import datetime
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from comments.models import Comment, Hearing, JournalPackage, PackageState
from comments.tasks import make_journal_package

# A worker that was killed three times leaves its package behind: then it is asked for anew.
LONGEST = datetime.timedelta(hours=1)


@transaction.atomic
def ask_package(*, hearing: Hearing, comment: Comment | None = None, by=None) -> JournalPackage:
    """Ask for a package of the hearing, or of one comment; return its row.

    While one of the same is being made, that is the answer. The worker makes it after the commit.
    """
    waiting = JournalPackage.objects.filter(
        hearing=hearing, comment=comment, state=PackageState.WAITING
    )
    waiting.filter(asked_at__lt=timezone.now() - LONGEST).update(state=PackageState.FAILED)
    if found := waiting.first():
        return found
    package = JournalPackage.objects.create(hearing=hearing, comment=comment, asked_by=by)
    transaction.on_commit(partial(make_journal_package.enqueue, package.pk))
    return package


def remove_packages(packages, *, at: datetime.datetime | None = None) -> int:
    """Remove the files of these packages (a queryset) after the commit; return how many there were.

    Their rows stay. One that is still being made is given up, so that what is in it now is never kept.
    """
    at = at or timezone.now()
    found = list(
        packages.filter(state__in=[PackageState.MADE, PackageState.WAITING]).select_for_update()
    )
    for package in found:
        name = package.file.name
        package.state, package.file, package.removed_at = PackageState.REMOVED, "", at
        package.save(update_fields=["state", "file", "removed_at"])
        if name:
            transaction.on_commit(partial(_storage().delete, name))
    return len(found)


@transaction.atomic
def remove_old_packages(*, at: datetime.datetime | None = None) -> int:
    """Remove the packages that have lain here for `settings.JOURNAL_PACKAGE_HOURS`."""
    at = at or timezone.now()
    oldest = at - datetime.timedelta(hours=settings.JOURNAL_PACKAGE_HOURS)
    return remove_packages(JournalPackage.objects.filter(made_at__lt=oldest), at=at)


def _storage():
    return JournalPackage._meta.get_field("file").storage
