"""Lists in pages: bounded, in an order that stays, each with the address of the next."""

from urllib.parse import quote, urlencode

from django.conf import settings
from django.http import Http404

from .asking import Page


def page_of(request, rows, asked: Page) -> tuple[list, dict]:
    """Return the rows (an ordered queryset, or a list) of the page asked for, and what to say of all.

    Raises Http404 for a page beyond the last one.
    """
    count = len(rows) if isinstance(rows, list) else rows.count()
    start, end = (asked.page - 1) * asked.page_size, asked.page * asked.page_size
    if start and start >= count:
        raise Http404
    following = _address(request, asked) if end < count else None
    return list(rows[start:end]), {"count": count, "next": following}


def _address(request, asked: Page) -> str:
    # From what was understood and the site's own address: nothing that was sent comes back.
    query = asked.model_dump(mode="json", exclude_none=True) | {"page": asked.page + 1}
    return f"{settings.BASE_URL}{quote(request.path)}?{urlencode(query)}"
