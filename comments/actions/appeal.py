"""Disagree with a rejection, as the sender: somebody else looks at it once more."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.clean import clean_text, is_blank
from comments.errors import NotPossible
from comments.models import Comment, CommentText, Decision, TextRole
from comments.states import TRANSITIONS, DecisionAction

from .decide import lock_comment, take_step


@transaction.atomic
def appeal(*, comment: Comment, text: str, at: datetime.datetime | None = None) -> Decision:
    """Put a rejected comment back among those that wait, with the sender's words on why.

    The words are for staff and never public. Raises `NotPossible` without words, for a comment that
    is not rejected, and the second time: two people have said no by then.
    """
    text = clean_text(text)
    if is_blank(text):
        raise NotPossible(_("Write why you disagree."))
    found = lock_comment(comment)
    if (found.status, DecisionAction.APPEAL) not in TRANSITIONS:
        raise NotPossible(_("Only a comment that was not published can be looked at once more."))
    if has_appealed(found):
        raise NotPossible(_("Two members of staff have looked at your comment. It stays so."))
    if not found.texts.exists():
        raise NotPossible(_("Your text was deleted when its time was over. Send it once more."))
    at = at or timezone.now()
    CommentText.objects.create(
        comment=found, role=TextRole.APPEAL, language=found.language, text=text, created_at=at
    )
    decision = take_step(comment=found, action=DecisionAction.APPEAL, by=None, at=at)
    comment.status, comment.version = found.status, found.version
    return decision


def has_appealed(comment: Comment) -> bool:
    """Tell whether the sender has disagreed with a rejection before."""
    return comment.decisions.filter(action=DecisionAction.APPEAL).exists()
