"""Which language is the source: the one that is adopted and in force."""

from django.conf import settings


def is_source_page(page) -> bool:
    """Tell whether the page holds the authoritative text and not a translation of it."""
    return page.locale.language_code == settings.LANGUAGE_CODE
