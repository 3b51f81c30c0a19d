"""Which text of an edition a reader gets, and what is said when it is not in her language."""

from policy.models import Edition, EditionText


def text_for(edition: Edition, locale) -> EditionText | None:
    """Return the edition's text in a language, or the authoritative one where there is none.

    The caller compares `text.locale` with the page's: a text in another language is marked as such.
    """
    texts = list(edition.texts.select_related("locale", "edition"))
    for text in texts:
        if text.locale_id == locale.id:
            return text
    return next((text for text in texts if text.is_authoritative), None)
