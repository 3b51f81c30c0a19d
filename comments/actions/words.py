"""What staff add to a citizen's words: a shortened text, translations. Never a change of them."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.clean import clean_text, is_blank
from comments.errors import AlreadyDecided, NotPossible
from comments.models import Comment, CommentText, TextRole
from comments.signals import comment_words_changed

from .decide import lock_comment


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

    Translations go, since they may say what was taken out. Whoever is deciding at the same time
    must look again: the comment's version counts on. Raises `AlreadyDecided` when it had already.
    """
    found = lock_comment(comment)
    if seen_version is not None and found.version != seen_version:
        raise AlreadyDecided(_("The comment has changed since you opened it. Read it again."))
    found.texts.filter(role=TextRole.TRANSLATION).delete()
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
