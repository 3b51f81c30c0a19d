"""What waits, on the admin's first page: how many, since when, and the way to the oldest."""

from dataclasses import dataclass

from django.db.models import Count, Min
from django.urls import reverse
from wagtail.admin.ui.components import Component

from comments.models import Comment
from comments.permissions import user_can_read_comments

from .queue import WAITING
from .views import QUEUE


class WaitingComments(Component):
    """The panel. Three queries, however many wait."""

    template_name = "comments/admin/waiting.html"
    order = 20

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        waiting = waiting_now(parent_context["request"].user)
        return {**context, "waiting": waiting, "queue_url": reverse(QUEUE) + WAITING}


@dataclass(frozen=True)
class Waiting:
    """`since` is when the oldest came; `oldest_url` where it is decided about."""

    count: int
    mine: int
    since: object
    oldest_url: str


def waiting_now(user) -> Waiting:
    """Return what waits for a decision, and how much of it is this person's."""
    undecided = Comment.objects.undecided()
    found = undecided.aggregate(count=Count("pk"), since=Min("received_at"))
    oldest = undecided.order_by("received_at", "pk").values_list("pk", flat=True).first()
    return Waiting(
        count=found["count"],
        mine=undecided.filter(assignment__to=user).count(),
        since=found["since"],
        oldest_url=reverse("comments_decide", args=[oldest]) if oldest else "",
    )


def show_what_waits(request, panels) -> None:
    """Put the panel on the first page of those who read comments."""
    if user_can_read_comments(request.user):
        panels.append(WaitingComments())
