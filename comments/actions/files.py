"""Say which of a comment's files readers see."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.errors import NotPossible
from comments.models import Comment
from comments.states import Audience

from .decide import lock_comment


@transaction.atomic
def show_files(
    *, comment: Comment, by, ids: list[int], at: datetime.datetime | None = None
) -> tuple[int, int]:
    """Show these files with the comment and no others; return how many were added and taken away.

    They are public as long as the comment is. The scan of a letter never is. Raises `NotPossible`
    for a comment that was written to the municipality only.
    """
    found = lock_comment(comment)
    if ids and found.audience == Audience.MUNICIPALITY:
        raise NotPossible(_("The sender wrote this to the municipality only: no file is shown."))
    files = found.attachments.filter(is_scan=False)
    added = files.filter(pk__in=ids, approved_at=None).update(
        approved_at=at or timezone.now(), approved_by=by
    )
    away = files.exclude(pk__in=ids).exclude(approved_at=None)
    return added, away.update(approved_at=None, approved_by=by)
