"""Which text of an edition a reader gets."""

from django.db.models import Subquery

from policy.models import Edition, EditionText
from policy.promises import promises_said


def text_for(edition: Edition, locale, *, whole: bool = True) -> EditionText | None:
    """Return the edition's text in a language, or the authoritative one where there is none.

    The caller compares `text.locale` with the page's: a text in another language is marked as such.
    """
    texts = edition.texts.for_readers_of(locale.id)
    return (texts if whole else texts.defer("content", "terms")).first()


def text_in_force(page, *, whole: bool = True) -> EditionText | None:
    """Return what a reader of this page gets of the edition in force; None before there is one.

    Its content is loaded now, or with `whole=False` when it is asked for (see `reading.texts`).
    """
    in_force = Edition.objects.of(page.translation_key).newest_in_force_first()
    texts = EditionText.objects.readable_in(page.locale_id)
    text = _loading(texts, whole).filter(edition=Subquery(in_force.values("pk")[:1])).first()
    if text:
        # What `for_readers_of` would find out again in the same query.
        text.in_force_id = text.edition_id
    return text


def public_text(
    page, number: int, draft_number: int | None, *, whole: bool = True
) -> EditionText | None:
    """Return what a reader of this page gets of one public edition; None if there is none such."""
    texts = EditionText.objects.public().for_readers_of(page.locale_id)
    return (
        _loading(texts, whole)
        .filter(
            edition__policy=page.translation_key,
            edition__number=number,
            edition__draft_number=draft_number,
        )
        .first()
    )


def _loading(texts, whole: bool):
    texts = texts.annotate(**promises_said("edition__policy"))
    return texts if whole else texts.defer("content", "terms")
