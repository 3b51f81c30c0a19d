"""You said, we did: the last hearing that led to an edition, in figures and in one example."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, F, Q
from django.db.models.functions import Now

from comments.models import Comment, CommentText, Hearing, HearingKind
from comments.reading.places import Places, hearing_url, result_url
from comments.reading.words import words_of
from comments.states import ResponseStatus, Result
from comments.threads import author_of
from policy.models import Edition, Wording

from .words import Piece, first_change

IN_TIME = datetime.timedelta(weeks=4)
CANDIDATES = 40
LONG = 240  # characters of a comment that still fit on the home page
CHANGED = (Result.CHANGED, Result.PARTLY)


@dataclass(frozen=True)
class Pair:
    """One comment, and the words that it changed."""

    number: int
    author: str
    text: str
    language: str
    short_label: str
    url: str
    pieces: list[Piece]
    pieces_language: str


@dataclass(frozen=True)
class Results:
    """Counts are of public comments; `answered` within four weeks of the hearing's close."""

    hearing: Hearing
    edition: Edition
    url: str
    edition_url: str
    received: int
    changed: int
    answered: int
    pair: Pair | None


def last_results(policy_id, places: Places, language: str) -> Results | None:
    """Return the results, or None before a hearing led to a public edition. At most seven queries."""
    edition = (
        Edition.objects.of(policy_id)
        .public()
        .adopted()
        .not_withdrawn()
        .filter(based_on__hearing__kind=HearingKind.HEARING, based_on__hearing__closes_at__lt=Now())
        .select_related("based_on__hearing")
        .order_by("-number")
        .first()
    )
    if edition is None:
        return None
    hearing = edition.based_on.hearing
    return Results(
        hearing=hearing,
        edition=edition,
        url=result_url(hearing) or hearing_url(hearing),
        edition_url=places.edition(edition),
        pair=_pair(hearing, edition, places, language),
        **_figures(hearing),
    )


def _figures(hearing) -> dict[str, int]:
    is_answered = Q(outcome__response__status=ResponseStatus.PUBLISHED)
    in_time = Q(outcome__response__published_at__lte=hearing.closes_at + IN_TIME)
    return (
        Comment.objects.public()
        .filter(hearing=hearing)
        .aggregate(
            received=Count("pk"),
            changed=Count("pk", filter=is_answered & Q(outcome__result__in=CHANGED)),
            answered=Count("pk", filter=is_answered & in_time),
        )
    )


def _pair(hearing, edition, places, language) -> Pair | None:
    """Return the best example: a comment that quotes the words that went, or else the first."""
    comments = list(_candidates(hearing, edition))
    texts: dict[int, list] = {}
    for text in CommentText.objects.public().filter(comment__in=comments):
        texts.setdefault(text.comment_id, []).append(text)
    passages = {comment.passage_id for comment in comments}
    after = _wordings(passages, edition, language)
    before = _wordings(passages, hearing.edition, language)
    pairs = []
    for comment in comments:
        old, new = before.get(comment.passage_id), after.get(comment.passage_id)
        if old and new:
            said = words_of(comment, texts.get(comment.pk, []), language).shown
            pairs.append(_made(comment, said, old, new, places))
    fitting = [pair for pair in pairs if pair.pieces and 0 < len(pair.text) <= LONG]
    return max(fitting, key=_worth, default=None)


def _candidates(hearing, edition):
    """Return public comments that changed the very passage that they are about."""
    return (
        Comment.objects.public()
        .filter(
            hearing=hearing,
            outcome__response__status=ResponseStatus.PUBLISHED,
            outcome__result__in=CHANGED,
            outcome__edition=edition,
            outcome__passages=F("passage"),
        )
        .select_related("hearing", "sender", "passage")
        .order_by("number")[:CANDIDATES]
    )


def _wordings(passages, edition, language) -> dict[int, Wording]:
    """Return {passage id: wording}, in Danish where the language has none. One query."""
    wordings = (
        Wording.objects.public()
        .filter(
            passage__in=passages,
            edition_text__edition=edition,
            edition_text__locale__language_code__in=[language, settings.LANGUAGE_CODE],
        )
        .select_related("edition_text__locale")
        .defer("edition_text__content")
    )
    found: dict[int, Wording] = {}
    for wording in wordings:
        is_wanted = wording.edition_text.locale.language_code == language
        if is_wanted or wording.passage_id not in found:
            found[wording.passage_id] = wording
    return found


def _made(comment, said, old, new, places) -> Pair:
    same_language = old.edition_text.locale_id == new.edition_text.locale_id
    return Pair(
        number=comment.number,
        author=author_of(comment),
        text=said.text,
        language=said.language,
        short_label=str(new.short_label),
        url=f"{places.passage(comment.passage.code)}#b{comment.number}",
        pieces=first_change(old.text, new.text) if same_language else [],
        pieces_language=new.edition_text.locale.language_code,
    )


def _worth(pair: Pair) -> tuple:
    """Rank the examples: words that the comment quotes went out; then the lowest number."""
    removed = " ".join(piece.text for piece in pair.pieces if piece.kind == "removed")
    words = removed.lower().strip(" .,;:")
    return len(words.split()) > 1 and words in pair.text.lower(), -pair.number
