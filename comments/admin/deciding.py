"""One comment beside the words that it is about, and what to do with it. Then the next one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.models import Comment, Reason, TextRole
from comments.permissions import user_can_moderate, user_can_read_comments
from comments.reading.findings import findings_of
from comments.states import TRANSITIONS, Audience, DecisionAction
from comments.threads import author_of

from .forms import DecisionForm
from .queue import WAITING, CommentViewSet

SHORTEN = "shorten"


def decide_view(request, pk: int):
    """GET shows the comment to those who may read it; POST decides, for those who may."""
    comments = Comment.objects.select_related(
        "hearing__edition", "edition_text", "wording", "passage", "sender", "entered_by"
    )
    comment = get_object_or_404(comments.defer("edition_text__content"), pk=pk)
    may_decide = user_can_moderate(request.user, comment.hearing)
    if not user_can_read_comments(request.user) or (request.method == "POST" and not may_decide):
        raise PermissionDenied
    if request.method == "POST":
        return HttpResponseRedirect(_decide(request, comment))
    context = _context(comment, may_decide=may_decide)
    return TemplateResponse(request, "comments/admin/decide.html", context)


def _decide(request, comment) -> str:
    """Carry out what was chosen; return where to go: on to the next one, or back to this one."""
    here = reverse("comments_decide", args=[comment.pk])
    form = DecisionForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose what to do with the comment."))
        return here
    chosen = form.cleaned_data
    try:
        if chosen["action"] == SHORTEN:
            actions.redact(
                comment=comment,
                by=request.user,
                text=chosen["text"],
                seen_version=chosen["version"],
            )
        else:
            actions.decide(
                comment=comment,
                seen_version=chosen["version"],
                action=chosen["action"],
                reason=chosen["reason"] if chosen["action"] == DecisionAction.REJECT else "",
                by=request.user,
            )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return here
    log_decision(comment, chosen["action"], chosen["reason"], request.user)
    if chosen["action"] == SHORTEN:
        messages.success(request, _("The comment is shortened. Now decide about it."))
        return here
    following = next_after(comment)
    messages.success(request, _said(comment, following))
    return following or reverse(CommentViewSet().get_url_name("list")) + WAITING


def log_decision(comment, action, reason, user) -> None:
    """Write Wagtail's log too: it keeps ids and keys, never words."""
    data = {"decision": str(action), "reason": reason if action == DecisionAction.REJECT else ""}
    log(instance=comment, action="comments.decide", user=user, data=data)


def _said(comment, following) -> str:
    done = _("Comment %(number)s: %(status)s.") % {
        "number": comment.number,
        "status": comment.get_status_display(),
    }
    return f"{done} {_('Here is the next one.') if following else _('No more are waiting.')}"


def next_after(comment) -> str:
    """Return the address of the next comment that waits: the oldest after this one, else any."""
    waiting = Comment.objects.undecided().exclude(pk=comment.pk).order_by("received_at", "pk")
    later = Q(received_at__gt=comment.received_at) | Q(
        received_at=comment.received_at, pk__gt=comment.pk
    )
    following = waiting.filter(later).first() or waiting.first()
    return reverse("comments_decide", args=[following.pk]) if following else ""


def _context(comment, *, may_decide: bool) -> dict:
    title = _("Comment %(number)s") % {"number": comment.number}
    steps = {action for status, action in TRANSITIONS if status == comment.status}
    is_private = comment.audience == Audience.MUNICIPALITY
    steps.discard(DecisionAction.PUBLISH if is_private else DecisionAction.NOTE)
    return {
        "comment": comment,
        "author": author_of(comment),
        "texts": comment.texts.order_by("pk"),
        "original": comment.texts.filter(role=TextRole.ORIGINAL).first(),
        "findings": findings_of(comment),
        "decisions": comment.decisions.select_related("by"),
        "reasons": reasons() if DecisionAction.REJECT in steps else [],
        "may_decide": may_decide,
        "can": {action.value: action in steps for action in DecisionAction},
        "next_url": next_after(comment),
        "waiting": Comment.objects.undecided().count(),
        "header_title": title,
        "header_icon": "comment",
        "breadcrumbs_items": [
            {
                "url": reverse(CommentViewSet().get_url_name("list")) + WAITING,
                "label": _("Comments"),
            },
            {"url": "", "label": title},
        ],
    }


def reasons() -> list[Reason]:
    """Return the reasons in the language of the admin, else in Danish; one for each key."""
    found: dict[str, Reason] = {}
    language = translation.get_language()
    for reason in Reason.objects.select_related("locale"):
        if reason.key not in found or reason.locale.language_code == language:
            found[reason.key] = reason
    return list(found.values())
