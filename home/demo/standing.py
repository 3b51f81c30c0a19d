"""The standing dialogue of the demo: opened with edition 2, and waiting while edition 3 is in hearing."""

from comments.actions import open_standing_dialogue
from comments.models import Hearing, HearingKind
from policy.models import Policy

from .calendar import WEEK, Calendar
from .policy import POLICY
from .staff import member
from .texts import load


def is_open() -> bool:
    return Hearing.objects.of_policy(POLICY).filter(kind=HearingKind.STANDING).exists()


def open_it(calendar: Calendar) -> None:
    """Open it a week after edition 2 came into force."""
    edition = next(e for e in load("policy")["editions"] if e["key"] == "2")
    open_standing_dialogue(
        policy=Policy.objects.get(pk=POLICY),
        purposes=load("dialogue")["standing"]["purposes"],
        user=member("redaktoer"),
        at=calendar.instant(edition["in_force_from"]) + WEEK,
    )
