"""What is said in public of an edition after it was frozen: written once, in Danish, then translated.

Only a misprint that a translation alone has is told in that language, and in no other.
"""

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Locale

from policy.errors import Refused
from policy.models import Edition, EditionNote, EditionNoteText, Policy

LONGEST = 2000  # characters of a reason or a quoted wording


def lock_policy(edition: Edition) -> None:
    """Hold the policy's row until the transaction ends, as freezing does."""
    Policy.objects.select_for_update().get(pk=edition.policy_id)


def write_note(
    *,
    edition,
    kind,
    user,
    reason,
    at,
    passage=None,
    about="",
    before="",
    after="",
    translation=None,
) -> EditionNote:
    """Write a note with its text and return it. Raises `Refused` without a reason.

    The text is Danish, or in the language of the `translation` that alone has the misprint.
    """
    danish = {"language_code": settings.LANGUAGE_CODE}
    note = EditionNote.objects.create(
        edition=edition,
        kind=kind,
        passage=passage,
        about=about,
        made_by=user,
        made_at=at,
        translation=translation,
    )
    EditionNoteText.objects.create(
        note=note,
        locale=translation.locale if translation else Locale.objects.get(**danish),
        text=needed(reason, _("Write the reason.")),
        before=before,
        after=after,
    )
    return note


def needed(words: str, missing: str) -> str:
    """Return the words without blanks around them; raise `Refused` when there are none or too many."""
    words = words.strip()
    if not words:
        raise Refused(missing)
    if len(words) > LONGEST:
        raise Refused(_("Write at most %(n)s characters.") % {"n": LONGEST})
    return words
