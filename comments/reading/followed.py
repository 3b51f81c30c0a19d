"""What a feed of a dialogue tells: comments that became public, and answers to them.

An answer is an entry of its own: whoever follows a dialogue wants to be told of it, and readers'
programs show what is new and not what was changed.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min, OuterRef, Subquery
from django.urls import reverse
from django.utils import translation
from django.utils.html import linebreaks
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from comments.models import CommentText, Decision, Outcome, TextRole
from comments.reading.authors import author_of
from comments.reading.words import choose, load_words, words_of
from comments.states import DecisionAction, ResponseStatus
from policy.reading.relations import absolute

NEWEST = 50


@dataclass(frozen=True)
class Entry:
    """A comment or an answer. `text` is HTML: the words escaped, their paragraphs kept."""

    name: str
    title: str
    url: str
    text: str
    language: str
    author: str
    published: datetime
    updated: datetime


def entries_of(comments) -> list[Entry]:
    """Return the newest entries of comments (a queryset), newest first. Four queries.

    A comment is as new as the decision that published it, or as what was shortened since, so that
    readers' programs put the shortened words in place of those that they keep.
    """
    published = Decision.objects.filter(comment=OuterRef("pk"), action=DecisionAction.PUBLISH)
    shortened = CommentText.objects.filter(comment=OuterRef("pk"), role=TextRole.REDACTED)
    shown = (
        comments.public()
        .annotate(
            public_at=Subquery(published.order_by("-pk").values("at")[:1]),
            shortened_at=Subquery(shortened.values("created_at")[:1]),
        )
        .order_by("-public_at", "-pk")
        .select_related("hearing", "sender", "wording", "edition_text")
        .defer("edition_text__content", "wording__text", "wording__value")
    )
    rows = [row for row in shown[:NEWEST] if row.public_at]
    answers = _answers(comments)
    words = load_words(rows, answers)
    language = translation.get_language()
    found = [_comment(row, words["comment", row.pk], language) for row in rows]
    found += [_answer(row, words["response", row.response_id], language) for row in answers]
    return sorted(found, key=lambda entry: (entry.updated, entry.name), reverse=True)[:NEWEST]


def _answers(comments) -> list[Outcome]:
    """Return, for each of the newest answers, its outcome for the first public comment among these."""
    public = Outcome.objects.filter(
        comment__in=comments.public().values("pk"), response__status=ResponseStatus.PUBLISHED
    )
    first = (
        public.order_by()
        .values("response")
        .annotate(first=Min("comment__number"))
        .filter(response=OuterRef("response"))
        .values("first")
    )
    return list(
        public.filter(comment__number=Subquery(first))
        .select_related("response", "comment")
        .order_by("-response__published_at", "-pk")[:NEWEST]
    )


def _comment(comment, texts, language) -> Entry:
    shown = words_of(comment, texts, language)
    about = comment.wording.short_label if comment.wording else _("The whole")
    values = {"number": comment.number, "passage": about}
    text = linebreaks(shown.shown.text, autoescape=True)
    if shown.proposal:
        text += linebreaks(_("Proposed wording") + f":\n\n{shown.proposal}", autoescape=True)
    return Entry(
        name=f"comment/{comment.number}",
        title=_("Comment %(number)s: %(passage)s") % values,
        url=comment_url(comment),
        text=text,
        language=shown.shown.language,
        author=author_of(comment),
        published=comment.public_at,
        updated=max(filter(None, (comment.public_at, comment.shortened_at))),
    )


def _answer(outcome, texts, language) -> Entry:
    response, words = outcome.response, choose(texts, language)
    values = {"office": response.signed_by, "number": outcome.comment.number}
    return Entry(
        name=f"response/{response.pk}",
        title=pgettext("title in a feed", "Answer to comment %(number)s") % values,
        url=comment_url(outcome.comment),
        text=linebreaks(words.text, autoescape=True),
        language=words.language,
        author=response.signed_by,
        published=response.published_at,
        updated=response.published_at,
    )


def comment_url(comment) -> str:
    """Return the lasting address of a comment, with its host."""
    return absolute(reverse("comments:trace", args=[comment.hearing_id, comment.number]))
