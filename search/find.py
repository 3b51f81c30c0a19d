"""Ask the index for ids, and nothing else: what is shown is read from the tables, through `.public()`."""

from collections.abc import Iterable

from policy.models import Wording

from .backends.asked import Asked, Match
from .backends.choose import ask
from .editions import Editions
from .found import Found
from .kinds import KINDS
from .sources import SOURCES
from .wish import NEWEST, Wish

PASSAGES, EDITIONS = "passages", "editions"


def find(wish: Wish, editions: Editions) -> Found:
    """Return the ids of the hits of each kind, best first. The number of queries is fixed."""
    if not wish.question:
        return Found({kind: [] for kind in KINDS})
    answer = ask(_asked(wish, editions))
    found = Found(is_makeshift=answer.is_makeshift)
    for kind in KINDS:
        matches = _ordered(answer.rows.get(kind, []), wish)
        if kind == PASSAGES:
            ids, found.older = _passages(matches, wish, editions)
        else:
            ids = _kept(matches, SOURCES[kind].public())
        if kind == EDITIONS:
            ids.sort(key=lambda pk: pk not in editions.in_force)
        found.ids[kind] = ids
        found.count(matches, ids)
    return found


def _asked(wish: Wish, editions: Editions) -> Asked:
    free = tuple(name for name, kind in KINDS.items() if kind.is_free)
    kinds = tuple(name for name in KINDS if not (wish.is_of_a_policy and name in free))
    return Asked(
        question=wish.question,
        kinds=kinds,
        languages=None if wish.locale_code is None else (wish.locale_code,),
        editions=tuple(edition.pk for edition in editions.chosen(wish)),
        year=int(wish.year) if wish.year else None,
        labels=wish.labels,
        free=free,
    )


def _passages(matches, wish, editions) -> tuple[list[int], dict[int, list[int]]]:
    """Return wordings, one a passage: that of the edition in force, else of the newest edition.

    And the others under it, one an edition, the best first.
    """
    texts = editions.texts_for(wish)
    ids = [match.object_id for match in matches]
    if not texts or not ids:
        return [], {}
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

    of_passage: dict[int, list[Wording]] = {}
    for wording in (known[pk] for pk in ids if pk in known):
        of_passage.setdefault(wording.passage_id, []).append(wording)
    folded = [sorted(group, key=rank) for group in of_passage.values()]
    # Sorting keeps the index's order, or that of time, among equals.
    folded.sort(key=lambda group: rank(group[0])[0])
    older = {group[0].pk: _one_an_edition(group, texts) for group in folded}
    return [group[0].pk for group in folded], older


def _one_an_edition(group: list[Wording], texts) -> list[int]:
    seen, kept = {texts[group[0].edition_text_id].edition_id}, []
    for wording in group[1:]:
        edition = texts[wording.edition_text_id].edition_id
        if edition not in seen:
            seen.add(edition)
            kept.append(wording.pk)
    return kept


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
