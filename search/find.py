"""Ask the index for ids, and nothing else: what is shown is read from the tables, through `.public()`."""

from collections.abc import Iterable

from wagtail.models import Page

from comments.models import Comment, Response
from policy.models import Wording

from .backends.asked import Asked, Match
from .backends.choose import ask
from .editions import Editions
from .wish import NEWEST, Kind, Wish


def find(wish: Wish, editions: Editions) -> tuple[dict[Kind, list[int]], bool]:
    """Return the ids of the hits of each kind, best first, and whether Elasticsearch was away.

    The number of queries is fixed.
    """
    if not wish.question:
        return {kind: [] for kind in Kind}, False
    chosen = tuple(edition.pk for edition in editions.chosen(wish))
    # Pages belong to no hearing.
    kinds = [kind for kind in Kind if not (wish.hearings and kind is Kind.PAGES)]
    answer = ask(
        Asked(
            question=wish.question,
            kinds=tuple(kind.value for kind in kinds),
            languages=None if wish.locale_code is None else (wish.locale_code,),
            editions=chosen,
        )
    )
    rows = {kind.value: _ordered(answer.rows.get(kind.value, []), wish) for kind in Kind}
    found = {
        Kind.PASSAGES: _passages(rows["passages"], wish, editions),
        Kind.COMMENTS: _kept(rows["comments"], Comment.objects.public()),
        Kind.RESPONSES: _kept(rows["responses"], Response.objects.public()),
        Kind.PAGES: _kept(rows["pages"], Page.objects.live().public()),
    }
    return found, answer.is_makeshift


def _passages(matches: list[Match], wish: Wish, editions: Editions) -> list[int]:
    """Return wordings, one a passage: that of the edition in force, else of the newest edition."""
    texts = editions.texts_for(wish)
    ids = [match.object_id for match in matches]
    if not texts or not ids:
        return []
    wordings = Wording.objects.public().filter(pk__in=ids, edition_text__in=list(texts))
    known = {w.pk: w for w in wordings.only("pk", "passage_id", "edition_text_id")}
    order = {edition.pk: place for place, edition in enumerate(editions.all)}

    def rank(wording) -> tuple:
        text = texts[wording.edition_text_id]
        return (
            text.edition_id not in editions.in_force,
            order[text.edition_id],
            text.locale.language_code != wish.own_language,
        )

    best: dict[int, Wording] = {}
    for wording in (known[pk] for pk in ids if pk in known):
        other = best.get(wording.passage_id)
        if other is None or rank(wording) < rank(other):
            best[wording.passage_id] = wording
    # Sorting keeps the index's order, or that of time, among equals.
    return [wording.pk for wording in sorted(best.values(), key=lambda w: rank(w)[0])]


def _ordered(matches: list[Match], wish: Wish) -> list[Match]:
    """Return the newest first where that is asked for; what has no date stands last."""
    if wish.order != NEWEST:
        return matches
    return sorted(
        matches, key=lambda m: m.dated_at.timestamp() if m.dated_at else 0.0, reverse=True
    )


def _kept(matches: Iterable[Match], public) -> list[int]:
    """Return each object once, without those that are not public any more: the index may be behind."""
    ids = list(dict.fromkeys(match.object_id for match in matches))
    allowed = set(public.filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()
    return [pk for pk in ids if pk in allowed]
