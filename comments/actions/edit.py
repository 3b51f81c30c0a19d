"""Change one's own comment, until somebody has decided about it."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.clean import clean_text, is_blank
from comments.errors import AlreadyDecided, NotPossible
from comments.models import Comment, CommentText, Decision, Sender, TextRole
from comments.signals import comment_words_changed
from comments.states import TRANSITIONS, CommentStatus, DecisionAction

from .decide import lock_comment, take_step
from .findings import write_findings
from .writing import texts_of


@transaction.atomic
def edit(
    *,
    comment: Comment,
    seen_version: int,
    text: str,
    proposal: str = "",
    stance: str = "",
    at: datetime.datetime | None = None,
) -> Decision:
    """Replace the comment's words by its sender's new ones, and return the log's row.

    A shortened or translated text goes: it was made of the old words. A moderator who has the old
    ones before her must look again, since the version counts on; new words with a CPR number are
    held back. Raises `NotPossible` for an empty text or when it is decided, `AlreadyDecided` when
    the comment is another one than in `seen_version`.
    """
    text, proposal = clean_text(text), clean_text(proposal)
    if is_blank(text):
        raise NotPossible(_("Write your comment."))
    found = lock_comment(comment)
    if (found.status, DecisionAction.EDIT) not in TRANSITIONS:
        raise NotPossible(_("Your comment is read already, so it can’t be changed any more."))
    if found.version != seen_version:
        raise AlreadyDecided(
            _("Something happened to your comment while you wrote. Look at it, and save again.")
        )
    at = at or timezone.now()
    _replace_words(found, text, proposal, at)
    Comment.objects.filter(pk=found.pk).update(stance=stance)
    decision = take_step(comment=found, action=DecisionAction.EDIT, by=None, at=at)
    if _find_again(found, text, proposal) and found.status == CommentStatus.PENDING:
        take_step(comment=found, action=DecisionAction.HOLD, by=None, at=at)
    comment.status, comment.version, comment.stance = found.status, found.version, stance
    comment_words_changed.send(sender=Comment, comment=comment)
    return decision


def _replace_words(comment, text, proposal, at) -> None:
    comment.texts.exclude(role=TextRole.APPEAL).delete()
    CommentText.objects.bulk_create(texts_of(comment, text, proposal, at))


def _find_again(comment, text, proposal) -> bool:
    """Look for personal data in the new words; tell whether they must be held back."""
    comment.findings.all().delete()
    sender = Sender.objects.filter(comment=comment).first()
    name, district = (sender.name, sender.district) if sender else ("", "")
    return write_findings(comment, text=text, others=(proposal, district), name=name)
