"""Rejections for some reasons take two moderators: one proposes, another confirms or declines."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.clean import clean_text, is_blank
from comments.errors import AlreadyDecided, NotPossible
from comments.models import (
    Comment,
    Decision,
    InternalNote,
    ProposalState,
    ProposedRejection,
)
from comments.states import TRANSITIONS, DecisionAction

from .decide import check_decision, has_public_answer, lock_comment, take_step, who_was_first


@transaction.atomic
def propose_rejection(
    *, comment: Comment, seen_version: int, reason: str, by, at: datetime.datetime | None = None
) -> ProposedRejection:
    """Propose to reject the comment; it stays as it is until somebody else has confirmed it.

    Raises `AlreadyDecided` when somebody was first, and `NotPossible` for a step that does not exist.
    """
    found = lock_comment(comment)
    check_decision(found, DecisionAction.REJECT, seen_version=seen_version, reason=reason, by=by)
    if (found.status, DecisionAction.REJECT) not in TRANSITIONS:
        raise NotPossible(_("A comment can’t take that step."))
    if has_public_answer(found):
        raise NotPossible(_("The comment has a public answer, so it can’t be rejected any more."))
    at = at or timezone.now()
    if waiting := found.proposals.waiting().first():
        if waiting.proposed_by_id == by.pk and waiting.reason == reason:
            return waiting
        raise AlreadyDecided(
            _("%(who)s has proposed to reject it already. Read it, and confirm it or not.")
            % {"who": waiting.proposed_by}
        )
    # What was proposed about other words is over.
    found.proposals.filter(state=ProposalState.OPEN).update(
        state=ProposalState.OVERTAKEN, handled_at=at
    )
    return ProposedRejection.objects.create(
        comment=found,
        comment_version=found.version,
        reason=reason,
        proposed_by=by,
        proposed_at=at,
    )


@transaction.atomic
def confirm_rejection(
    *, proposal: ProposedRejection, by, at: datetime.datetime | None = None
) -> Decision:
    """Reject the comment as proposed; return the log's row.

    Raises `AlreadyDecided` when the proposal is over or the comment is not as it was, `NotPossible`
    for who proposed it.
    """
    at = at or timezone.now()
    found = _waiting(proposal)
    if found.proposed_by_id == by.pk:
        raise NotPossible(_("You proposed this yourself. Somebody else must confirm it."))
    comment = found.comment
    check_decision(
        comment,
        DecisionAction.REJECT,
        seen_version=found.comment_version,
        reason=found.reason,
        by=by,
    )
    decision = take_step(
        comment=comment, action=DecisionAction.REJECT, by=by, reason=found.reason, at=at
    )
    _handle(found, ProposalState.CONFIRMED, by, at, decision)
    return decision


@transaction.atomic
def decline_rejection(
    *, proposal: ProposedRejection, by, note: str, at: datetime.datetime | None = None
) -> ProposedRejection:
    """Disagree, and say why to the other moderators: the comment waits as it did before.

    Raises `NotPossible` without a word or for who proposed it, `AlreadyDecided` when it is over.
    """
    at = at or timezone.now()
    note = clean_text(note)
    found = _waiting(proposal)
    if found.proposed_by_id == by.pk:
        raise NotPossible(_("You proposed this yourself. You can take it back."))
    if is_blank(note):
        raise NotPossible(_("Write why you don’t agree, for whoever proposed it."))
    InternalNote.objects.create(comment=found.comment, text=note, by=by, at=at)
    return _handle(found, ProposalState.DECLINED, by, at)


@transaction.atomic
def take_proposal_back(
    *, proposal: ProposedRejection, by, at: datetime.datetime | None = None
) -> ProposedRejection:
    """Take back what one proposed oneself. Raises as the others do."""
    found = _waiting(proposal)
    if found.proposed_by_id != by.pk:
        raise NotPossible(
            _("Only who proposed it can take it back. You can say that you don’t agree.")
        )
    return _handle(found, ProposalState.TAKEN_BACK, by, at or timezone.now())


def _waiting(proposal: ProposedRejection) -> ProposedRejection:
    """Lock the comment, then read the proposal: of two who answer it, one is first."""
    comment = lock_comment(proposal.comment)
    found = comment.proposals.waiting().filter(pk=proposal.pk).first()
    if found is None:
        if comment.version != proposal.comment_version:
            raise AlreadyDecided(who_was_first(comment))
        raise AlreadyDecided(_("Somebody has answered the proposal already."))
    found.comment = comment
    return found


def _handle(found, state, by, at, decision=None) -> ProposedRejection:
    found.state, found.handled_by, found.handled_at, found.decision = state, by, at, decision
    found.save(update_fields=["state", "handled_by", "handled_at", "decision"])
    return found
