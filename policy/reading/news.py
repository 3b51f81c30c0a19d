"""What is new in an edition for those who know the one before: by identity and hash, as frozen.

The edition before is the adopted one of the number before: between the two lie hearing versions,
which most readers have never seen.
"""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import ngettext

from policy.comparing.steps import living_heirs, steps_between
from policy.comparing.summary import words_of
from policy.english.joining import joined
from policy.fates.order import moved, places_of
from policy.models import Edition, EditionKind, FateKind, Wording

from .memory import Memory

NEW, REWORDED, MOVED = (k.value for k in (FateKind.NEW, FateKind.REWORDED, FateKind.MOVED))
SPLIT, MERGED = FateKind.SPLIT.value, FateKind.MERGED.value
_news = Memory(most=64)


@dataclass(frozen=True)
class Ended:
    """How many passages of the edition before were split, merged into others, or are simply gone."""

    split: int = 0
    merged: int = 0
    gone: int = 0


@dataclass(frozen=True)
class News:
    """{passage code: "new", "reworded", "moved", "split" or "merged"} since the edition `before`.

    "split" lives on with a part of its words; "merged" took over another's and is else as it was.
    `heirs` is {passage code: "split" or "merged"} of all that took over words from another passage.
    """

    before: str
    kinds: dict[str, str]
    ended: Ended
    heirs: dict[str, str] = field(default_factory=dict)

    @property
    def gone(self) -> int:
        return self.ended.gone

    def count(self, kind: str) -> int:
        return sum(1 for found in self.kinds.values() if found == kind)


def news_of(edition: Edition) -> News | None:
    """Return what is new in an edition, or None where none came before it. Two queries, the first time.

    Both texts are frozen, so the answer is kept.
    """
    if edition.number < 2:
        return None
    return _news.get((edition.policy_id, edition.pk), lambda: _compare(edition))


def news_in_words(news: News) -> str:
    """Return "3 nye, 5 med ny ordlyd, 1 delt, 1 udgået"; what there is none of is left out."""
    new, reworded, moved_ = (news.count(kind) for kind in (NEW, REWORDED, MOVED))
    gone, split, merged = news.gone, news.ended.split, news.ended.merged
    counts = [
        (new, ngettext("%(count)d new", "%(count)d new", new)),
        (reworded, ngettext("%(count)d reworded", "%(count)d reworded", reworded)),
        (moved_, ngettext("%(count)d moved", "%(count)d moved", moved_)),
        (split, words_of(SPLIT, split)),
        (merged, words_of(MERGED, merged)),
        (gone, ngettext("%(count)d gone", "%(count)d gone", gone)),
    ]
    return joined(", ", (words % {"count": count} for count, words in counts if count))


def news_beside(news: News | None, edition: Edition, page) -> dict[str, dict]:
    """Return {passage code: {"kind", "heir_of", "url"}} for the margin.

    `heir_of` is "split" or "merged" where words came from another passage; `url` leads to the change.
    """
    if news is None:
        return {}
    url = page.comparison_url(news.before, edition.key)
    return {
        code: {
            "kind": kind,
            "heir_of": news.heirs.get(code, ""),
            "url": f"{url}#p-{code}" if url else "",
        }
        for code, kind in news.kinds.items()
    }


def news_list(news: News | None, edition: Edition, page) -> dict:
    """Return what the list of news says: in words, since which edition, and where all is compared."""
    if news is None:
        return {}
    before = Edition(kind=EditionKind.ADOPTED, number=edition.number - 1)
    return {
        "news_words": news_in_words(news),
        "news_before": before.name,
        "news_url": page.comparison_url(news.before, edition.key),
    }


def _compare(edition: Edition) -> News | None:
    rows = _rows(edition)
    now = {code: (kind, seal) for pk, _at, _uuid, code, kind, seal in rows if pk == edition.pk}
    then = {code: (kind, seal) for pk, _at, _uuid, code, kind, seal in rows if pk != edition.pk}
    if not then:
        return None
    before = next(Edition(pk=pk, frozen_at=at) for pk, at, *_rest in rows if pk != edition.pk)
    codes = {str(uuid): code for _pk, _at, uuid, code, *_rest in rows}
    told, heirs = _passed_on(before, edition, codes, now)
    kinds = _kinds(now, then)
    for code, how in heirs.items():
        kinds[code] = kinds[code] or (MERGED if how == MERGED else None)
    kinds |= {code: SPLIT for code, how in told.items() if how == SPLIT and code in now}
    left = then.keys() - now.keys()
    split = sum(how == SPLIT for how in told.values())
    merged = sum(told.get(code) == MERGED for code in left)
    return News(
        before=str(edition.number - 1),
        kinds={code: kind for code, kind in kinds.items() if kind},
        ended=Ended(split, merged, sum(code not in told for code in left)),
        heirs=heirs,
    )


def _rows(edition: Edition) -> list[tuple]:
    """Return (edition id, frozen at, uuid, code, kind, seal) of both texts, in reading order."""
    before = {
        "policy": edition.policy_id,
        "kind": EditionKind.ADOPTED,
        "number": edition.number - 1,
    }
    of_before = Q(**{f"edition_text__edition__{name}": value for name, value in before.items()})
    names = ("edition_id", "edition__frozen_at")
    return list(
        Wording.objects.filter(edition_text__is_authoritative=True)
        .filter(Q(edition_text__edition=edition) | of_before)
        .order_by("order")
        .values_list(
            *(f"edition_text__{name}" for name in names),
            "passage__uuid",
            "passage__code",
            "kind",
            "sha256",
        )
    )


def _passed_on(before, edition, codes, now) -> tuple[dict[str, str], dict[str, str]]:
    """Return {code: "split" or "merged"} of what was, and the same of what took over its words. One query."""
    told: dict[str, str] = {}
    into: dict[str, set[str]] = {}
    for step in steps_between(before, edition):
        for uuid, fate in step.fates.items():
            if fate.kind in (SPLIT, MERGED):
                told[uuid], into[uuid] = fate.kind, fate.into
    alive = {uuid for uuid, code in codes.items() if code in now}
    heirs = {
        codes[heir]: how
        for uuid, how in told.items()
        if uuid in codes
        for heir in living_heirs(uuid, into, alive) - {uuid}
    }
    return {codes[uuid]: how for uuid, how in told.items() if uuid in codes}, heirs


def _kinds(now, then) -> dict[str, str | None]:
    """Return {code: how a passage of the text now differs from the one before, by words and place}."""
    elsewhere = moved(
        places_of((code, kind) for code, (kind, _) in then.items()),
        places_of((code, kind) for code, (kind, _) in now.items()),
    )
    return {code: _kind(code, now, then, elsewhere) for code in now}


def _kind(code, now, then, elsewhere) -> str | None:
    if code not in then:
        return NEW
    if now[code][1] != then[code][1]:
        return REWORDED
    return MOVED if code in elsewhere else None
