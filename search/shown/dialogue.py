"""Comments and answers, each with the address where it stands."""

from django.db.models import F

from comments.models import Comment, CommentText, Response, ResponseText
from comments.reading.places import hearing_url
from comments.reading.words import choose, words_of
from comments.threads import author_of, pages_of

from ..hits import Hit, Hits, grouped


def comments(hits: Hits, ids: list[int]) -> dict[int, Hit]:
    """Return {id of a comment: hit}."""
    found = (
        Comment.objects.public()
        .filter(pk__in=ids)
        .select_related("sender", "passage", "hearing", "wording", "edition_text__edition")
        .defer("edition_text__content", "wording__text", "wording__value")
    )
    texts = grouped(CommentText.objects.public().filter(comment__in=ids), "comment_id")
    pages = pages_of(ids)
    return {c.pk: _comment(hits, c, texts.get(c.pk, []), pages[c.pk]) for c in found}


def _comment(hits: Hits, comment, texts, page) -> Hit:
    words = words_of(comment, texts, hits.language)
    said = words.shown
    text = f"{said.text}\n{words.proposal}" if words.proposal else said.text
    return Hit(
        kind="comments",
        url=hits.pages.comment(comment, page),
        title=author_of(comment),
        snippet=hits.snippet(text),
        language=said.language,
        edition=comment.edition_text.edition,
        number=comment.number,
        author=author_of(comment),
        about=str(comment.wording.short_label) if comment.wording else "",
        at=comment.received_at,
    )


def responses(hits: Hits, ids: list[int]) -> dict[int, Hit]:
    """Return {id of an answer: hit}."""
    found = Response.objects.public().filter(pk__in=ids).select_related("hearing__edition")
    texts = grouped(ResponseText.objects.filter(response__in=ids), "response_id")
    first = _first_comments(ids)
    pages = pages_of([comment.pk for comment in first.values()])
    return {
        response.pk: _response(hits, response, texts.get(response.pk, []), first, pages)
        for response in found
    }


def _response(hits: Hits, response, texts, first, pages) -> Hit:
    words = choose(texts, hits.language)
    comment = first.get(response.pk)
    url = comment and hits.pages.comment(comment, pages[comment.pk])
    return Hit(
        kind="responses",
        url=url or hearing_url(response.hearing),
        title=response.signed_by,
        snippet=hits.snippet(words.text),
        language=words.language,
        edition=response.hearing.edition,
        number=comment.number if comment else None,
        author=author_of(comment) if comment else "",
        about=str(comment.wording.short_label) if comment and comment.wording else "",
        at=response.published_at,
    )


def _first_comments(responses) -> dict[int, Comment]:
    """Return the first public comment that each response answers: there it can be read."""
    found = (
        Comment.objects.public()
        .filter(outcome__response__in=responses)
        .select_related("sender", "passage", "hearing", "wording")
        .defer("wording__text", "wording__value")
        .annotate(response=F("outcome__response"))
        .order_by("-number")
    )
    return {comment.response: comment for comment in found}
