"""A comment's way from the sender to the outcome, as the receipt shows it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from comments.states import UNDECIDED, Audience, CommentStatus, DecisionAction


@dataclass(frozen=True)
class Step:
    """One step. `state` is "done", "now" or "next"; `at` a time, `on` a day, both may be None.

    `due` tells that `on` is a promise and not yet a fact.
    """

    key: str
    title: str
    state: str
    at: object = None
    on: object = None
    due: bool = False


def way_of(comment, answer) -> list[Step]:
    """Return the steps of a comment with its decisions loaded; `answer` is its public one or None."""
    received = Step("received", _("Received"), "done", at=comment.received_at)
    if comment.status == CommentStatus.WITHDRAWN:
        if erased_at := _time_of(comment, DecisionAction.ERASE):
            return [received, Step("erased", _("Deleted for good"), "done", at=erased_at)]
        at = _time_of(comment, DecisionAction.WITHDRAW)
        return [received, Step("withdrawn", _("Withdrawn by you"), "done", at=at)]
    if comment.status == CommentStatus.REJECTED:
        at = _time_of(comment, DecisionAction.REJECT)
        return [
            received,
            Step("read", _("Read by a member of staff"), "done", at=at),
            Step("rejected", _("Not published"), "done", at=at),
        ]
    if comment.status == CommentStatus.APPEALED:
        at = _time_of(comment, DecisionAction.REJECT)
        return [
            received,
            Step("rejected", _("Not published"), "done", at=at),
            Step("appealed", _("Another member of staff looks at it"), "now"),
        ]
    if comment.audience == Audience.MUNICIPALITY:
        return [received, *_for_the_municipality(comment)]
    return [received, *_ahead(comment, answer)]


def _for_the_municipality(comment) -> list[Step]:
    """Nothing of it becomes public, so there is nothing ahead but that it is read."""
    if comment.status in UNDECIDED:
        return [Step("read", _("A member of staff reads it"), "now")]
    at = _time_of(comment, DecisionAction.NOTE)
    return [
        Step("read", _("Read by a member of staff"), "done", at=at),
        Step("noted", _("Kept by the municipality, and not public"), "done", at=at),
    ]


def _ahead(comment, answer) -> list[Step]:
    hearing = comment.hearing
    waiting = comment.status in UNDECIDED
    at = None if waiting else _time_of(comment, DecisionAction.PUBLISH)
    read = _("A member of staff reads it") if waiting else _("Read by a member of staff")
    steps = [
        Step("read", read, "now" if waiting else "done", at=at),
        Step("public", _("Public beside the text"), "next" if waiting else "done", at=at),
    ]
    if answer:
        steps.append(
            Step("answer", _("Answered by the municipality"), "done", at=answer.published_at)
        )
        outcome = _("Outcome: %(result)s") % {"result": answer.result_label}
        return [*steps, Step("outcome", outcome, "done", on=answer.decided_on)]
    return [
        *steps,
        Step(
            "answer",
            _("Answer from the municipality"),
            "next" if waiting else "now",
            on=hearing.answers_due,
            due=True,
        ),
        *_decision(hearing),
        Step("outcome", _("Outcome"), "next"),
    ]


def _decision(hearing) -> list[Step]:
    """A hearing ends in a decision; outside one an answer is what comes."""
    if hearing.is_standing:
        return []
    on = hearing.decision_planned_on
    return [Step("decision", _("The politicians decide"), "next", on=on, due=True)]


def _time_of(comment, action):
    times = [decision.at for decision in standing(comment) if decision.action == action]
    return times[-1] if times else None


def standing(comment) -> list:
    """Return the loaded decisions of a comment without those taken back, and without the steps back."""
    decisions = comment.decisions.all()
    undone = {decision.undoes_id for decision in decisions}
    return [d for d in decisions if d.undoes_id is None and d.pk not in undone]
