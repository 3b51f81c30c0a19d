"""Files of comments for staff: looked at by those who read comments, shown by those who decide."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.files.serving import serve
from comments.models import Attachment, Comment
from comments.permissions import user_can_moderate, user_can_read_comments

from .walk import Walk, kept

NAME = "file"  # of the boxes


@require_safe
def file_view(request, pk: int):
    """Give out any file of a comment. 403 for who may not read comments that are not public."""
    if not user_can_read_comments(request.user):
        raise PermissionDenied
    return serve(get_object_or_404(Attachment, pk=pk))


@require_POST
def files_view(request, pk: int):
    """Change which files of a comment are shown, apart from a decision about its words."""
    comment = get_object_or_404(Comment.objects.select_related("hearing"), pk=pk)
    if not user_can_moderate(request.user, comment.hearing):
        raise PermissionDenied
    try:
        show(comment, ids_in(request.POST), request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("It is saved which files are shown."))
    return HttpResponseRedirect(Walk(request, kept(request.GET)).address(comment))


def ids_in(data) -> list[int]:
    """Return the files whose boxes are ticked; what is no id is none."""
    return [int(pk) for pk in data.getlist(NAME) if pk.isdecimal() and len(pk) < 19]


def show(comment, ids: list[int], user) -> None:
    """Show these files and no others, and write Wagtail's log if that changes anything."""
    added, away = actions.show_files(comment=comment, by=user, ids=ids)
    if added or away:
        data = {"added": added, "taken_away": away}
        log(instance=comment, action="comments.files", user=user, data=data)
