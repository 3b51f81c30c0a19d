"""Take a decision back while nobody has been told of it. The log keeps both steps."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments import told
from comments.errors import AlreadyDecided, NotPossible
from comments.models import Comment, Decision, RequestState
from comments.signals import comment_decided
from comments.states import BY_STAFF, STEPS_BACK, DecisionAction
from comments.told import undo_time

from .decide import has_public_answer, lock_comment, who_was_first, write_step


@transaction.atomic
def undo(*, decision: Decision, by, at: datetime.datetime | None = None) -> Decision:
    """Put the comment back where it stood before the decision; return the log's row of that step.

    Raises `AlreadyDecided` when anything happened to the comment since, and `NotPossible` when it is
    not a decision of staff, its time is over (`undo_time`), somebody has been told of it, or the
    comment has a public answer. Reports that the decision closed are open again; those that came
    since stay open.
    """
    at = at or timezone.now()
    found = lock_comment(decision.comment)
    if found.version != decision.comment_version:
        raise AlreadyDecided(who_was_first(found), found.decisions.select_related("by").last())
    if decision.action not in BY_STAFF or decision.by_id is None:
        raise NotPossible(_("Only a decision of staff can be taken back."))
    if (found.status, decision.from_status) not in STEPS_BACK:
        raise NotPossible(_("A comment can’t take that step."))
    if at - decision.at >= undo_time():
        raise NotPossible(_("It is too late to take the decision back. Decide again instead."))
    if has_public_answer(found):
        raise NotPossible(_("The comment has a public answer, so it stays as it is."))
    if not told.recall(decision):
        raise NotPossible(
            _("The sender has been told of the decision already. Decide again instead.")
        )
    back = write_step(
        found, DecisionAction.UNDO, decision.from_status, by=by, at=at, undoes=decision
    )
    if decision.action == DecisionAction.PUBLISH:
        # Files were approved for a comment that all could read: whoever publishes it looks at them anew.
        found.attachments.update(approved_at=None, approved_by=None)
    found.reports.filter(state=RequestState.GRANTED, handled_at=decision.at).update(
        state=RequestState.OPEN, handled_at=None, handled_by=None
    )
    comment_decided.send(sender=Comment, comment=found, decision=back)
    decision.comment.status, decision.comment.version = found.status, found.version
    return back
