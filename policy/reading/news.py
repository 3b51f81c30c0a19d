"""What is new in an edition for those who know the one before: by identity and hash, as frozen.

The edition before is the adopted one of the number before: between the two lie hearing versions,
which most readers have never seen.
"""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import ngettext

from policy.fates.order import moved, places_of
from policy.models import Edition, EditionKind, FateKind, Wording

from .memory import Memory

NEW, REWORDED, MOVED = (k.value for k in (FateKind.NEW, FateKind.REWORDED, FateKind.MOVED))
_news = Memory(most=64)


@dataclass(frozen=True)
class News:
    """{passage code: "new", "reworded" or "moved"} since the edition with the key `before`.

    `gone` counts the passages that the edition before had and this one has not.
    """

    before: str
    kinds: dict[str, str]
    gone: int = 0

    def count(self, kind: str) -> int:
        return sum(1 for found in self.kinds.values() if found == kind)


def news_of(edition: Edition) -> News | None:
    """Return what is new in an edition, or None where none came before it. One query, the first time.

    Both texts are frozen, so the answer is kept.
    """
    if edition.number < 2:
        return None
    return _news.get((edition.policy_id, edition.pk), lambda: _compare(edition))


def news_in_words(news: News) -> str:
    """Return "3 nye, 5 med ny ordlyd, 1 udgået"; what there is none of is left out."""
    new, reworded, moved_ = (news.count(kind) for kind in (NEW, REWORDED, MOVED))
    counts = [
        (new, ngettext("%(count)d new", "%(count)d new", new)),
        (reworded, ngettext("%(count)d reworded", "%(count)d reworded", reworded)),
        (moved_, ngettext("%(count)d moved", "%(count)d moved", moved_)),
        (news.gone, ngettext("%(count)d gone", "%(count)d gone", news.gone)),
    ]
    return ", ".join(words % {"count": count} for count, words in counts if count)


def news_beside(news: News | None, edition: Edition, page) -> dict[str, dict]:
    """Return {passage code: {"kind", "url"}} for the margin; `url` leads to the change compared."""
    if news is None:
        return {}
    url = page.comparison_url(news.before, edition.key)
    return {
        code: {"kind": kind, "url": f"{url}#p-{code}" if url else ""}
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
    rows = (
        Wording.objects.filter(edition_text__is_authoritative=True)
        .filter(
            Q(edition_text__edition=edition)
            | Q(
                edition_text__edition__policy=edition.policy_id,
                edition_text__edition__kind=EditionKind.ADOPTED,
                edition_text__edition__number=edition.number - 1,
            )
        )
        .order_by("order")
        .values_list("edition_text__edition_id", "passage__code", "kind", "sha256")
    )
    now = {code: (kind, seal) for pk, code, kind, seal in rows if pk == edition.pk}
    then = {code: (kind, seal) for pk, code, kind, seal in rows if pk != edition.pk}
    if not then:
        return None
    elsewhere = moved(
        places_of((code, kind) for code, (kind, _) in then.items()),
        places_of((code, kind) for code, (kind, _) in now.items()),
    )
    kinds = {code: _kind(code, now, then, elsewhere) for code in now}
    return News(
        before=str(edition.number - 1),
        kinds={code: kind for code, kind in kinds.items() if kind},
        gone=len(then.keys() - now.keys()),
    )


def _kind(code, now, then, elsewhere) -> str | None:
    if code not in then:
        return NEW
    if now[code][1] != then[code][1]:
        return REWORDED
    return MOVED if code in elsewhere else None
