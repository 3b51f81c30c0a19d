"""One comment beside the words that it is about, and what to do with it. Then the next one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.models import Comment
from comments.permissions import user_can_moderate, user_can_read_comments
from comments.reading.findings import covered, original_of
from comments.states import DecisionAction

from .files import ids_in, show
from .forms import OWN, PUBLISH_WITHOUT, SHORTEN, DecisionForm
from .pane import pane_of
from .queue import WAITING, CommentViewSet
from .second_eyes import proposal_of, reject
from .walk import Walk, kept, with_filters


def decide_view(request, pk: int):
    """GET shows the comment to those who may read it; POST decides, for those who may."""
    comments = Comment.objects.select_related(
        "hearing__edition",
        "edition_text",
        "wording",
        "passage",
        "sender",
        "entered_by",
        "assignment__to",
    )
    comment = get_object_or_404(comments.defer("edition_text__content"), pk=pk)
    may_decide = user_can_moderate(request.user, comment.hearing)
    if not user_can_read_comments(request.user) or (request.method == "POST" and not may_decide):
        raise PermissionDenied
    walk = Walk(request, kept(request.GET))
    if request.method == "POST":
        return HttpResponseRedirect(_decide(request, comment, walk))
    context = {
        **pane_of(request, comment, walk, may_decide=may_decide),
        **proposal_of(comment, request.user),
        "proposal_url": with_filters(reverse("comments_proposal", args=[pk]), walk.filters),
    }
    return TemplateResponse(request, "comments/admin/decide.html", context)


def _decide(request, comment, walk) -> str:
    """Carry out what was chosen; return where to go: on to the next one, or back to this one."""
    here = walk.address(comment)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose what to do with the comment."))
        return here
    chosen = form.cleaned_data
    try:
        carry_out(comment, chosen, ids_in(request.POST), request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return walk.address(comment, step="shorten") if chosen["action"] in OWN else here
    if chosen["action"] == SHORTEN:
        messages.success(request, _("The comment is shortened. Now decide about it."))
        return here
    following = walk.after(comment)
    messages.success(request, _said(comment, following))
    return following or reverse(CommentViewSet().get_url_name("list")) + WAITING


@transaction.atomic
def carry_out(comment, chosen, files: list[int], user) -> None:
    """Shorten, decide, or both in one: a comment is never public with words that were left out.

    `files` are shown with it when it is published, and no others.
    """
    action, version = chosen["action"], chosen["version"]
    if action in OWN:
        text = chosen["text"]
        if action == PUBLISH_WITHOUT:
            text = covered(original_of(comment), comment.findings.all())
        actions.redact(comment=comment, by=user, text=text, seen_version=version)
        log_decision(comment, SHORTEN, user)
        if action == SHORTEN:
            return
        action, version = DecisionAction.PUBLISH, comment.version
    if action == DecisionAction.REJECT:
        reject(comment=comment, seen_version=version, reason=chosen["reason"], by=user)
        return
    actions.decide(
        comment=comment, seen_version=version, action=action, by=user, is_sure=chosen["is_sure"]
    )
    log_decision(comment, action, user)
    if action == DecisionAction.PUBLISH:
        show(comment, files, user)


def log_decision(comment, action, user) -> None:
    """Write Wagtail's log too: it keeps ids and keys, never words."""
    data = {"decision": str(action), "reason": ""}
    log(instance=comment, action="comments.decide", user=user, data=data)


def _said(comment, following) -> str:
    if comment.proposals.waiting().exists():
        done = _("Comment %(number)s: your proposal waits for another moderator.") % {
            "number": comment.number
        }
        return f"{done} {_('Here is the next one.') if following else _('No more are waiting.')}"
    done = _("Comment %(number)s: %(status)s.") % {
        "number": comment.number,
        "status": comment.get_status_display(),
    }
    return f"{done} {_('Here is the next one.') if following else _('No more are waiting.')}"
