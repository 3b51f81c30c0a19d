"""The queue beside the comment in hand: those that came just before it and those that come next."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.models import Comment
from comments.permissions import user_can_read_comments
from comments.states import Source

from .alike import in_words, put_counts
from .filters import name_of_language
from .queue import WAITING, CommentViewSet, assignee, first_words, flags, where
from .views import QUEUE, views_of
from .walk import Walk, kept, with_filters

EARLIER, LATER = 12, 28
HOUR = 3600
HOURS = 48  # so long an age is told in hours, and then in days


def list_beside(request, comment, walk: Walk) -> dict:
    """Return what `comments/admin/beside.html` shows. As many queries however many wait.

    The comment in hand is among the rows, also when it waits no more: it stays where it stood.
    """
    before, after = walk.earlier(comment, EARLIER), walk.later(comment, LATER)
    found = _comments(request, [*before, *after, comment.pk])
    order = [*reversed(before), comment.pk, *after]
    begin = reverse("comments_begin")
    return {
        "rows": [_row(found[pk], walk, pk == comment.pk) for pk in order if pk in found],
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


def _row(comment, walk, is_current: bool) -> dict:
    return {
        "comment": comment,
        "url": walk.at(comment.pk),
        "is_current": is_current,
        "age": age_of(comment.received_at),
        "where": where(comment),
        "words": first_words(comment),
        "flags": flags(comment),
        "alike": in_words(comment) if comment.alike else "",
        "language": ""
        if comment.language == settings.LANGUAGE_CODE
        else name_of_language(comment.language),
        "source": "" if comment.source == Source.FORM else comment.get_source_display(),
        "assignee": assignee(comment) if hasattr(comment, "assignment") else "",
    }


def age_of(received) -> str:
    """Return how long a comment has waited, as short as a row has room for."""
    hours = max(0, int((timezone.now() - received).total_seconds() // HOUR))
    if hours < HOURS:
        return _("%(count)d h") % {"count": hours}
    return _("%(count)d d") % {"count": hours // 24}


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
