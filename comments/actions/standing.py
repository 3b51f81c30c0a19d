"""The standing dialogue: comments on what is in force, outside hearings too.

One row for each edition that is or will be in force. Their dates are set when an edition is adopted
or withdrawn, so that one ends and the next begins by the clock, in every process at once.
"""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.errors import NotPossible
from comments.models import (
    NEVER,
    DialogueSetting,
    Hearing,
    HearingEvent,
    HearingEventKind,
    HearingKind,
    HearingText,
)
from comments.signals import hearing_created
from comments.turns import Turn, turns_from
from policy.models import Policy

from .hearing import Texts, texts_of

# The instant of closing belongs to a period, so the old one ends this much before the new one begins.
TICK = datetime.timedelta(microseconds=1)


@transaction.atomic
def open_standing_dialogue(
    *, policy: Policy, purposes: Texts, rules: Texts | None = None, user, at=None
) -> Hearing:
    """Take comments on what is in force from now on, and return the dialogue on it.

    Where it is open already, its words become these. Raises `NotPossible` without a purpose in
    Danish, and where no edition is in force.
    """
    at = at or timezone.now()
    words = texts_of(purpose=purposes, rules=rules)
    _lock(policy)
    turns = turns_from(policy.pk, at)
    if not turns or turns[0].begins > at:
        raise NotPossible(_("No edition is in force yet, so there is nothing to comment on."))
    DialogueSetting.objects.update_or_create(policy=policy, defaults={"is_always_open": True})
    _arrange(policy, turns, words, user, at)
    found = Hearing.objects.select_related("edition").get(edition=turns[0].edition)
    for dialogue in _rows(policy).values():
        if not dialogue.is_closed(at):
            _write(dialogue, words)
    return found


@transaction.atomic
def close_standing_dialogue(*, policy: Policy, user, at=None) -> None:
    """Take no more comments outside hearings. What was said stays, and can be answered."""
    at = at or timezone.now()
    _lock(policy)
    DialogueSetting.objects.update_or_create(policy=policy, defaults={"is_always_open": False})
    for dialogue in _rows(policy).values():
        if dialogue.opens_at > at:
            dialogue.delete()
        elif dialogue.is_open(at):
            _move(dialogue, HearingEventKind.ENDED, at, user, at)


@transaction.atomic
def follow_what_is_in_force(*, policy_id, at=None) -> None:
    """Let the dialogue go over to what is in force now and later, if the policy has one."""
    at = at or timezone.now()
    if not DialogueSetting.objects.filter(policy=policy_id, is_always_open=True).exists():
        return
    policy = Policy.objects.get(pk=policy_id)
    _lock(policy)
    rows = sorted(_rows(policy).values(), key=lambda row: row.opens_at)
    words = _words(rows[-1]) if rows else {}
    _arrange(policy, turns_from(policy_id, at), words, None, at)


def _arrange(policy, turns: list[Turn], words, user, at) -> None:
    """Give each turn its dialogue, and end those of editions that are not in force any more."""
    rows = _rows(policy)
    begins = [turn.begins for turn in turns]
    if turns and turns[0].begins <= at:
        begins[0] = _change_over(turns[0], rows, at)
    for row in rows.values():
        if row.edition_id not in {turn.edition.pk for turn in turns}:
            _retire(row, (begins[0] if turns and turns[0].begins <= at else at) - TICK, at)
    ends = [*(instant - TICK for instant in begins[1:]), NEVER]
    for turn, opens_at, closes_at in zip(turns, begins, ends, strict=False):
        row = rows.get(turn.edition.pk)
        if row is None:
            _create(turn.edition, opens_at, closes_at, words, user)
        elif row.is_closed(at):
            _move(row, HearingEventKind.RESUMED, closes_at, user, at)
        else:
            opens_at = min(row.opens_at, opens_at) if row.is_open(at) else opens_at
            Hearing.objects.filter(pk=row.pk).update(opens_at=opens_at, closes_at=closes_at)


def _change_over(turn: Turn, rows: dict[int, Hearing], at) -> datetime.datetime:
    """Return when the dialogue goes over to the turn: with the edition itself.

    Now, where that would take back what citizens already wrote in the one before, and where there is
    none before: nobody was asked earlier.
    """
    before = [row for pk, row in rows.items() if pk != turn.edition.pk and row.is_open(at)]
    if not before:
        return at
    began = max(row.opens_at for row in before)
    late = any(row.comments.filter(received_at__gte=turn.begins).exists() for row in before)
    return at if late or turn.begins - TICK <= began else turn.begins


def _retire(row, closes_at, at) -> None:
    if row.opens_at > at:
        row.delete()
    elif row.is_open(at):
        Hearing.objects.filter(pk=row.pk).update(closes_at=closes_at)


def _create(edition, opens_at, closes_at, words, user) -> None:
    dialogue = Hearing.objects.create(
        kind=HearingKind.STANDING,
        edition=edition,
        opens_at=opens_at,
        closes_at=closes_at,
        created_by=user,
    )
    _write(dialogue, words)
    hearing_created.send(sender=Hearing, hearing=dialogue)


def _move(row, kind, closes_at, user, at) -> None:
    """Write to the deadline log what somebody did, or what a withdrawal led to, and move the end."""
    HearingEvent.objects.create(
        hearing=row,
        kind=kind,
        closes_before=row.closes_at,
        closes_after=closes_at,
        made_by=user,
        made_at=at,
    )
    Hearing.objects.filter(pk=row.pk).update(closes_at=closes_at)


def _write(dialogue, words: dict[str, Texts]) -> None:
    dialogue.texts.all().delete()
    HearingText.objects.bulk_create(
        HearingText(hearing=dialogue, language=language, **fields)
        for language, fields in words.items()
    )


def _words(dialogue) -> dict[str, Texts]:
    return {
        text.language: {"purpose": text.purpose, "rules": text.rules}
        for text in dialogue.texts.all()
    }


def _rows(policy) -> dict[int, Hearing]:
    """Return {edition id: its standing dialogue}."""
    found = Hearing.objects.of_policy(policy.pk).standing().select_related("edition")
    return {row.edition_id: row for row in found}


def _lock(policy) -> None:
    """Hold the policy's row until the transaction ends, as adopting does."""
    Policy.objects.select_for_update().get(pk=policy.pk)
