"""How many comments a thread has, counted beside the one page that is read.

Every count is a statement of its own inside the page's query, which the database runs once and
answers from an index. Counting in windows over the rows of the thread, it would join and sort all
of them, ten thousand in a large hearing, to show twenty.
"""

from django.db.models import Count, Min, Q, Subquery, Value
from django.db.models.functions import Coalesce

from comments.states import CommentStatus, ResponseStatus

IS_PUBLIC = Q(status=CommentStatus.PUBLISHED)
IS_ANSWERED = IS_PUBLIC & Q(outcome__response__status=ResponseStatus.PUBLISHED)


def count_of(comments) -> Coalesce:
    """Return the number of the comments (a queryset) as something to annotate with; zero of none."""
    # Grouped by nothing: one row with the count of all, and none where there is nothing.
    grouped = comments.order_by().values(one=Value(1)).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(grouped), 0)


def page_counts(everything, chosen) -> dict:
    """Return annotations for a page's rows: `shown` of what is chosen, `total`, `answered` of all."""
    return {
        "shown": count_of(chosen),
        "total": count_of(everything.filter(IS_PUBLIC)),
        "answered": count_of(everything.filter(IS_ANSWERED)),
    }


def counts_of_none_chosen(everything=None) -> dict[str, int]:
    """Return the same for a page with no rows to annotate: one query, none for an empty thread."""
    if everything is None:
        return {"shown": 0, "total": 0, "answered": 0}
    return {"shown": 0} | everything.aggregate(
        total=Count("pk", filter=IS_PUBLIC), answered=Count("pk", filter=IS_ANSWERED)
    )


def counts_by_edition(everything, address: str, per_page: int) -> dict[int, dict]:
    """Return {edition id: {"comments", "answered", "url"}} of those commented on. One query.

    `everything` is the thread that stands at `address`; `url` leads to the edition's first comment.
    Comments are numbered in the order they came, so what stands before it are those of the
    editions that were in hearing earlier.
    """
    rows = (
        everything.order_by()
        .values("edition_text__edition")
        .annotate(
            shown=Count("pk"),
            total=Count("pk", filter=IS_PUBLIC),
            answered=Count("pk", filter=IS_ANSWERED),
            first=Min("number"),
        )
    )
    found, before = {}, 0
    for row in sorted(rows, key=lambda row: row["first"]):
        number = before // per_page + 1
        query = f"?page={number}" if number > 1 else ""
        found[row["edition_text__edition"]] = {
            "comments": row["total"],
            "answered": row["answered"],
            "url": f"{address}{query}#b{row['first']}",
        }
        before += row["shown"]
    return found
