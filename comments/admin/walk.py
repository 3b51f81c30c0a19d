"""From one comment to the next through the queue, with the filters that it was narrowed down by.

Each state is asked by itself, in the order of its index: a step costs the same with ten thousand waiting.
"""

from django.db.models import Q, Subquery
from django.http import QueryDict
from django.urls import reverse

from comments.models import Comment
from comments.states import UNDECIDED

from .filters import CommentFilter

FILTERS = tuple(CommentFilter.base_filters)
FORWARD, BACK = ("received_at", "pk"), ("-received_at", "-pk")


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
        self.waiting = waiting.order_by(*FORWARD)

    def oldest(self, most: int) -> list[int]:
        """Return the ids of those that have waited longest."""
        return self._first(self.waiting, most, FORWARD)

    def later(self, comment, most: int) -> list[int]:
        """Return the ids of those that came after this one, the nearest first."""
        # The first condition alone is what an index can be asked; the second one tells twins apart.
        at = instant_of(comment)
        after = Q(received_at__gt=at) | Q(pk__gt=comment.pk)
        found = self.waiting.filter(received_at__gte=at).filter(after)
        return self._first(found, most, FORWARD)

    def earlier(self, comment, most: int) -> list[int]:
        """Return the ids of those that came before this one, the nearest first."""
        at = instant_of(comment)
        before = Q(received_at__lt=at) | Q(pk__lt=comment.pk)
        found = self.waiting.filter(received_at__lte=at).filter(before)
        return self._first(found, most, BACK)

    def after(self, comment) -> str:
        """Return the address of the next one: the oldest after this, else the oldest; or nothing."""
        found = self.later(comment, 1) or [pk for pk in self.oldest(2) if pk != comment.pk]
        return self.at(found[0] if found else None)

    def before(self, comment) -> str:
        """Return the address of the one before this, or nothing."""
        return self.at(next(iter(self.earlier(comment, 1)), None))

    def begin(self) -> str:
        """Return the address of the oldest, or nothing."""
        return self.at(next(iter(self.oldest(1)), None))

    def address(self, comment, **more) -> str:
        """Return where a comment is decided about, the filters carried along."""
        return self.at(comment.pk if comment else None, **more)

    def at(self, pk: int | None, **more) -> str:
        """The same of its id; nothing for none."""
        if pk is None:
            return ""
        return with_filters(reverse("comments_decide", args=[pk]), self.filters, **more)

    @staticmethod
    def _first(waiting, most: int, order) -> list[int]:
        found = []
        for status in UNDECIDED:
            of_state = waiting.filter(status=status).order_by(*order)
            found += of_state.values_list("received_at", "pk")[:most]
        found.sort(reverse=order == BACK)
        return [pk for _received, pk in found[:most]]


def instant_of(comment) -> Subquery:
    """Return when it came, as the database has it: SQLite compares instants as text, digit by digit."""
    return Subquery(Comment.objects.filter(pk=comment.pk).values("received_at"))


def with_filters(address: str, filters: str, **more) -> str:
    """Put filters, and what else is named, behind an address."""
    query = QueryDict(filters, mutable=True)
    query.update(more)
    return f"{address}?{query.urlencode()}" if query else address
