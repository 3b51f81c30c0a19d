"""From one comment to the next through the queue, with the filters that it was narrowed down by."""

from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse

from comments.models import Comment

from .filters import CommentFilter

FILTERS = tuple(CommentFilter.base_filters)


def kept(query: QueryDict) -> str:
    """Return the filters of an address, and nothing else of it, as they stand in an address."""
    chosen = QueryDict(mutable=True)
    for name in FILTERS:
        if values := [value for value in query.getlist(name) if value]:
            chosen.setlist(name, values)
    return chosen.urlencode()


class Walk:
    """The comments that wait, in the order in which they came, as far as the filters let them in.

    `filters` are those of the queue's address, as text; what can't be read lets everything in.
    """

    def __init__(self, request, filters: str):
        self.filters = filters
        waiting = Comment.objects.undecided()
        chosen = CommentFilter(QueryDict(filters), queryset=waiting, request=request)
        if filters and chosen.is_valid():
            waiting = chosen.qs
        self.waiting = waiting.order_by("received_at", "pk")

    def after(self, comment) -> str:
        """Return the address of the next one: the oldest after this, else the oldest; or nothing."""
        others = self.waiting.exclude(pk=comment.pk)
        later = Q(received_at__gt=comment.received_at) | Q(
            received_at=comment.received_at, pk__gt=comment.pk
        )
        return self.address(others.filter(later).first() or others.first())

    def before(self, comment) -> str:
        """Return the address of the one before this, or nothing."""
        earlier = Q(received_at__lt=comment.received_at) | Q(
            received_at=comment.received_at, pk__lt=comment.pk
        )
        return self.address(self.waiting.filter(earlier).last())

    def address(self, comment, **more) -> str:
        """Return where a comment is decided about, the filters carried along."""
        if comment is None:
            return ""
        return with_filters(reverse("comments_decide", args=[comment.pk]), self.filters, **more)


def with_filters(address: str, filters: str, **more) -> str:
    """Put filters, and what else is named, behind an address."""
    query = QueryDict(filters, mutable=True)
    query.update(more)
    return f"{address}?{query.urlencode()}" if query else address
