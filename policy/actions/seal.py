"""What adopting and putting to hearing have in common: a new edition with its authoritative text."""

from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext as _

from policy.checklist.shapes import Candidate, candidate_of
from policy.errors import Unanswered
from policy.fates import continue_passages, write_fates
from policy.models import Edition
from policy.signals import edition_frozen

from .draft import take_draft
from .freeze import freeze_text


def seal_edition(  # size: the parameters and what they mean are half of it
    *,
    page,
    revision_id,
    user,
    note,
    counted=None,
    adopted_by="",
    at=None,
    check: Callable[[Candidate], None] = lambda candidate: None,
    **fields,
) -> Edition:
    """Freeze the draft with this revision id as a new edition with these `fields`; return it.

    Writes the fate of every passage since the edition before it, as it was answered. Must run in a
    transaction. `counted(policy, number)`, if given, returns its draft number; `check` may raise
    `Refused`. Raises `Unanswered` while a new block or a vanished passage has no answer, and
    `Refused` as `take_draft` does.
    """
    at = at or timezone.now()
    policy, draft, sealed = take_draft(page=page, revision_id=revision_id)
    candidate = candidate_of(policy, draft)
    refuse_unanswered(candidate.settled.questions)
    check(candidate)
    continue_passages(policy, candidate.settled)
    edition = Edition.objects.create(
        policy=policy,
        number=candidate.number,
        draft_number=counted(policy, candidate.number) if counted else None,
        based_on=candidate.base,
        frozen_at=at,
        frozen_by=user,
        **fields,
    )
    text = freeze_text(
        edition=edition,
        draft=draft,
        revision_id=sealed,
        is_authoritative=True,
        note=note,
        adopted_by=adopted_by,
        at=at,
        blocks=candidate.blocks,
    )
    write_fates(edition, text, candidate.settled, at)
    edition_frozen.send(sender=Edition, edition=edition)
    return edition


def refuse_unanswered(questions) -> None:
    """Raise `Unanswered` with the questions that are open, if there are any."""
    if questions:
        said = " ".join(str(question) for question in questions[:10])
        raise Unanswered(
            _("Say first what became of these passages. %(questions)s") % {"questions": said},
            questions,
        )
