"""Write a translation as wagtail-localize's own editor does, with the same checks."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.strings import StringValue, validate_translation_links

from translation.models import TranslationOrder
from translation.remembering import remember

from .pieces import Piece

LONGEST = 20_000
TITLE = "title"


def clean_words(piece: Piece, text: str) -> str:
    """Return what is stored for a text as it was written at the desk.

    Raises ValidationError for nothing, for tags that the place can't have, for a link that the Danish
    does not have, and for a title that is too long.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        raise ValidationError(_("Write the translation."))
    if "\x00" in text or len(text) > LONGEST:
        raise ValidationError(_("The text is too long, or has a character that can’t be stored."))
    path = piece.segment.context.path
    longest = Page._meta.get_field(TITLE).max_length
    if path in (TITLE, "slug") and len(text) > longest:
        raise ValidationError(_("At most %(n)s characters can stand here.") % {"n": longest})
    if not piece.has_markup:
        return StringValue.from_plaintext(text).data
    try:
        data = StringValue.from_translated_html(text).data
        validate_translation_links(piece.source, data)
    except ValueError as error:
        raise ValidationError(str(error)) from error
    return data


@transaction.atomic
def save_words(*, order: TranslationOrder, piece: Piece, data: str, by) -> StringTranslation:
    """Write the translation of a text; return its row.

    The title of an edition is also the name of the page in the admin: one of an edition that the page
    has left behind is written without telling the page.
    """
    place = {
        "translation_of": piece.segment.string,
        "locale": order.locale,
        "context": piece.segment.context,
    }
    words = {
        "data": data,
        "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
        "tool_name": "",
        "last_translated_by": by,
        "has_error": False,
        "field_error": "",
    }
    if piece.segment.context.path != TITLE or _is_live(piece):
        row, _created = StringTranslation.objects.update_or_create(**place, defaults=words)
        return row
    row = StringTranslation(**place, **words)
    (written,) = StringTranslation.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["locale", "translation_of", "context"],
        update_fields=[*words, "updated_at"],
    )
    remember([written])
    return written


def _is_live(piece: Piece) -> bool:
    segment = piece.segment
    return StringSegment.objects.filter(
        string=segment.string_id, context=segment.context_id
    ).exists()
