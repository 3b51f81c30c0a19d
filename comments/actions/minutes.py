"""Minutes of meetings: written, changed until a report holds them, and taken down when they must be."""

import datetime
import hashlib
import json
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from comments.clean import clean_line, clean_text, is_blank
from comments.errors import AlreadyDecided, NotPossible
from comments.files.taking import ENDINGS, CleanFile
from comments.models import Hearing, Minutes
from comments.report.made import forget_files


@transaction.atomic
def write_minutes(
    *,
    hearing: Hearing,
    by,
    title: str,
    held_on: datetime.date,
    place: str = "",
    text: str = "",
    file: CleanFile | None = None,
    minutes: Minutes | None = None,
    seen_version: int = 0,
) -> Minutes:
    """Write minutes of a meeting, or change those that are there; return the row.

    A file takes the place of the one before; without one, that stays. Raises `NotPossible` without a
    title, or with neither words nor a file, and when a report holds them; `AlreadyDecided` when
    somebody changed them meanwhile.
    """
    found = _locked(minutes, seen_version) if minutes else Minutes(hearing=hearing, version=0)
    found.title, found.place = clean_line(title), clean_line(place)
    found.held_on, found.text = held_on, clean_text(text)
    if is_blank(found.title):
        raise NotPossible(_("Write a title."))
    if file is not None:
        _keep(found, file)
    if is_blank(found.text) and not found.file:
        raise NotPossible(_("Write the minutes, or add them as a file."))
    found.version += 1
    found.written_at, found.written_by = timezone.now(), by
    found.save()
    return found


@transaction.atomic
def take_down_minutes(*, minutes: Minutes, by, at: datetime.datetime | None = None) -> None:
    """Delete the words and the file for ever. What stood in a report says there that it is gone.

    Minutes that no report holds go as a whole.
    """
    found = Minutes.objects.select_for_update(of=("self",)).get(pk=minutes.pk)
    if found.file:
        transaction.on_commit(partial(found.file.storage.delete, found.file.name))
    if not found.frozen.exists():
        found.delete()
        return
    forget_files(found.hearing_id)
    found.text, found.file, found.place = "", "", ""
    found.file_name, found.file_type, found.file_sha256 = "", "", ""
    found.title = _("Minutes that were taken down")
    found.removed_at, found.written_by = at or timezone.now(), by
    found.save()


def digest_of(minutes: Minutes) -> str:
    """Return the SHA-256 of all that minutes say: a frozen report keeps it in place of the words."""
    said = [
        minutes.title,
        minutes.held_on.isoformat(),
        minutes.place,
        minutes.text,
        minutes.file_sha256,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _locked(minutes: Minutes, seen_version: int) -> Minutes:
    found = Minutes.objects.select_for_update(of=("self",)).filter(pk=minutes.pk).first()
    if found is None or found.version != seen_version:
        raise AlreadyDecided(
            _("Somebody has changed the minutes since you opened them. Read theirs.")
        )
    if found.frozen.exists():
        raise NotPossible(
            _(
                "A report that was frozen holds them, so they are not changed. They can be taken down."
            )
        )
    return found


def _keep(minutes: Minutes, file: CleanFile) -> None:
    if minutes.file:
        transaction.on_commit(partial(minutes.file.storage.delete, minutes.file.name))
    name = get_random_string(32) + ENDINGS[file.content_type]
    minutes.file.save(name, ContentFile(file.data), save=False)
    minutes.file_name, minutes.file_type = file.name, file.content_type
    minutes.file_sha256 = file.sha256
