"""What policy pages show of the dialogue. Registered in `apps.ready()`, see `policy.companions`."""

import datetime
from dataclasses import dataclass

from django.db.models import Case, Count, DateTimeField, Q, UUIDField, When
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.behind import comments_behind
from comments.feeds import feed_link, passage_feed_url, policy_feed_url
from comments.models import Comment, Hearing
from comments.reading.choice import read_choice
from comments.reading.interrupted import interrupted_drafts
from comments.reading.places import Places, form_url, form_url_around, hearing_url
from comments.states import CommentStatus, ResponseStatus
from comments.threads import Thread, thread_of
from policy import companions
from policy.models import Edition
from policy.reading.origins import way_of
from policy.reading.prepared import prepared
from policy.reading.texts import codes_of

# What pages show of an open hearing, in the order of the model's fields; the other columns are read
# if somebody asks for them.
HEARING_FIELDS = ["id", "kind", "edition_id", "opens_at", "closes_at", "answers_due"]
EDITION_FIELDS = ["id", "policy_id", "kind", "number", "draft_number", "public_from"]


@dataclass(frozen=True)
class OpenHearing:
    """The policy's open hearing, as its editions' pages tell of it."""

    hearing: Hearing
    url: str
    edition_url: str
    whole_url: str
    is_this_edition: bool

    @property
    def ends_at(self):
        return self.hearing.ends_at


@dataclass(frozen=True)
class ListedHearing:
    """A hearing in the list of editions; counts are of public comments.

    `ends_at` is None where it does not close.
    """

    opens_at: datetime.datetime
    ends_at: datetime.datetime | None
    is_standing: bool
    is_open: bool
    url: str
    form_url: str
    comments: int
    answered: int


def register() -> None:
    """Put the dialogue's answers into the policy's list of questions."""
    companions.register_edition("hearing", open_hearing)
    companions.register_edition("interrupted", interrupted_hearing)
    companions.register_edition("standing", standing_dialogue)
    companions.register_passages("dialogue", dialogue)
    companions.register_passages("comment_url", comment_urls)
    companions.register_thread("dialogue", passage_thread)
    companions.register_changes("comments", comments_behind)
    companions.register_editions("hearing", hearings_of_editions)


def open_hearing(edition_text, page) -> OpenHearing | None:
    """Return the policy's open hearing, the newest if there are several."""
    return _newest(_hearings(edition_text, page), edition_text, page)


def standing_dialogue(edition_text, page) -> OpenHearing | None:
    """Return the policy's standing dialogue, unless a hearing is open: then that is where to write."""
    found = _in_hearing(edition_text, page)
    standing = {code: hearing for code, hearing in found.items() if hearing.is_standing}
    return _newest(standing, edition_text, page)


def interrupted_hearing(edition_text, page) -> OpenHearing | None:
    """Return the policy's hearing that was interrupted and may go on, unless another is open."""
    if _hearings(edition_text, page):
        return None
    return _newest(edition_text._interrupted, edition_text, page)


def _hearings(edition_text, page) -> dict[str, Hearing]:
    found = _in_hearing(edition_text, page)
    return {code: hearing for code, hearing in found.items() if not hearing.is_standing}


def _newest(hearings: dict[str, Hearing], edition_text, page) -> OpenHearing | None:
    if not hearings:
        return None
    hearing = max(hearings.values(), key=lambda hearing: (hearing.opens_at, hearing.pk))
    return OpenHearing(
        hearing=hearing,
        url=hearing_url(hearing),
        edition_url=Places(page).edition(hearing.edition),
        whole_url=form_url(hearing),
        is_this_edition=hearing.edition_id == edition_text.edition_id,
    )


def hearings_of_editions(editions, page) -> dict[int, ListedHearing]:
    """Return {edition id: its hearing} of those whose hearing has begun. One query."""
    is_public = Q(comments__status=CommentStatus.PUBLISHED)
    is_answered = is_public & Q(comments__outcome__response__status=ResponseStatus.PUBLISHED)
    hearings = (
        Hearing.objects.public()
        .filter(edition__in=editions)
        .annotate(
            said=Count("comments", filter=is_public, distinct=True),
            answered=Count("comments", filter=is_answered, distinct=True),
        )
    )
    return {
        hearing.edition_id: ListedHearing(
            opens_at=hearing.opens_at,
            ends_at=hearing.ends_at,
            is_standing=hearing.is_standing,
            is_open=hearing.is_open(),
            url=hearing_url(hearing),
            form_url=form_url(hearing),
            comments=hearing.said,
            answered=hearing.answered,
        )
        for hearing in hearings
    }


def dialogue(edition_text, page) -> dict[str, dict[str, int]]:
    """Return {passage code: {"comments", "answered"}}. One query."""
    return Comment.objects.counts_by_passage(page.translation_key)


def comment_urls(edition_text, page) -> dict[str, str]:
    """Return {passage code: address of its form} for what is in an open hearing."""
    bases = {}
    urls = {}
    for code, hearing in _in_hearing(edition_text, page).items():
        if hearing.pk not in bases:
            bases[hearing.pk] = form_url_around(hearing)
        before, after = bases[hearing.pk]
        urls[code] = f"{before}{code}{after}"
    return urls


def passage_thread(wording, page, request, editions=()) -> Thread:
    """Return the comments about a passage in all editions and languages, with their answers."""
    hearing = _in_hearing(wording.edition_text, page).get(wording.passage.code)
    return thread_of(
        Comment.objects.about(wording.passage),
        Places(page),
        page=request.GET.get("page", "1"),
        choice=read_choice(request.GET),
        feeds=[
            feed_link(
                passage_feed_url(page.translation_key, wording.passage.code), _("The passage")
            ),
            feed_link(policy_feed_url(page.translation_key), _("The whole policy")),
        ],
        form_url=form_url(hearing, wording.passage.code) if hearing else "",
        with_editions=bool(editions),
        address=page.passage_url(wording.passage.code),
        # The page has read them already for the life of the passage.
        fates={wording.passage_id: way_of(wording, page).fates},
        passage_id=wording.passage_id,
    )


def _in_hearing(edition_text, page) -> dict[str, Hearing]:
    """Return {passage code: hearing} of what is open for comments, the newest hearing last.

    The standing dialogue waits while a hearing is open, so that all is said in one place.
    One query for a page, though several questions need it: kept on the text that is being shown.
    Which passages a frozen text has is asked once in a process.
    """
    if not hasattr(edition_text, "_in_hearing"):
        read = _read_in_hearing(page)
        edition_text._in_hearing, edition_text._interrupted = _in_turn(read[True]), read[False]
    return edition_text._in_hearing


def _in_turn(found: dict[str, Hearing]) -> dict[str, Hearing]:
    heard = {code: hearing for code, hearing in found.items() if not hearing.is_standing}
    return heard or found


def _read_in_hearing(page) -> dict[bool, dict[str, Hearing]]:
    """Return the passages of open hearings by True, of interrupted ones by False."""
    found: dict[bool, dict[str, Hearing]] = {True: {}, False: {}}
    for is_open, text_id, *values in _hearings_now(policy=page.translation_key, at=timezone.now()):
        found[bool(is_open)] |= dict.fromkeys(codes_of(text_id), _hearing(values))
    return found


@prepared(policy=UUIDField(), at=DateTimeField())
def _hearings_now(policy, at):
    is_open = {"closes_at__gte": Now()}
    return (
        Hearing.objects.of_policy(policy)
        .filter(
            Q(**is_open) | Q(edition__in=interrupted_drafts(policy, at)),
            edition__texts__is_authoritative=True,
            opens_at__lte=Now(),
        )
        .annotate(is_open=Case(When(**is_open, then=True), default=False))
        # "standing" comes after "hearing", and what comes last is kept: so it is asked for first.
        .order_by("-kind", "opens_at", "edition")
        .values_list(
            "is_open",
            "edition__texts",
            *HEARING_FIELDS,
            *(f"edition__{name}" for name in EDITION_FIELDS),
        )
    )


def _hearing(values) -> Hearing:
    ends = len(HEARING_FIELDS)
    hearing = Hearing.from_db(None, HEARING_FIELDS, values[:ends])
    hearing.edition = Edition.from_db(None, EDITION_FIELDS, values[ends:])
    return hearing
