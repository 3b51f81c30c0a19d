"""A PO file of texts, as translators' programs read it."""

from collections.abc import Iterable

import polib
from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale

from .texts import Text

SOURCE_HEADER, EDITION_HEADER = "X-Source-Language", "X-Edition"


def file_of(
    texts: Iterable[Text], locale: Locale, *, edition_id: int | None = None
) -> polib.POFile:
    """Return the file. What a machine translated is marked "fuzzy": nobody has read it yet."""
    po = polib.POFile(wrapwidth=0)
    po.metadata = {
        "Project-Id-Version": settings.WAGTAIL_SITE_NAME,
        "POT-Creation-Date": timezone.localtime().strftime("%Y-%m-%d %H:%M%z"),
        "Language": locale.language_code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        SOURCE_HEADER: settings.LANGUAGE_CODE,
    }
    if edition_id:
        po.metadata[EDITION_HEADER] = str(edition_id)
    for text in texts:
        po.append(
            polib.POEntry(
                msgctxt=text.place.context,
                msgid=text.source,
                msgstr=text.target,
                flags=["fuzzy"] if text.is_machine and text.target else [],
                comment=_about(text),
            )
        )
    return po


def _about(text: Text) -> str:
    """Say in English, as tools do, how long it may be."""
    return f"At most {text.limit} characters." if text.limit else ""
