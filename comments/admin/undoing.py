"""Take back what was just decided: one decision, or those of one go that can be taken back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.models import Decision
from comments.permissions import user_can_moderate, user_can_moderate_somewhere
from comments.reading.undoing import MOST_AT_ONCE, last_decided

from .views import QUEUE
from .walk import Walk, kept, with_filters

MOST_NAMED = 20


def undo_line(user, filters: str, may_decide: bool) -> dict:
    """Return what `comments/admin/undo_line.html` needs, for who may decide. Two queries."""
    if not may_decide:
        return {}
    address = with_filters(reverse("comments_undo"), filters)
    return {"just_decided": last_decided(user), "undo_url": address}


@require_POST
def undo_view(request):
    """Take back the decisions whose ids are posted; say which, and why not the others.

    403 for who may decide about none of their comments.
    """
    ids = [pk for pk in request.POST.getlist("decision") if _is_id(pk)][:MOST_AT_ONCE]
    decisions = list(Decision.objects.filter(pk__in=ids).select_related("comment__hearing"))
    may = [d for d in decisions if user_can_moderate(request.user, d.comment.hearing)]
    if not may and (decisions or not user_can_moderate_somewhere(request.user)):
        raise PermissionDenied
    left = [(d.comment, _("You may not decide about it.")) for d in decisions if d not in may]
    done = []
    for decision in may:
        try:
            actions.undo(decision=decision, by=request.user)
        except Refused as refusal:
            left.append((decision.comment, str(refusal)))
        else:
            data = {"decision": decision.action}
            log(instance=decision.comment, action="comments.undo", user=request.user, data=data)
            done.append(decision.comment)
    _say(request, done, left)
    return HttpResponseRedirect(_where(request, decisions))


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19


def _say(request, done, left) -> None:
    if not done and not left:
        messages.error(request, _("There is nothing to take back."))
    if len(done) == 1:
        said = _("The decision is taken back. Comment %(number)s: %(status)s.")
        comment = done[0]
        messages.success(
            request, said % {"number": comment.number, "status": comment.get_status_display()}
        )
    elif done:
        said = ngettext(
            "%(count)d decision is taken back.", "%(count)d decisions are taken back.", len(done)
        )
        messages.success(request, said % {"count": len(done)})
    for comment, why in left[:MOST_NAMED]:
        said = _("Comment %(number)s was not taken back: %(why)s")
        messages.error(request, said % {"number": comment.number, "why": why})
    if (more := len(left) - MOST_NAMED) > 0:
        said = ngettext("And %(count)d more was not.", "And %(count)d more were not.", more)
        messages.error(request, said % {"count": more})


def _where(request, decisions) -> str:
    """One comment is shown again; several are in the queue."""
    filters = kept(request.GET)
    if len(decisions) == 1:
        return Walk(request, filters).address(decisions[0].comment)
    return with_filters(reverse(QUEUE), filters)
