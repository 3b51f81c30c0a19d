"""Passages of every public edition, in every language that it has."""

from collections.abc import Iterable

from django.db.models import QuerySet

from policy.models import Wording

from ..labels import of_wordings
from .source import Source, Words


def _read(wordings: QuerySet) -> Iterable[Words]:
    found = list(
        wordings.select_related("passage", "edition_text__edition", "edition_text__locale").defer(
            "edition_text__content", "value"
        )
    )
    labels = of_wordings(found)
    for wording in found:
        edition = wording.edition_text.edition
        yield Words(
            object_id=wording.pk,
            language=wording.edition_text.locale.language_code,
            title=f"{wording.heading} {wording.number}",
            text=f"{wording.text}\n{wording.plain_language}",
            policy=edition.policy_id,
            edition=edition.pk,
            dated_at=edition.public_from,
            labels=labels.get(wording.pk, frozenset()),
        )


PASSAGES = Source("passages", lambda: Wording.objects.public(), _read)
