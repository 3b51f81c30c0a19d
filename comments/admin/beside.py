"""The queue beside the comment in hand: those that came just before it and those that come next."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.models import Comment
from comments.permissions import user_can_read_comments

from .alike import put_counts
from .queue import WAITING, CommentViewSet, row_of
from .views import QUEUE, views_of
from .walk import Walk, kept, with_filters

EARLIER, LATER = 12, 28


def list_beside(request, comment, walk: Walk) -> dict:
    """Return what `comments/admin/beside.html` shows. As many queries however many wait.

    The comment in hand is among the rows, also when it waits no more: it stays where it stood.
    """
    before, after = walk.earlier(comment, EARLIER), walk.later(comment, LATER)
    found = _comments(request, [*before, *after, comment.pk])
    order = [*reversed(before), comment.pk, *after]
    begin = reverse("comments_begin")
    return {
        "rows": [
            {**row_of(found[pk], walk.at(pk)), "is_current": pk == comment.pk}
            for pk in order
            if pk in found
        ],
        "next_url": walk.at(after[0]) if after else walk.after(comment),
        "previous_url": walk.at(before[0]) if before else "",
        "waiting": walk.waiting.count(),
        "more_before": len(before) == EARLIER,
        "more_after": len(after) == LATER,
        "begin_url": begin,
        "views": [
            {**view, "url": with_filters(begin, view["view"].query)} for view in views_of(request)
        ],
    }


def _comments(request, ids) -> dict[int, Comment]:
    wanted = CommentViewSet().get_queryset(request).filter(pk__in=ids)
    comments = list(wanted.select_related("wording", "assignment__to"))
    put_counts(comments)
    return {comment.pk: comment for comment in comments}


@require_safe
def begin_view(request):
    """Lead to the oldest that waits and passes the filters; to the list when there is none."""
    if not user_can_read_comments(request.user):
        raise PermissionDenied
    walk = Walk(request, kept(request.GET))
    if found := walk.begin():
        return HttpResponseRedirect(found)
    messages.success(request, _("No comment waits for a decision here."))
    queue = reverse(QUEUE)
    return HttpResponseRedirect(
        with_filters(queue, walk.filters) if walk.filters else queue + WAITING
    )
