"""Public editions as a whole, and hearings: by their names, what they are for, and case numbers."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation

from comments.models import Hearing, HearingText
from policy.models import Edition, EditionText

from .source import Source, Words


def _read_editions(editions: QuerySet) -> Iterable[Words]:
    texts = EditionText.objects.public().filter(edition__in=editions)
    for text in texts.select_related("edition", "locale").defer("content", "terms"):
        edition, language = text.edition, text.locale.language_code
        yield Words(
            edition.pk,
            language,
            f"{text.title} {_name(edition, language)}",
            said_of_edition(text),
            edition.policy_id,
            edition.pk,
            edition.public_from,
        )


def said_of_edition(text: EditionText) -> str:
    """Return what an edition's text says about itself."""
    parts = (text.introduction, text.note, text.adopted_by, text.edition.case_number)
    return "\n".join(part for part in parts if part)


def _read_hearings(hearings: QuerySet) -> Iterable[Words]:
    found = {hearing.pk: hearing for hearing in hearings.select_related("edition")}
    said = {(pk, settings.LANGUAGE_CODE): "" for pk in found}
    for text in HearingText.objects.filter(hearing__in=list(found)):
        said[text.hearing_id, text.language] = said_of_hearing(text)
    for (pk, language), words in said.items():
        hearing, edition = found[pk], found[pk].edition
        yield Words(
            pk,
            language,
            _name(hearing, language),
            f"{words}\n{edition.case_number}",
            edition.policy_id,
            edition.pk,
            hearing.opens_at,
        )


def said_of_hearing(text: HearingText) -> str:
    """Return what is said about a hearing in a language: what it is for, questions, who is invited."""
    return "\n".join(part for part in (text.purpose, text.questions, text.invited) if part)


def _name(thing: Edition | Hearing, language: str) -> str:
    with translation.override(language):
        return str(thing.name)


EDITIONS = Source("editions", lambda: Edition.objects.public(), _read_editions)
HEARINGS = Source("hearings", lambda: Hearing.objects.public(), _read_hearings)
