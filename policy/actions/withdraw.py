"""Withdraw an edition: from that instant it is not in force. Its text and its address stay."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from policy import objections
from policy.errors import Refused
from policy.models import Edition, EditionNote, NoteKind
from policy.signals import edition_withdrawn

from .notes import lock_policy, write_note


@transaction.atomic
def withdraw(
    *, edition: Edition, user, reason: str, at: datetime.datetime | None = None
) -> EditionNote:
    """Withdraw a public edition for a reason in Danish, and return the public note of it.

    The edition before it is in force again by the same clock; that is computed and never stored.
    Raises `Refused` and changes nothing when there is no reason, the edition is not public or was
    withdrawn before, or somebody has an objection (a hearing of it is open).
    """
    at = at or timezone.now()
    lock_policy(edition)
    if not edition.is_public(at):
        raise Refused(_("Only a public edition can be withdrawn."))
    if edition.notes.filter(kind=NoteKind.WITHDRAWAL).exists():
        raise Refused(_("The edition is withdrawn already."))
    said = objections.to_withdrawing(edition, at)
    if said:
        raise Refused(" ".join(said))
    note = write_note(edition=edition, kind=NoteKind.WITHDRAWAL, user=user, reason=reason, at=at)
    edition_withdrawn.send(sender=Edition, edition=edition, note=note)
    return note
