"""Editions as a whole, and hearings."""

from django.conf import settings

from comments.models import Hearing, HearingText
from comments.reading.places import hearing_url
from policy.models import Edition, EditionText

from ..hits import Hit, Hits, grouped
from ..sources.editions import said_of_edition, said_of_hearing


def editions(hits: Hits, ids: list[int]) -> dict[int, Hit]:
    """Return {id of an edition: hit}. Two queries."""
    texts = EditionText.objects.public().filter(edition__in=ids).select_related("edition", "locale")
    by_edition = grouped(texts.defer("content", "terms"), "edition_id")
    found = Edition.objects.public().filter(pk__in=by_edition)
    return {edition.pk: _edition(hits, edition, by_edition[edition.pk]) for edition in found}


def _edition(hits: Hits, edition, texts) -> Hit:
    said = _best(texts, hits.language)
    return Hit(
        kind="editions",
        url=hits.pages.edition(edition),
        title=said.title,
        snippet=hits.snippet(said_of_edition(said)),
        language=said.locale.language_code,
        edition=edition,
        is_in_force=edition.pk in hits.editions.in_force,
        at=edition.public_from,
    )


def _best(texts, language: str):
    """Return the text in a language, else the one in force."""
    return min(
        texts, key=lambda text: (text.locale.language_code != language, not text.is_authoritative)
    )


def hearings(hits: Hits, ids: list[int]) -> dict[int, Hit]:
    """Return {id of a hearing: hit}. Three queries."""
    texts = grouped(HearingText.objects.filter(hearing__in=ids), "hearing_id")
    rows = Hearing.objects.public().filter(pk__in=ids)
    interrupted = set(rows.interrupted().values_list("pk", flat=True))
    return {
        hearing.pk: _hearing(hits, hearing, texts.get(hearing.pk, []), interrupted)
        for hearing in rows.select_related("edition")
    }


def _hearing(hits: Hits, hearing, texts, interrupted: set[int]) -> Hit:
    said = {text.language: said_of_hearing(text) for text in texts}
    language = next(
        (code for code in (hits.language, settings.LANGUAGE_CODE, *said) if code in said),
        hits.language,
    )
    return Hit(
        kind="hearings",
        hearing=hearing,
        is_open=hearing.is_open(),
        is_interrupted=hearing.pk in interrupted,
        url=hearing_url(hearing),
        title=str(hearing.name),
        snippet=hits.snippet(said.get(language, "")),
        language=language,
        edition=hearing.edition,
    )
