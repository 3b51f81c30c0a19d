"""The kinds of things that are found: which of them are public, and by what words they are found.

A kind joins by a `Source` in `SOURCES`, and by a `queue.put` of its objects where they change.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail.search.index import SearchField

from comments.models import Comment, CommentText, Response, ResponseText
from policy.models import Wording


@dataclass(frozen=True)
class Words:
    """What a thing says in one language, as plain text."""

    object_id: int
    language: str
    title: str
    text: str
    policy: UUID | None = None
    edition: int | None = None
    dated_at: datetime | None = None


@dataclass(frozen=True)
class Source:
    """`public` gives the objects that anybody may read; `read` what some of these say."""

    kind: str
    public: Callable[[], QuerySet]
    read: Callable[[QuerySet], Iterable[Words]]


def _wordings(wordings: QuerySet) -> Iterable[Words]:
    wordings = wordings.select_related("edition_text__edition", "edition_text__locale").defer(
        "edition_text__content", "value"
    )
    for wording in wordings:
        edition = wording.edition_text.edition
        yield Words(
            object_id=wording.pk,
            language=wording.edition_text.locale.language_code,
            title=f"{wording.heading} {wording.number}",
            text=f"{wording.text}\n{wording.plain_language}",
            policy=edition.policy_id,
            edition=edition.pk,
            dated_at=edition.public_from,
        )


def _comments(comments: QuerySet) -> Iterable[Words]:
    found = {
        c.pk: c for c in comments.select_related("edition_text").defer("edition_text__content")
    }
    texts = CommentText.objects.public().filter(comment__in=list(found)).order_by("pk")
    for (pk, language), said in _by_language(texts, "comment_id").items():
        comment = found[pk]
        edition = comment.edition_text.edition_id
        yield Words(pk, language, "", said, comment.policy_id, edition, comment.received_at)


def _responses(responses: QuerySet) -> Iterable[Words]:
    found = {response.pk: response for response in responses.select_related("hearing__edition")}
    texts = ResponseText.objects.filter(response__in=list(found)).order_by("pk")
    for (pk, language), said in _by_language(texts, "response_id").items():
        edition, at = found[pk].hearing.edition, found[pk].published_at
        yield Words(pk, language, found[pk].signed_by, said, edition.policy_id, edition.pk, at)


def _pages(pages: QuerySet) -> Iterable[Words]:
    for page in pages.specific().select_related("locale"):
        title = f"{page.title} {page.search_description}"
        at = page.first_published_at
        yield Words(page.pk, page.locale.language_code, title, _text_of(page), dated_at=at)


def _text_of(page) -> str:
    """All that Wagtail's own index has of a page, without markup."""
    parts: list[str] = []
    for field in page.get_search_fields():
        if isinstance(field, SearchField) and field.field_name != "title":
            value = field.get_value(page)
            parts += value if isinstance(value, list) else [str(value or "")]
    return strip_tags("\n".join(map(str, parts)))


def _by_language(texts, owner: str) -> dict[tuple[int, str], str]:
    said: dict[tuple[int, str], str] = {}
    for text in texts:
        key = (getattr(text, owner), text.language)
        said[key] = f"{said[key]}\n{text.text}" if key in said else text.text
    return said


SOURCES: dict[str, Source] = {
    source.kind: source
    for source in (
        Source("passages", lambda: Wording.objects.public(), _wordings),
        Source("comments", lambda: Comment.objects.public(), _comments),
        Source("responses", lambda: Response.objects.public(), _responses),
        Source("pages", lambda: Page.objects.live().public(), _pages),
    )
}
