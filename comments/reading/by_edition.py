"""How many comments of a thread are about which edition, told by the thread's own query."""

from collections.abc import Iterable

from django.db.models import Count, Min, Q, Window

from comments.states import CommentStatus, ResponseStatus

IS_PUBLIC = Q(status=CommentStatus.PUBLISHED)
IS_ANSWERED = IS_PUBLIC & Q(outcome__response__status=ResponseStatus.PUBLISHED)


def counts_by_edition(edition_ids: Iterable[int]) -> dict:
    """Return annotations for a thread's comments: every row then has the counts of every edition."""
    counts = {}
    for pk in edition_ids:
        of_it = Q(edition_text__edition=pk)
        counts |= {
            f"shown_{pk}": Window(Count("pk", filter=of_it)),
            f"total_{pk}": Window(Count("pk", filter=of_it & IS_PUBLIC)),
            f"answered_{pk}": Window(Count("pk", filter=of_it & IS_ANSWERED)),
            f"first_{pk}": Window(Min("number", filter=of_it)),
        }
    return counts


def read_counts(row, edition_ids: Iterable[int], address: str, per_page: int) -> dict[int, dict]:
    """Return {edition id: {"comments", "answered", "url"}} of those that were commented on.

    `row` is any annotated comment of the thread at `address`; `url` leads to the edition's first
    comment. Comments are numbered in the order they came, so what stands before it are those of
    the editions that were in hearing earlier.
    """
    found, before = {}, 0
    seen = [pk for pk in edition_ids if getattr(row, f"shown_{pk}")]
    for pk in sorted(seen, key=lambda pk: getattr(row, f"first_{pk}")):
        number = before // per_page + 1
        query = f"?page={number}" if number > 1 else ""
        found[pk] = {
            "comments": getattr(row, f"total_{pk}"),
            "answered": getattr(row, f"answered_{pk}"),
            "url": f"{address}{query}#b{getattr(row, f'first_{pk}')}",
        }
        before += getattr(row, f"shown_{pk}")
    return found
