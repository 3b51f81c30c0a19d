"""One comment beside the words that it is about, and what to do with it. Then the next one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.errors import Refused
from comments.models import Comment
from comments.permissions import user_can_moderate, user_can_read_comments
from comments.states import DecisionAction

from .carrying_out import carry_out
from .files import ids_in
from .forms import OWN, PUBLISH_WITHOUT, SHORTEN, DecisionForm
from .pane import pane_of
from .queue import WAITING, CommentViewSet
from .second_eyes import proposal_of
from .together import ALONG, decide_along, together_of
from .walk import Walk, kept, with_filters

# What is done to those that say the same, too; words are covered in one comment at a time.
GOES_ALONG = {
    DecisionAction.PUBLISH,
    DecisionAction.NOTE,
    DecisionAction.REJECT,
    PUBLISH_WITHOUT,
}


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
    pane = pane_of(request, comment, walk, may_decide=may_decide)
    context = {
        **pane,
        **(together_of(comment, pane["original"], pane["step"]) if may_decide else {}),
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
    chosen, at = form.cleaned_data, timezone.now()  # One instant for all: together they are undone.
    try:
        carry_out(comment, chosen, ids_in(request.POST), request.user, at)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return walk.address(comment, step="shorten") if chosen["action"] in OWN else here
    if chosen["action"] == SHORTEN:
        messages.success(request, _("The comment is shortened. Now decide about it."))
        return here
    along = []
    if chosen["action"] in GOES_ALONG:
        along, left = decide_along(request.POST.getlist(ALONG), chosen, request.user, at)
        _tell_of_others(request, left)
    following = walk.after(comment)
    messages.success(request, _said(comment, along, following))
    return following or reverse(CommentViewSet().get_url_name("list")) + WAITING


def _tell_of_others(request, left) -> None:
    """Name those that were ticked and are not decided about, each with its reason."""
    for comment, why in left:
        said = _("Comment %(number)s is not decided: %(why)s")
        why = why or _("You may not decide about it.")
        messages.error(request, said % {"number": comment.number, "why": why})


def _said(comment, along, following) -> str:
    if comment.proposals.waiting().exists():
        done = _("Comment %(number)s: your proposal waits for another moderator.") % {
            "number": comment.number
        }
    else:
        done = _("Comment %(number)s: %(status)s.") % {
            "number": comment.number,
            "status": comment.get_status_display(),
        }
    if along:
        more = ngettext(
            "So is %(count)d that says the same.", "So are %(count)d that say the same.", len(along)
        )
        done = f"{done} {more % {'count': len(along)}}"
    return f"{done} {_('Here is the next one.') if following else _('No more are waiting.')}"
