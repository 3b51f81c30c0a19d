"""Which text of an edition a reader gets."""

from policy.models import Edition, EditionText


def text_for(edition: Edition, locale) -> EditionText | None:
    """Return the edition's text in a language, or the authoritative one where there is none.

    The caller compares `text.locale` with the page's: a text in another language is marked as such.
    """
    return edition.texts.for_readers_of(locale.id).first()
