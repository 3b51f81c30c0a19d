"""Who takes a comment, and what staff note about it: posted from the page on which it is decided."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from comments import actions
from comments.errors import Refused
from comments.models import Comment
from comments.permissions import moderators, user_can_moderate, user_can_note

from .walk import Walk, kept


@require_POST
def assign_view(request, pk: int):
    """Give the comment to somebody, or to nobody; on to the next one when it is another's now."""
    comment = get_object_or_404(Comment.objects.select_related("hearing"), pk=pk)
    if not user_can_moderate(request.user, comment.hearing):
        raise PermissionDenied
    walk = Walk(request, kept(request.GET))
    here = walk.address(comment)
    wanted = request.POST.get("to", "")
    if not wanted:
        actions.unassign(comment=comment)
        messages.success(request, _("The comment is nobody’s now."))
        return HttpResponseRedirect(here)
    person = moderators().filter(pk=wanted).first() if wanted.isdecimal() else None
    if person is None:
        messages.error(request, _("Choose somebody who may decide about comments."))
        return HttpResponseRedirect(here)
    try:
        actions.assign(comment=comment, to=person, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(here)
    said = _("Comment %(number)s is assigned to %(who)s.")
    messages.success(request, said % {"number": comment.number, "who": person})
    is_mine = person.pk == request.user.pk
    return HttpResponseRedirect(here if is_mine else walk.after(comment) or here)


@require_POST
def note_view(request, pk: int):
    """Write a note about the comment, for staff only."""
    comment = get_object_or_404(Comment.objects.select_related("hearing"), pk=pk)
    if not user_can_note(request.user, comment.hearing):
        raise PermissionDenied
    try:
        actions.write_note(comment=comment, by=request.user, text=request.POST.get("note", ""))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The note is saved. Only staff can read it."))
    return HttpResponseRedirect(Walk(request, kept(request.GET)).address(comment) + "#notes")
