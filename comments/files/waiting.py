"""Files are kept from the moment they are chosen: a form can be refused, looked at and corrected first."""

import datetime
from functools import partial

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.models import Attachment, Comment, WaitingFile
from comments.receipts import hash_of

from .taking import ENDINGS, MEGABYTE, BadFile, CleanFile, shown_name

KEPT = datetime.timedelta(hours=24)
A_ROUND = 100


def files_of(nonce: str):
    """Return the files that wait with the form that has this nonce, in the order they came."""
    return WaitingFile.objects.filter(form_hash=_hash_of(nonce))


def keep(nonce: str, file: CleanFile) -> None:
    """Keep a file for the form with this nonce; the same file again is the one that is there.

    Raises `BadFile` when the form has as many as it may have, or nothing more can be kept at all.
    """
    waiting = files_of(nonce)
    if waiting.filter(sha256=file.sha256).exists():
        return
    if waiting.count() >= settings.COMMENT_FILES:
        raise too_many(file.name)
    row = WaitingFile(
        form_hash=_hash_of(nonce),
        name=file.name,
        content_type=file.content_type,
        size=len(file.data),
        sha256=file.sha256,
    )
    _check_room(row)
    try:
        row.file.save(_drawn_name(file), ContentFile(file.data), save=False)
    except OSError as error:
        raise _no_room(file.name) from error
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        # The same form at the same time: the other one kept it.
        row.file.storage.delete(row.file.name)


def too_many(name: str) -> BadFile:
    """Return the refusal of one file more than a comment can have."""
    most = settings.COMMENT_FILES
    return BadFile(
        ngettext(
            "“%(name)s” is not taken along: a comment can have %(count)d file.",
            "“%(name)s” is not taken along: a comment can have %(count)d files.",
            most,
        )
        % {"name": shown_name(name), "count": most}
    )


def remove(nonce: str, ids: list[str]) -> None:
    """Delete some of a form's files; ids of others' are as good as none."""
    _delete(files_of(nonce).filter(pk__in=[pk for pk in ids if pk.isdecimal() and len(pk) < 19]))


def move(nonce: str, to: str) -> None:
    """Give a form's files to the form that replaces it, for a day from now."""
    files_of(nonce).update(form_hash=_hash_of(to), created_at=Now())


@transaction.atomic
def attach(comment: Comment, nonce: str, *, is_scan: bool) -> None:
    """Make the files that wait with a form its comment's, in the comment's own transaction."""
    waiting = list(files_of(nonce).select_for_update())
    Attachment.objects.bulk_create(
        Attachment(
            comment=comment,
            file=row.file.name,
            name=row.name,
            content_type=row.content_type,
            size=row.size,
            sha256=row.sha256,
            is_scan=is_scan,
        )
        for row in waiting
    )
    WaitingFile.objects.filter(pk__in=[row.pk for row in waiting]).delete()


def forget(nonce: str) -> None:
    """Delete what waits with a form, of which the comment has all."""
    _delete(files_of(nonce))


def forget_old_files() -> int:
    """Delete some of the files whose form was not sent within a day; return how many."""
    old = WaitingFile.objects.filter(created_at__lt=timezone.now() - KEPT)
    return _delete(old.order_by("pk")[:A_ROUND])


@transaction.atomic
def _delete(files) -> int:
    """Delete rows, and what is stored once it is certain that they are gone."""
    rows = list(files.select_for_update())
    WaitingFile.objects.filter(pk__in=[row.pk for row in rows]).delete()
    for row in rows:
        transaction.on_commit(partial(row.file.storage.delete, row.file.name))
    return len(rows)


def _check_room(row: WaitingFile) -> None:
    """Whoever sends nothing can't fill the disk: what waits has a limit for all together."""
    waiting = WaitingFile.objects.aggregate(total=Sum("size"))["total"] or 0
    if waiting + row.size > settings.WAITING_FILES_MEGABYTES * MEGABYTE:
        raise _no_room(row.name)


def _no_room(name: str) -> BadFile:
    return BadFile(
        _(
            "We can’t take “%(name)s” along just now, since there is no room. Send your comment without"
            " it, or try again tomorrow."
        )
        % {"name": shown_name(name)}
    )


def _drawn_name(file: CleanFile) -> str:
    return get_random_string(32) + ENDINGS[file.content_type]


def _hash_of(nonce: str) -> str:
    return hash_of(f"files {nonce}")
