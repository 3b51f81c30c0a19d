"""What staff add to a citizen's words: a shortened text, translations. Never a change of them."""

import datetime
import re

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.clean import clean_text, is_blank
from comments.errors import AlreadyDecided, NotPossible
from comments.models import Comment, CommentText, TextRole
from comments.reading.findings import original_of
from comments.signals import comment_words_changed

from .decide import lock_comment

COVER = re.compile(r"\[[^\[\]\n]{1,60}\]")


@transaction.atomic
def redact(
    *,
    comment: Comment,
    by,
    text: str,
    seen_version: int | None = None,
    at: datetime.datetime | None = None,
) -> CommentText:
    """Write the text that is shown in place of the original, and return it.

    Words can be covered with brackets ("[name left out]") and not rewritten. Translations go,
    since they may say what was covered. Whoever is deciding at the same time must look again: the
    comment's version counts on. Raises `AlreadyDecided` when it had already.
    """
    found = lock_comment(comment)
    if seen_version is not None and found.version != seen_version:
        raise AlreadyDecided(_("The comment has changed since you opened it. Read it again."))
    original = original_of(found)
    if not original:
        raise NotPossible(_("The original is deleted: nothing more can be covered in it."))
    if not only_covers(original, clean_text(text)):
        raise NotPossible(
            _("What was said can be covered and not changed: put [ ] where words are left out.")
        )
    found.texts.filter(role__in=[TextRole.TRANSLATION, TextRole.UNREAD]).delete()
    written = _write(found, TextRole.REDACTED, found.language, text, by, at)
    Comment.objects.filter(pk=found.pk).update(version=found.version + 1)
    comment.version = found.version + 1
    comment_words_changed.send(sender=Comment, comment=comment)
    return written


@transaction.atomic
def translate_comment(
    *, comment: Comment, by, language: str, text: str, at: datetime.datetime | None = None
) -> CommentText:
    """Write the municipality's translation of what is shown of the comment, and return it.

    Raises `NotPossible` for the language that it was written in.
    """
    found = lock_comment(comment)
    if language == found.language:
        raise NotPossible(_("The comment is written in that language."))
    written = _write(found, TextRole.TRANSLATION, language, text, by, at)
    comment_words_changed.send(sender=Comment, comment=comment)
    return written


def only_covers(original: str, text: str) -> bool:
    """Tell whether `text` is the original with nothing but covered places: "[…]" for any words."""
    pieces = COVER.split(text)
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        return text == original
    if not original.startswith(first) or not original.endswith(last):
        return False
    place, end = len(first), len(original) - len(last)
    for piece in pieces[1:-1]:
        found = original.find(piece, place, end)
        if found < 0:
            return False
        place = found + len(piece)
    return place <= end


def _write(comment, role, language, text, by, at) -> CommentText:
    text = clean_text(text)
    if is_blank(text):
        raise NotPossible(_("The text is empty."))
    written, _created = CommentText.objects.update_or_create(
        comment=comment,
        role=role,
        language=language,
        defaults={"text": text, "created_by": by, "created_at": at or timezone.now()},
    )
    return written
