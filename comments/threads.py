"""Comments as a page shows them, twenty at a time, in a number of queries that never grows."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, Window
from django.http import Http404
from django.utils import translation
from django.utils.translation import gettext as _

from comments.models import Comment
from comments.reading.answers import (
    Answer,
    answers_to,
    changed_passages,
    edition_of,
    public_outcomes,
)
from comments.reading.places import Places, hearing_url, wordings_by_passage
from comments.reading.words import Words, load_words, words_of
from comments.states import AuthorKind, CommentStatus, ResponseStatus

PER_PAGE = 20
IS_PUBLIC = Q(status=CommentStatus.PUBLISHED)
IS_ANSWERED = IS_PUBLIC & Q(outcome__response__status=ResponseStatus.PUBLISHED)
# On each row of a page: how many there are on all pages.
COUNTS = {
    "shown": Window(Count("pk")),
    "total": Window(Count("pk", filter=IS_PUBLIC)),
    "answered": Window(Count("pk", filter=IS_ANSWERED)),
}
NEEDED = ("sender", "outcome__response", "outcome__edition", "passage", "edition_text")


@dataclass(frozen=True)
class ThreadComment:
    """One comment in a thread. A withdrawn one has a number, a time, and nothing else to show."""

    number: int
    is_public: bool
    is_withdrawn: bool
    received_at: object
    language: str
    author: str = ""
    text: str = ""
    text_language: str = ""
    original: Words | None = None
    is_redacted: bool = False
    proposal: str = ""
    stance: str = ""
    short_label: str = ""
    passage_url: str = ""
    answer: Answer | None = None

    @property
    def anchor(self) -> str:
        return f"b{self.number}"


@dataclass(frozen=True)
class Thread:
    """A page of comments. `total` and `answered` count what is public in all its pages."""

    comments: list[ThreadComment]
    total: int
    answered: int
    page_obj: object
    form_url: str = ""


def thread_of(comments, places: Places, *, page: str = "1", form_url: str = "") -> Thread:
    """Return a page of the comments (a queryset), oldest first; `Http404` when there is none."""
    if not (page.isascii() and page.isdecimal() and 0 < int(page[:9]) == int(page)):
        raise Http404
    number = int(page)
    shown = comments.public_or_withdrawn().order_by("received_at", "pk").annotate(**COUNTS)
    shown = shown.select_related(*NEEDED).defer("edition_text__content")
    rows = list(shown[(number - 1) * PER_PAGE : number * PER_PAGE])
    if not rows and number > 1:
        raise Http404
    paginator = Paginator(rows, PER_PAGE)
    # Every row has the counts of all: the paginator need not ask.
    paginator.count = rows[0].shown if rows else 0
    return Thread(
        comments=thread_comments(rows, places),
        total=rows[0].total if rows else 0,
        answered=rows[0].answered if rows else 0,
        page_obj=Page(rows, number, paginator),
        form_url=form_url,
    )


def address_of(comment, places: Places) -> str:
    """Return where a public comment stands: on its passage's page, or on the hearing's. One query.

    The comment must have been selected with `passage`.
    """
    if comment.passage_id:
        address, others = places.passage(comment.passage.code), {"passage": comment.passage_id}
    else:
        address, others = hearing_url(comment.hearing), {"hearing": comment.hearing_id}
    before = Comment.objects.public_or_withdrawn().filter(
        Q(received_at__lt=comment.received_at)
        | Q(received_at=comment.received_at, pk__lt=comment.pk),
        **others,
    )
    page = before.count() // PER_PAGE + 1
    return (
        f"{address}?page={page}#b{comment.number}" if page > 1 else f"{address}#b{comment.number}"
    )


def thread_comments(comments: list, places: Places) -> list[ThreadComment]:
    """Turn comments selected with `NEEDED` into what templates show, in at most three queries."""
    language = translation.get_language()
    outcomes = public_outcomes(comments)
    words = load_words(comments, outcomes)
    changed = changed_passages(outcomes)
    wordings = wordings_by_passage(
        {c.passage_id for c in comments if c.passage_id} | {row.passage_id for row in changed},
        {c.edition_text.edition_id for c in comments} | {edition_of(o) for o in outcomes},
        language,
    )
    answers = answers_to(outcomes, words, changed, wordings, places)
    return [
        _shown(
            comment,
            words_of(comment, words["comment", comment.pk], language),
            answers.get(comment.pk),
            wordings.get((comment.edition_text.edition_id, comment.passage_id)),
            places,
        )
        for comment in comments
    ]


def _shown(comment, words, answer, wording, places) -> ThreadComment:
    shared = {
        "number": comment.number,
        "received_at": comment.received_at,
        "language": comment.language,
        "short_label": wording.short_label if wording else "",
        "passage_url": places.passage(comment.passage.code) if comment.passage_id else "",
    }
    if comment.status == CommentStatus.WITHDRAWN:
        return ThreadComment(is_public=False, is_withdrawn=True, **shared)
    return ThreadComment(
        is_public=True,
        is_withdrawn=False,
        author=author_of(comment),
        text=words.shown.text,
        text_language=words.shown.language,
        original=words.original,
        is_redacted=words.is_redacted,
        proposal=words.proposal,
        stance=comment.get_stance_display(),
        answer=answer,
        **shared,
    )


def author_of(comment) -> str:
    """Return how the sender is named in public: never a name that was not to be shown."""
    sender = getattr(comment, "sender", None)
    if comment.author_kind == AuthorKind.ASSOCIATION:
        return (sender and sender.name) or _("Association")
    if sender and sender.name and sender.name_is_public:
        return sender.name
    if sender and sender.district:
        return _("Citizen of %(district)s") % {"district": sender.district}
    return _("Citizen")
