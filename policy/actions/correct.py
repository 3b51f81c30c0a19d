"""Correct a misprint in a frozen text: beside it, in public, with both wordings. The text stays."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from policy.errors import Refused
from policy.models import Edition, EditionNote, EditionText, NoteKind, Passage, Wording

from .notes import lock_policy, needed, write_note


@transaction.atomic
def correct(
    *,
    edition: Edition,
    passage: Passage,
    before: str,
    after: str,
    reason: str,
    user,
    at: datetime.datetime | None = None,
    text: EditionText | None = None,
) -> EditionNote:
    """Note that the words `before` in a passage are to be read as `after`, and return the note.

    `text` is the edition's text that has the misprint, the authoritative one if left out. A misprint
    of a translation is told in its language alone; words and reason are in that language.
    Raises `Refused` and changes nothing when a field is empty, the edition is not public, or the
    words are not printed in that passage of that text.
    """
    at = at or timezone.now()
    lock_policy(edition)
    text = text or edition.texts.get(is_authoritative=True)
    if text.edition_id != edition.pk:
        raise Refused(_("That text is not one of the edition’s."))
    if not edition.is_public(at):
        raise Refused(_("Only a public edition can be corrected: change the draft instead."))
    before, after = _wordings(before, after, text, passage)
    return write_note(
        edition=edition,
        kind=NoteKind.CORRECTION,
        user=user,
        reason=reason,
        at=at,
        passage=passage,
        before=before,
        after=after,
        translation=None if text.is_authoritative else text,
    )


def _wordings(before: str, after: str, text: EditionText, passage: Passage) -> tuple[str, str]:
    """Return both wordings without blanks around them; raise `Refused` for what makes no sense."""
    before = needed(before, _("Write the words as they are printed."))
    after = needed(after, _("Write how they are to be read."))
    if before == after:
        raise Refused(_("The two wordings are the same."))
    if not is_printed(before, text, passage):
        raise Refused(
            _("“%(words)s” is not printed in that passage. Copy the words from the text.")
            % {"words": before}
        )
    return before, after


def is_printed(words: str, text: EditionText, passage: Passage) -> bool:
    """Say whether the words stand in the passage, in its heading, its text or its plain words.

    Runs of blanks and line breaks count as one blank: that is how a reader copies them.
    """
    wording = Wording.objects.filter(edition_text=text, passage=passage).first()
    if wording is None:
        return False
    wanted = " ".join(words.split())
    printed = (wording.heading, wording.text, wording.plain_language)
    return any(wanted in " ".join(part.split()) for part in printed)
