"""Where a passage came from: those that were split or merged into it."""

from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from policy.models import EditionText, Fate, FateReason, Wording

from .fates import ReadFate, fates_of_passage
from .memory import Memory

_ways = Memory(most=500)


@dataclass(frozen=True)
class Origin:
    """A passage whose words went into another one. `label` is in the language of `code`'s text."""

    kind: str
    code: str
    label: str
    url: str


@dataclass(frozen=True)
class Way:
    """What became of a passage ({edition id: fate}, oldest first), and whence it came."""

    fates: dict[int, ReadFate]
    origins: dict[int, list[Origin]]


def way_of(wording: Wording, page) -> Way:
    """Return the way of a wording's passage, which was selected with `counts_of_way()`.

    Fates, reasons and texts are only ever added, so their numbers tell which they are: what is kept
    under them stays right. Up to four queries the first time.
    """
    passage, locale_id = wording.passage, page.locale_id
    seen = (wording.fates_told, wording.reasons_told, wording.texts_told)
    return _ways.get(
        (page.translation_key, passage.pk, passage.code, locale_id, page.url, seen),
        lambda: Way(
            fates_of_passage(passage, locale_id, page), origins_of(passage, locale_id, page)
        ),
    )


def counts_of_way(at=None) -> dict:
    """Return annotations for a query of wordings: how much there is to know of a passage's way."""
    fates = Fate.objects.public(at).filter(
        Q(passage=OuterRef("passage")) | Q(into=OuterRef("passage"))
    )
    reasons = FateReason.objects.filter(fate__passage=OuterRef("passage"))
    texts = EditionText.objects.public(at).filter(edition__policy=OuterRef("passage__policy"))
    return {
        "fates_told": _counted(fates),
        "reasons_told": _counted(reasons),
        "texts_told": _counted(texts),
    }


def _counted(rows):
    """Return the number of a subquery's rows; grouped by a constant, since it refers outwards."""
    counted = rows.order_by().annotate(every=Value(1)).values("every")
    return Coalesce(Subquery(counted.annotate(n=Count("pk", distinct=True)).values("n")), 0)


def origins_of(passage, locale_id: int, page) -> dict[int, list[Origin]]:
    """Return {edition id: passages that were split or merged into this one there}. One query."""
    wordings = (
        Wording.objects.public()
        .annotate(
            heir=F("passage__fates__into"),
            kind_of_fate=F("passage__fates__kind"),
            at=F("passage__fates__edition"),
            base=F("passage__fates__edition__based_on"),
            known_from=F("passage__fates__edition__public_from"),
        )
        .filter(heir=passage.pk, edition_text__edition=F("base"), known_from__lte=timezone.now())
        .filter(Q(edition_text__locale_id=locale_id) | Q(edition_text__is_authoritative=True))
        .exclude(passage=passage)
        .select_related("passage", "edition_text")
        .defer("value", "text", "plain_language", "edition_text__content")
        .order_by("order")
    )
    found: dict[int, dict[int, Origin]] = {}
    for wording in wordings:
        known = found.setdefault(wording.at, {})
        if wording.passage_id not in known or wording.edition_text.locale_id == locale_id:
            known[wording.passage_id] = Origin(
                wording.kind_of_fate,
                wording.passage.code,
                str(wording.label),
                page.passage_url(wording.passage.code),
            )
    return {at: list(known.values()) for at, known in found.items()}
