"""Adopt the working text as an edition. This, and not Publish, is what makes a policy public."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from policy import checklist
from policy.errors import Blocked, Refused
from policy.models import Edition, EditionKind, NoteKind, PolicyPage
from policy.signals import edition_adopted
from policy.source import is_source_page
from policy.together import LEAD, Words, freeze_languages

from .notes import write_note
from .seal import seal_edition


@transaction.atomic
def adopt(  # size: the parameters and what they mean are half of it
    *,
    page: PolicyPage,
    revision_id: int,
    user,
    case_number: str,
    adopted_by: str,
    adopted_on: datetime.date,
    in_force_from: datetime.date,
    note: str = "",
    overrides: dict[str, str] | None = None,
    at: datetime.datetime | None = None,
    together: dict[str, Words] | None = None,
) -> Edition:
    """Freeze the draft with this revision id as the next adopted edition and return it.

    `at` is when it happened (default: now) and when the edition becomes public; it is in force from
    the beginning of `in_force_from`, Danish time. `overrides` {key of the checklist: public reason}
    passes by what blocks. The languages of `together` {code: words} are frozen with it, and all of it
    is public `LEAD` later, at one instant. Raises `Refused` and changes nothing when the page is a
    translation, a newer draft exists, it would be in force before it was adopted, passages are
    unanswered (`Unanswered`), the checklist has something that blocks (`Blocked`), or a language is
    not ready.
    """
    at = at or timezone.now()
    passed_by: dict[str, str] = {}
    if not is_source_page(page):
        raise Refused(_("Only the Danish text is adopted; translations are frozen beside it."))
    if in_force_from < adopted_on:
        raise Refused(_("An edition can’t be in force before the day it was adopted."))
    edition = seal_edition(
        page=page,
        revision_id=revision_id,
        user=user,
        note=note,
        adopted_by=adopted_by,
        at=at,
        kind=EditionKind.ADOPTED,
        case_number=case_number,
        adopted_on=adopted_on,
        in_force_from=in_force_from,
        public_from=at + LEAD if together else at,
        check=lambda candidate: passed_by.update(_check(candidate, overrides or {})),
    )
    for key, reason in passed_by.items():
        write_note(
            edition=edition, kind=NoteKind.OVERRIDE, user=user, reason=reason, at=at, about=key
        )
    freeze_languages(edition=edition, words=together or {}, user=user, at=at)
    edition_adopted.send(sender=Edition, edition=edition)
    return edition


def _check(candidate, overrides) -> dict[str, str]:
    """Return {key: reason} of what blocks and is passed by; raise `Blocked` for the rest."""
    items = checklist.ask_all(candidate)
    stops = checklist.blocking(items, overrides)
    if stops:
        said = " ".join(f"{item.title}." for item in stops)
        raise Blocked(_("Not ready to be adopted. %(items)s") % {"items": said}, stops)
    blocked = [item.key for item in items if item.level == checklist.Level.BLOCKS]
    return {key: overrides[key].strip() for key in blocked}
