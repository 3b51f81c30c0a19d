"""Say a public note in another language."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from policy.errors import Refused
from policy.models import EditionNote, EditionNoteText

from .notes import lock_policy, needed


@transaction.atomic
def translate_note(*, note: EditionNote, locale: Locale, text: str) -> EditionNoteText:
    """Write the note's reason in a language and return the text. A correction's wordings stay Danish.

    Raises `Refused` when there are no words or the note has a text in that language: like the
    edition itself it is written once. A misprint of a translation concerns no other language.
    """
    lock_policy(note.edition)
    if note.translation_id:
        raise Refused(
            _("Only the translation has that misprint: it is told in that language alone.")
        )
    if note.texts.filter(locale=locale).exists():
        raise Refused(_("The note has a text in that language already."))
    return EditionNoteText.objects.create(
        note=note, locale=locale, text=needed(text, _("Write the reason."))
    )
