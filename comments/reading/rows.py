"""The rows of a page of a thread, with all that is shown of them and how many there are, in one query."""

from django.db.models import BigIntegerField

from comments.models import Comment
from policy.reading.prepared import prepared

from . import counts as counting
from .choice import Choice
from .files import HAS_FILES

NEEDED = (
    "hearing",
    "sender",
    "outcome__response",
    "outcome__edition",
    "passage",
    "edition_text",
    "wording",
)
# What of these no page of comments shows.
UNREAD = ("edition_text__content", "wording__value", "wording__plain_language")


def read_page(everything, choice, number, size, passage_id) -> tuple[list[Comment], dict]:
    """Return the page's rows with all that is shown of them, and the counts of the thread."""
    if passage_id and number == 1 and not choice.is_narrowed:
        rows = _first_about(choice.sort, size, passage=passage_id)
    else:
        rows = list(_page(everything, choice, number, size))
    if first := next(iter(rows), None):
        total, answered = first.total, first.answered
        shown = choice.shown(total, answered) if choice.is_by_answer_alone else first.shown
        return rows, {"shown": shown, "total": total, "answered": answered}
    return rows, counting.counts_of_none_chosen(everything if choice.is_narrowed else None)


@prepared(passage=BigIntegerField())
def _first_about(sort, size, passage):
    everything = Comment.objects.about(passage).public_or_withdrawn()
    return _page(everything, Choice(sort=sort), 1, size)


def _page(everything, choice: Choice, number: int, size: int):
    """Which rows they are is found among keys alone: only twenty are joined with what they need."""
    chosen = choice.of(everything)
    keys = chosen.values("pk")[(number - 1) * size : number * size]
    page = choice.ordered(Comment.objects.filter(pk__in=keys)).select_related(*NEEDED)
    counts = counting.page_counts(everything, None if choice.is_by_answer_alone else chosen)
    return page.annotate(**HAS_FILES, **counts).defer(*UNREAD)
