"""Answer a theme: its public comments that wait, as many as one page can hold."""

from django.shortcuts import get_object_or_404

from comments.models import Comment, Theme

MOST_AT_ONCE = 50
NEEDED = ("wording", "passage", "sender")


def asked_theme(request, hearing) -> Theme | None:
    """Return the hearing's theme that the address names (`?theme=`); 404 for another's."""
    pk = request.GET.get("theme", "")
    if not (pk.isascii() and pk.isdecimal() and len(pk) < 19):
        return None
    return get_object_or_404(hearing.themes, pk=pk)


def first_of_theme(waiting, theme) -> list[Comment]:
    """Return the first of the comments that wait (a queryset) in the theme."""
    found = waiting.filter(themes=theme).select_related(*NEEDED).prefetch_related("texts")
    return list(found.order_by("number")[:MOST_AT_ONCE])
