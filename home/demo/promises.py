"""What was said each year of the demo's promises: after every 1 September, as its policy promises."""

from policy.actions import say_promise_status
from policy.models import PromiseStatus

from .bodies import item_id
from .calendar import Calendar
from .policy import POLICY
from .staff import member
from .texts import load


def are_said() -> bool:
    return PromiseStatus.objects.filter(passage__policy=POLICY).exists()


def say_promises(calendar: Calendar) -> None:
    """Say how each promise stood in each year, the oldest year first."""
    said_at = load("promises")["said_at"]
    for status in sorted(load("promises")["statuses"], key=lambda status: status["year"]):
        say_promise_status(
            policy_id=POLICY,
            promise_id=item_id(status["promise"]),
            year=status["year"],
            state=status["state"],
            why=status["why"],
            user=member("redaktoer"),
            at=calendar.instant(said_at[str(status["year"])]),
        )
