"""Comments as a page shows them, twenty at a time, in a number of queries that never grows."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator
from django.db.models import Case, OuterRef, Q, When
from django.http import Http404
from django.urls import reverse
from django.utils import translation
from django.utils.translation import ngettext

from comments.models import Comment
from comments.reading import counts as counting
from comments.reading.answers import (
    Answer,
    answers_to,
    changed_passages,
    edition_of,
    public_outcomes,
)
from comments.reading.authors import author_of
from comments.reading.choice import EVERYTHING, Choice, page_number
from comments.reading.files import ShownFile, public_files
from comments.reading.origin import origin_in_words
from comments.reading.places import Places, hearing_url, wordings_by_passage
from comments.reading.proposed import public_change_of
from comments.reading.rows import read_page
from comments.reading.words import Words, load_words, words_of
from comments.states import CommentStatus
from policy.comparing import Piece
from policy.reading.fates import ReadFate, fates_of_passages, later_changes

PER_PAGE = 20


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
    # The proposal as a change of the passage; empty where it is like nothing in it.
    change: list[Piece] = field(default_factory=list)
    stance: str = ""
    origin: str = ""
    short_label: str = ""
    passage_url: str = ""
    answer: Answer | None = None
    # What became of the passage after the edition that the comment is about, oldest first.
    became: list[ReadFate] = field(default_factory=list)
    hearing_id: int = 0
    files: list[ShownFile] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return f"b{self.number}"

    @property
    def url(self) -> str:
        """Return its own address, which stays whatever becomes of threads and texts."""
        return reverse("comments:trace", args=[self.hearing_id, self.number])


@dataclass(frozen=True)
class Thread:
    """A page of comments. `total` and `answered` count what is public, whatever was chosen."""

    comments: list[ThreadComment]
    total: int
    answered: int
    page_obj: object
    choice: Choice = EVERYTHING
    form_url: str = ""
    feeds: Iterable = ()
    by_edition: dict[int, dict] = field(default_factory=dict)

    @property
    def in_words(self) -> str:
        """Say what was chosen: "12 of 150 comments: answered, newest first"."""
        if not self.choice.is_narrowed:
            return self.choice.words()
        words = ngettext(
            "%(shown)d of %(total)d comment: %(what)s",
            "%(shown)d of %(total)d comments: %(what)s",
            self.total,
        )
        shown = self.page_obj.paginator.count
        return words % {"shown": shown, "total": self.total, "what": self.choice.words()}


def thread_of(
    comments,
    places: Places,
    *,
    page: str = "1",
    form_url: str = "",
    feeds: Iterable = (),
    with_editions: bool = False,
    address: str = "",
    fates: dict[int, dict[int, ReadFate]] | None = None,
    choice: Choice = EVERYTHING,
    passage_id: int = 0,
) -> Thread:
    """Return a page of the comments (a queryset) as chosen; `Http404` when there is none.

    `passage_id` says that they are all comments about it, which makes the query cheaper; then
    `with_editions` it also tells how many are about each, and where in the thread that stands at
    `address`. `fates` ({passage id: {edition id: fate}}) are read if they are not at hand.
    """
    number = page_number(page)
    everything = comments.public_or_withdrawn()
    rows, counts = read_page(everything, choice, number, PER_PAGE, passage_id)
    if not rows and number > 1:
        raise Http404
    paginator = Paginator(rows, PER_PAGE)
    paginator.count = counts.pop("shown")  # it would ask once more
    whole = rows if len(rows) == paginator.count and not choice.is_narrowed else []
    has_editions = with_editions and (rows or choice.is_narrowed)
    return Thread(
        comments=thread_comments(rows, places, fates),
        **counts,
        page_obj=Page(rows, number, paginator),
        choice=choice,
        form_url=form_url,
        feeds=feeds,
        by_edition=counting.counts_by_edition(passage_id, whole, address, PER_PAGE)
        if has_editions
        else {},
    )


def pages_of(comment_ids) -> dict[int, int]:
    """Return {comment id: number of the page of its thread that it stands on}, in one query."""
    rows = with_pages(Comment.objects.filter(pk__in=comment_ids))
    return dict(rows.values_list("pk", "thread_page"))


def with_pages(comments):
    """Annotate comments with `thread_page`: the page of its thread that each stands on.

    A comment about a passage is counted among the passage's, any other among its hearing's.
    """
    earlier = Comment.objects.public_or_withdrawn().filter(
        Q(received_at__lt=OuterRef("received_at"))
        | Q(received_at=OuterRef("received_at"), pk__lt=OuterRef("pk"))
    )
    before = Case(
        When(passage=None, then=counting.count_of(earlier.filter(hearing=OuterRef("hearing")))),
        default=counting.count_of(earlier.filter(passage=OuterRef("passage"))),
    )
    # Whole numbers: the part of a page that is begun falls away.
    return comments.annotate(thread_page=before / PER_PAGE + 1)


def address_in_thread(address: str, number: int, page: int) -> str:
    """Return the address of a comment on a page of the thread that stands at `address`."""
    return f"{address}?page={page}#b{number}" if page > 1 else f"{address}#b{number}"


def address_of(comment, places: Places) -> str:
    """Return where a public comment stands: on its passage's page, or on the hearing's. One query.

    The comment must have been selected with `passage` and `hearing`.
    """
    code = comment.passage.code if comment.passage_id else ""
    address = places.passage(code) if code else hearing_url(comment.hearing)
    return address_in_thread(address, comment.number, pages_of([comment.pk])[comment.pk])


def thread_comments(comments: list, places: Places, fates=None) -> list[ThreadComment]:
    """Turn comments selected with `NEEDED` into what templates show, in at most seven queries."""
    language = translation.get_language()
    passages = {c.passage_id for c in comments if c.passage_id}
    outcomes = public_outcomes(comments)
    words = load_words(comments, outcomes)
    changed = changed_passages(outcomes)
    wordings = wordings_by_passage(
        passages | {row.passage_id for row in changed},
        {c.edition_text.edition_id for c in comments} | {edition_of(o) for o in outcomes},
        language,
    )
    answers = answers_to(outcomes, words, changed, wordings, places)
    files = public_files(comments)
    if fates is None:
        fates = fates_of_passages(passages, places.page.locale_id, places.page)
    return [
        _shown(
            comment,
            words_of(comment, words["comment", comment.pk], language),
            answers.get(comment.pk),
            wordings.get((comment.edition_text.edition_id, comment.passage_id)),
            places,
            later_changes(fates.get(comment.passage_id, {}), comment.edition_text.edition_id),
            files.get(comment.pk, []),
        )
        for comment in comments
    ]


def _shown(comment, words, answer, wording, places, became, files) -> ThreadComment:
    shared = {
        "number": comment.number,
        "hearing_id": comment.hearing_id,
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
        change=public_change_of(comment.wording, words.proposal),
        stance=comment.get_stance_display(),
        origin=origin_in_words(comment.source),
        answer=answer,
        became=became,
        files=files,
        **shared,
    )
