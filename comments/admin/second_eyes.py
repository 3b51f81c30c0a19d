"""The second pair of eyes on a rejection: confirm it, disagree with it, or take one's own back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.log_actions import log

from comments import actions
from comments.errors import NotPossible, Refused
from comments.models import Comment, ProposedRejection
from comments.permissions import user_can_moderate
from comments.states import DecisionAction

from .pane import reasons
from .walk import Walk, kept

CONFIRM, DECLINE, TAKE_BACK = "confirm", "decline", "take_back"


def proposal_of(comment, user) -> dict:
    """Return what `comments/admin/proposal.html` shows of a rejection that waits. Two queries or one."""
    waiting = comment.proposals.waiting().select_related("proposed_by").first()
    if waiting is None:
        return {"proposal": None}
    titles = {reason.key: reason for reason in reasons()}
    return {
        "proposal": waiting,
        "proposed_reason": titles.get(waiting.reason),
        "is_own_proposal": waiting.proposed_by_id == user.pk,
    }


@transaction.atomic
def reject(*, comment, seen_version: int, reason: str, by, at=None) -> bool:
    """Reject, or propose it where two must agree; say whether it is rejected now. Logs what was done."""
    values = {
        "comment": comment,
        "seen_version": seen_version,
        "reason": reason,
        "by": by,
        "at": at,
    }
    if actions.takes_two(reason):
        actions.propose_rejection(**values)
        _log(comment, "comments.propose", by, reason)
        return False
    actions.decide(**values, action=DecisionAction.REJECT)
    data = {"decision": DecisionAction.REJECT.value, "reason": reason}
    log(instance=comment, action="comments.decide", user=by, data=data)
    return True


@require_POST
def proposal_view(request, pk: int):
    """Answer the proposal that is posted. 403 for who may not decide about the comment."""
    comment = get_object_or_404(Comment.objects.select_related("hearing"), pk=pk)
    if not user_can_moderate(request.user, comment.hearing):
        raise PermissionDenied
    walk = Walk(request, kept(request.GET))
    asked = request.POST.get("proposal", "")
    is_id = asked.isascii() and asked.isdecimal() and len(asked) < 19
    proposals = ProposedRejection.objects.select_related("comment").filter(comment=comment)
    try:
        said = _answer(request, proposals.filter(pk=int(asked) if is_id else 0).first())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(walk.address(comment))
    messages.success(request, said)
    is_done = request.POST.get("answer") == CONFIRM
    onwards = walk.after(comment) if is_done else ""
    return HttpResponseRedirect(onwards or walk.address(comment))


def _answer(request, proposal) -> str:
    """Carry out what was pressed; return what to say of it."""
    if proposal is None:
        raise NotPossible(_("There is no such proposal."))
    comment, user, pressed = proposal.comment, request.user, request.POST.get("answer")
    if pressed == CONFIRM:
        actions.confirm_rejection(proposal=proposal, by=user)
        data = {"decision": DecisionAction.REJECT.value, "reason": proposal.reason}
        log(instance=comment, action="comments.decide", user=user, data=data)
        return _("You agree: the comment is rejected.")
    if pressed == DECLINE:
        note = request.POST.get("note", "")
        actions.decline_rejection(proposal=proposal, by=user, note=note)
        _log(comment, "comments.decline", user, proposal.reason)
        return _("The comment is not rejected. Your words stand among the internal notes.")
    actions.take_proposal_back(proposal=proposal, by=user)
    _log(comment, "comments.take_proposal_back", user, proposal.reason)
    return _("Your proposal is taken back.")


def _log(comment, action, user, reason) -> None:
    log(instance=comment, action=action, user=user, data={"reason": reason})
