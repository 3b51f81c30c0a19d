"""Earlier translations of the same Danish words, found by their hash."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import CharField, Count, F, IntegerField, Max, Min, Value
from django.utils.translation import pgettext
from wagtail_localize.models import String, StringTranslation

from translation.models import FrozenPhrase

MOST = 3  # offers for one text


@dataclass(frozen=True)
class Offer:
    """A translation that was used before: how often, and one place where."""

    text: str
    times: int
    where: str


def offers_for(places: Iterable[tuple[str, int | None]], locale) -> dict[tuple, list[Offer]]:
    """Return {(Danish words, context id): offers, the most used first}. One query for a whole screen.

    What was translated in that very place alone is no offer.
    """
    places = list(places)
    wanted = {String._get_data_hash(source): source for source, _context in places}
    found = defaultdict(list)
    for row in _rows(list(wanted), locale) if wanted else ():
        found[wanted[row["of"]]].append(row)
    return {(source, context): _offers(found[source], context) for source, context in places}


def _rows(hashes, locale):
    """Return a row for each translation: {of, said, times, first, last, title, number, draft}."""
    live = (
        StringTranslation.objects.filter(
            translation_of__locale__language_code=settings.LANGUAGE_CODE,
            translation_of__data_hash__in=hashes,
            locale=locale,
            has_error=False,
        )
        .order_by()
        .values(of=F("translation_of__data_hash"), said=F("data"))
        .annotate(
            times=Count("pk", distinct=True),
            first=Min("context"),
            last=Max("context"),
            title=Min("context__object__sources__object_repr"),
            number=Value(None, IntegerField()),
            draft=Value(None, IntegerField()),
        )
    )
    frozen = (
        FrozenPhrase.objects.filter(source_hash__in=hashes, locale=locale)
        .order_by()
        .values(of=F("source_hash"), said=F("data"))
        .annotate(
            times=Count("pk"),
            first=Value(None, IntegerField()),
            last=Value(None, IntegerField()),
            title=Min("edition_text__title", output_field=CharField()),
            number=Max("edition_text__edition__number"),
            draft=Max("edition_text__edition__draft_number"),
        )
    )
    return live.union(frozen, all=True)


def _offers(rows, context) -> list[Offer]:
    offers: dict[str, Offer] = {}
    for row in sorted(rows, key=lambda row: (row["number"] is not None, -row["times"])):
        is_own = row["number"] is None and row["first"] == row["last"] == context
        if row["said"] not in offers and not is_own:
            offers[row["said"]] = Offer(row["said"], row["times"], _where(row))
    return list(offers.values())[:MOST]


def _where(row) -> str:
    if row["number"] is None:
        return row["title"] or ""
    number = f"{row['number']}-{row['draft']}" if row["draft"] else row["number"]
    edition = pgettext("name of an edition", "edition %(number)s") % {"number": number}
    return f"{row['title']}, {edition}"
