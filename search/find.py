"""Ask the index for ids, and nothing else: what is shown is read from the tables, through `.public()`."""

from django.db.models import QuerySet
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from comments.models import Comment, CommentText, Response, ResponseText
from policy.models import Wording

from .editions import Editions
from .wish import Kind, Wish

MOST = 1000  # hits of a kind; nobody reads further


def find(wish: Wish, editions: Editions) -> dict[Kind, list[int]]:
    """Return the ids of the hits of each kind, best first. The number of queries is fixed."""
    if not wish.words:
        return {kind: [] for kind in Kind}
    return {
        Kind.PASSAGES: _passages(wish, editions),
        Kind.COMMENTS: _comments(wish, editions),
        Kind.RESPONSES: _responses(wish, editions),
        Kind.PAGES: _pages(wish),
    }


def _ask(queryset: QuerySet, wish: Wish) -> list:
    """Return at most `MOST` objects that hold all the words."""
    return list(get_search_backend().search(" ".join(wish.words), queryset, operator="and")[:MOST])


def _passages(wish, editions) -> list[int]:
    """Return wordings, one a passage: that of the edition in force, else of the newest edition."""
    texts = editions.texts_for(wish)
    if not texts:
        return []
    order = {edition.pk: place for place, edition in enumerate(editions.all)}

    def rank(wording) -> tuple:
        text = texts[wording.edition_text_id]
        return (
            text.edition_id not in editions.in_force,
            order[text.edition_id],
            text.locale.language_code != wish.own_language,
        )

    wordings = Wording.objects.filter(edition_text_id__in=list(texts))
    best: dict[int, Wording] = {}
    for wording in _ask(wordings.only("pk", "passage_id", "edition_text_id"), wish):
        other = best.get(wording.passage_id)
        if other is None or rank(wording) < rank(other):
            best[wording.passage_id] = wording
    # Sorting keeps the index's order among equals.
    return [wording.pk for wording in sorted(best.values(), key=lambda w: rank(w)[0])]


def _comments(wish, editions) -> list[int]:
    chosen = [edition.pk for edition in editions.chosen(wish)]
    comments = Comment.objects.public().filter(edition_text__edition_id__in=chosen)
    found = [comment.pk for comment in _ask(comments, wish)]
    if wish.locale_code is None:
        return found
    readable = CommentText.objects.public().filter(comment__in=found, language=wish.locale_code)
    return _kept(found, readable.values_list("comment_id", flat=True))


def _responses(wish, editions) -> list[int]:
    chosen = [edition.pk for edition in editions.chosen(wish)]
    responses = Response.objects.public().filter(hearing__edition_id__in=chosen)
    found = [response.pk for response in _ask(responses, wish)]
    if wish.locale_code is None:
        return found
    readable = ResponseText.objects.filter(response__in=found, language=wish.locale_code)
    return _kept(found, readable.values_list("response_id", flat=True))


def _pages(wish) -> list[int]:
    pages = Page.objects.live().public()
    if wish.locale_code is not None:
        # By id: the index knows no language codes.
        pages = pages.filter(locale=Locale.objects.get(language_code=wish.locale_code))
    return [page.pk for page in _ask(pages, wish)]


def _kept(found, allowed) -> list[int]:
    allowed = set(allowed)
    return [pk for pk in found if pk in allowed]
