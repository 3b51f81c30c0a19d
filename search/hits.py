"""Hits as a page shows them, read from the tables through `.public()`: the index may be behind."""

from dataclasses import dataclass

from django.db.models import F
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from wagtail.models import Page

from comments.models import Comment, CommentText, Response, ResponseText
from comments.reading.places import hearing_url
from comments.reading.words import choose, words_of
from comments.threads import author_of, pages_of
from notifications.addresses import PolicyPages
from policy.models import Wording

from .editions import Editions
from .snippets import snippet
from .wish import Kind, Wish


@dataclass(frozen=True)
class Hit:
    """One thing found. `language` is that of title and snippet; `about` names a passage."""

    kind: Kind
    url: str
    title: str
    snippet: SafeString
    language: str
    edition: object = None
    is_in_force: bool = False
    number: int | None = None
    author: str = ""
    about: str = ""
    at: object = None


class Hits:
    """Makes hits out of ids; a fixed number of queries for each kind."""

    def __init__(self, wish: Wish, editions: Editions, pages: PolicyPages):
        self.wish, self.editions, self.pages = wish, editions, pages

    def of(self, kind: Kind, ids: list[int]) -> list[Hit]:
        """Return the hits of these ids in their order, without what is not public any more."""
        if not ids:
            return []
        makers = {
            Kind.PASSAGES: self._passages,
            Kind.COMMENTS: self._comments,
            Kind.RESPONSES: self._responses,
            Kind.PAGES: self._pages,
        }
        made = makers[kind](ids)
        return [made[pk] for pk in ids if pk in made]

    def _passages(self, ids) -> dict[int, Hit]:
        wordings = (
            Wording.objects.public()
            .filter(pk__in=ids)
            .select_related("passage", "edition_text__edition", "edition_text__locale")
            .defer("edition_text__content")
        )
        return {wording.pk: self._passage(wording) for wording in wordings}

    def _passage(self, wording) -> Hit:
        edition = wording.edition_text.edition
        return Hit(
            kind=Kind.PASSAGES,
            url=self.pages.passage(edition.policy_id, wording.passage.code),
            title=str(wording.label) or wording.passage.code,
            snippet=snippet(_without_heading(wording), self.wish.question),
            language=wording.edition_text.locale.language_code,
            edition=edition,
            is_in_force=edition.pk in self.editions.in_force,
        )

    def _comments(self, ids) -> dict[int, Hit]:
        comments = (
            Comment.objects.public()
            .filter(pk__in=ids)
            .select_related("sender", "passage", "hearing", "wording", "edition_text__edition")
            .defer("edition_text__content", "wording__text")
        )
        texts = _grouped(CommentText.objects.public().filter(comment__in=ids), "comment_id")
        pages = pages_of(ids)
        return {c.pk: self._comment(c, texts.get(c.pk, []), pages[c.pk]) for c in comments}

    def _comment(self, comment, texts, page) -> Hit:
        words = words_of(comment, texts, self._language())
        said = words.shown
        text = f"{said.text}\n{words.proposal}" if words.proposal else said.text
        return Hit(
            kind=Kind.COMMENTS,
            url=self.pages.comment(comment, page),
            title=author_of(comment),
            snippet=snippet(text, self.wish.question),
            language=said.language,
            edition=comment.edition_text.edition,
            number=comment.number,
            author=author_of(comment),
            about=str(comment.wording.short_label) if comment.wording else "",
            at=comment.received_at,
        )

    def _responses(self, ids) -> dict[int, Hit]:
        responses = Response.objects.public().filter(pk__in=ids).select_related("hearing__edition")
        texts = _grouped(ResponseText.objects.filter(response__in=ids), "response_id")
        first = self._first_comments(ids)
        pages = pages_of([comment.pk for comment in first.values()])
        return {
            response.pk: self._response(response, texts.get(response.pk, []), first, pages)
            for response in responses
        }

    def _response(self, response, texts, first, pages) -> Hit:
        words = choose(texts, self._language())
        comment = first.get(response.pk)
        url = comment and self.pages.comment(comment, pages[comment.pk])
        return Hit(
            kind=Kind.RESPONSES,
            url=url or hearing_url(response.hearing),
            title=response.signed_by,
            snippet=snippet(words.text, self.wish.question),
            language=words.language,
            edition=response.hearing.edition,
            number=comment.number if comment else None,
            author=author_of(comment) if comment else "",
            about=str(comment.wording.short_label) if comment and comment.wording else "",
            at=response.published_at,
        )

    def _first_comments(self, responses) -> dict[int, Comment]:
        """Return the first public comment that each response answers: there it can be read."""
        comments = (
            Comment.objects.public()
            .filter(outcome__response__in=responses)
            .select_related("sender", "passage", "hearing", "wording")
            .defer("wording__text")
            .annotate(response=F("outcome__response"))
            .order_by("-number")
        )
        return {comment.response: comment for comment in comments}

    def _pages(self, ids) -> dict[int, Hit]:
        pages = (
            Page.objects.live()
            .public()
            .filter(pk__in=ids)
            .select_related("locale")
            .annotate(lead=F("standardpage__introduction"))
        )
        return {
            page.pk: Hit(
                kind=Kind.PAGES,
                url=page.url,
                title=page.title,
                snippet=snippet(
                    strip_tags(page.lead or page.search_description), self.wish.question
                ),
                language=page.locale.language_code,
            )
            for page in pages
            if page.url
        }

    def _language(self) -> str:
        """The language in which words with several are shown: the one asked for, else the page's."""
        return self.wish.locale_code or self.wish.own_language


def _without_heading(wording) -> str:
    """The index's text begins with the heading, which stands over the snippet already."""
    return wording.text.removeprefix(wording.heading).strip() or wording.plain_language


def _grouped(rows, name) -> dict[int, list]:
    groups: dict[int, list] = {}
    for row in rows:
        groups.setdefault(getattr(row, name), []).append(row)
    return groups
