"""How many comments a thread has, counted beside the one page that is read.

Every count is a statement of its own inside the page's query, which the database runs once and
answers from an index. Counting in windows over the rows of the thread, it would join and sort all
of them, ten thousand in a large hearing, to show twenty.
"""

from django.db.models import BigIntegerField, Count, Min, Q, Subquery, Value
from django.db.models.functions import Coalesce

from comments.models import Comment
from comments.states import CommentStatus, ResponseStatus
from policy.reading.prepared import prepared

IS_PUBLIC = Q(status=CommentStatus.PUBLISHED)
IS_ANSWERED = IS_PUBLIC & Q(outcome__response__status=ResponseStatus.PUBLISHED)


def count_of(comments) -> Coalesce:
    """Return the number of the comments (a queryset) as something to annotate with; zero of none."""
    # Grouped by nothing: one row with the count of all, and none where there is nothing.
    grouped = comments.order_by().values(one=Value(1)).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(grouped), 0)


def page_counts(everything, chosen) -> dict:
    """Return annotations for a page's rows: `shown` of what is chosen, `total`, `answered` of all.

    `chosen` is None where its count follows from the others.
    """
    counts = {
        "total": count_of(everything.filter(IS_PUBLIC)),
        "answered": count_of(everything.filter(IS_ANSWERED)),
    }
    return counts if chosen is None else {"shown": count_of(chosen), **counts}


def counts_of_none_chosen(everything=None) -> dict[str, int]:
    """Return the same for a page with no rows to annotate: one query, none for an empty thread."""
    if everything is None:
        return {"shown": 0, "total": 0, "answered": 0}
    return {"shown": 0} | everything.aggregate(
        total=Count("pk", filter=IS_PUBLIC), answered=Count("pk", filter=IS_ANSWERED)
    )


def counts_by_edition(passage_id: int, whole: list, address: str, per_page: int) -> dict[int, dict]:
    """Return {edition id: {"comments", "answered", "url"}} of those commented on. One query or none.

    The passage's thread stands at `address`; `whole` are its rows where all of them are
    at hand, to be counted themselves. `url` leads to the edition's first comment. Comments
    are numbered in the order they came, so what stands before it are those of the editions that
    were in hearing earlier.
    """
    found, before = {}, 0
    counted = _counted(whole) if whole else _count(passage=passage_id)
    for edition, first, shown, total, answered in sorted(counted, key=lambda row: row[1]):
        number = before // per_page + 1
        query = f"?page={number}" if number > 1 else ""
        url = f"{address}{query}#b{first}"
        found[edition] = {"comments": total, "answered": answered, "url": url}
        before += shown
    return found


@prepared(passage=BigIntegerField())
def _count(passage):
    """Return (edition id, first number, how many, how many public, how many answered) of a thread."""
    return (
        Comment.objects.about(passage)
        .public_or_withdrawn()
        .order_by()
        .values("edition_text__edition")
        .annotate(
            first=Min("number"),
            shown=Count("pk"),
            total=Count("pk", filter=IS_PUBLIC),
            answered=Count("pk", filter=IS_ANSWERED),
        )
        .values_list("edition_text__edition", "first", "shown", "total", "answered")
    )


def _counted(whole) -> list[tuple[int, int, int, int, int]]:
    """Return the same of comments that were read with their outcomes and responses."""
    of_edition: dict[int, list] = {}
    for comment in whole:
        of_edition.setdefault(comment.edition_text.edition_id, []).append(comment)
    return [
        (
            edition,
            min(comment.number for comment in comments),
            len(comments),
            sum(comment.is_public for comment in comments),
            sum(_is_answered(comment) for comment in comments),
        )
        for edition, comments in of_edition.items()
    ]


def _is_answered(comment) -> bool:
    return comment.is_public and hasattr(comment, "outcome") and comment.outcome.response.is_public
