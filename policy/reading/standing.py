"""How an edition stands to the clock and to the editions around it: what its page says at the top."""

from django.utils import timezone

from policy.models import Edition, EditionText

from .notes import notes_of


def standing_of(text: EditionText, page) -> dict:
    """Return what the top of an edition's page says.

    `text` comes from `for_readers_of`. `successor` is the edition in force since this one was: only
    asked for one that was in force. `notes` are the public notes, the withdrawal among them.
    """
    edition = text.edition
    based_on = edition.based_on
    notes = notes_of(edition, page.locale_id, page) if text.has_notes else []
    is_withdrawn = any(note.is_withdrawal for note in notes)
    is_in_force = text.in_force_id == edition.pk
    is_adopted_in_time = edition.is_adopted and not is_withdrawn
    is_coming = is_adopted_in_time and edition.in_force_from > timezone.localdate()
    is_past = is_adopted_in_time and not is_coming and not is_in_force
    return {
        "is_in_force": is_in_force,
        "is_coming": is_coming,
        "is_withdrawn": is_withdrawn,
        "successor": successor_of(edition) if is_past else None,
        "notes": notes,
        "based_on": based_on if based_on and based_on.is_public() else None,
    }


def successor_of(edition: Edition) -> Edition | None:
    """Return the edition that took over from this one, whose day has come. One query."""
    later = Edition.objects.of(edition.policy_id).newest_in_force_first()
    took_over = [
        other
        for other in later
        if (other.in_force_from, other.number) > (edition.in_force_from, edition.number)
    ]
    return took_over[-1] if took_over else None
