"""Take a comment back, as its sender."""

import datetime

from django.db import transaction

from comments.models import Comment, Decision
from comments.privacy.erasures import remember
from comments.report.made import forget_files
from comments.states import CommentStatus, DecisionAction

from .decide import lock_comment, take_step


@transaction.atomic
def withdraw(*, comment: Comment, at: datetime.datetime | None = None) -> Decision | None:
    """Withdraw the comment for its sender; None when it was withdrawn before.

    Its number stays and its words are shown no more. Possible in every state that it can be in.
    """
    found = lock_comment(comment)
    if found.status == CommentStatus.WITHDRAWN:
        return None
    decision = take_step(comment=found, action=DecisionAction.WITHDRAW, by=None, at=at)
    forget_files(found.hearing_id)
    remember("withdrawn", found.submission_hash, at=at)
    comment.status, comment.version = found.status, found.version
    return decision
