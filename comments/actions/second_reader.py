"""A second person reads an answer before it is public: hand it in, give it back."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.errors import NotPossible
from comments.models import DialogueSetting, Outcome, Response
from comments.states import ResponseStatus
from policy.models import Policy

from .answer_checks import check_words, lock


@transaction.atomic
def hand_in_response(*, response: Response, seen_version: int, by, at=None) -> Response:
    """Send a draft to a second reader. Nobody changes it until it is given back.

    Raises `NotPossible` when something is missing, `AlreadyDecided` when it is another by now.
    """
    found = lock(response, seen_version)
    if not found.outcomes.exists():
        raise NotPossible(_("Choose at least one comment to answer."))
    check_words(found)
    found.status, found.version = ResponseStatus.READY, found.version + 1
    found.handed_in_by, found.handed_in_at = by, at or timezone.now()
    found.returned_note = ""
    found.save(update_fields=["status", "version", "handed_in_by", "handed_in_at", "returned_note"])
    return found


@transaction.atomic
def return_response(*, response: Response, seen_version: int, by, note: str) -> Response:
    """Make it a draft again, with what the reader says. Whoever handed it in may take it back.

    Raises `NotPossible` when another gives it back without a word, `AlreadyDecided` as above.
    """
    found = lock(response, seen_version, {ResponseStatus.READY})
    note = note.strip()
    if not note and by.pk != found.handed_in_by_id:
        raise NotPossible(_("Write what should be changed."))
    found.status, found.version = ResponseStatus.DRAFT, found.version + 1
    found.returned_note = note
    found.save(update_fields=["status", "version", "returned_note"])
    return found


@transaction.atomic
def set_second_reader(*, policy: Policy, is_needed: bool, by) -> None:
    """Say whether answers in a policy's dialogue must be read by a second person."""
    values = {"needs_second_reader": is_needed}
    DialogueSetting.objects.update_or_create(policy=policy, defaults=values)


@transaction.atomic
def follow_up(
    *, outcome: Outcome, seen_on: datetime.date, by, ask_again_on: datetime.date | None = None
) -> Outcome:
    """Note that a promise for later is kept, or move the day on which it is asked about.

    `seen_on` is the day that was shown. Raises `NotPossible` when somebody was first.
    """
    found = Outcome.objects.select_for_update(of=("self",)).get(pk=outcome.pk)
    if found.follow_up_on != seen_on or found.followed_up_at:
        raise NotPossible(_("Somebody has followed up on this already."))
    if ask_again_on:
        found.follow_up_on = ask_again_on
    else:
        found.followed_up_at = timezone.now()
    found.save(update_fields=["follow_up_on", "followed_up_at"])
    return found
