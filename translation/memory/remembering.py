"""Keep how an edition was translated: wagtail-localize's own rows change with the next correction."""

from collections.abc import Iterable

from wagtail_localize.models import String

from translation.exchange.texts import Text
from translation.models import FrozenPhrase


def remember(edition_text, texts: Iterable[Text]) -> None:
    """Keep the translations that were frozen with an edition's text. One statement."""
    pairs = {(String._get_data_hash(text.source), text.target) for text in texts if text.target}
    FrozenPhrase.objects.bulk_create(
        FrozenPhrase(
            edition_text=edition_text,
            locale_id=edition_text.locale_id,
            source_hash=source_hash,
            data=data,
        )
        for source_hash, data in sorted(pairs, key=str)
    )
