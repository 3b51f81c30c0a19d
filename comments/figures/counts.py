"""Count what came, what was decided and what it led to. A fixed number of queries for any number."""

import datetime
from dataclasses import dataclass

from django.db.models import (
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    OuterRef,
    Subquery,
)

from comments.models import Decision
from comments.reading.counts import IS_ANSWERED
from comments.states import CommentStatus, DecisionAction, Result

LED_TO_CHANGE = (Result.CHANGED, Result.PARTLY)


@dataclass(frozen=True)
class Figures:
    """The figures of some comments, each comment in exactly one of `by_status`.

    `reasons`: {key of a reason: comments that are rejected now}, of the last rejection of each.
    `appeals`: {status now: comments whose sender disagreed}. `results` are of public answers.
    `decision_time`: the median from receiving a comment to deciding about it for the first time, of
    those that were; `answer_time` to its public answer. None where there is none.
    """

    came: int
    by_status: dict[str, int]
    answered: int
    results: dict[str, int]
    reasons: dict[str, int]
    appeals: dict[str, int]
    decided: int
    decision_time: datetime.timedelta | None
    answer_time: datetime.timedelta | None

    @property
    def public(self) -> int:
        return self.by_status[CommentStatus.PUBLISHED]

    @property
    def rejected(self) -> int:
        return self.by_status[CommentStatus.REJECTED]

    @property
    def held(self) -> int:
        return self.by_status[CommentStatus.HELD]

    @property
    def changed(self) -> int:
        """Public comments that led to a change, wholly or in part."""
        return sum(self.results[result] for result in LED_TO_CHANGE)


def figures_of(comments) -> Figures:
    """Return the figures of comments (a queryset). Seven queries."""
    comments = comments.order_by()
    by_status = dict(comments.values_list("status").annotate(n=Count("pk")))
    # Joined with what answers them, and so with few, instead of all that came.
    answers = comments.filter(IS_ANSWERED).values_list("outcome__result")
    results = dict(answers.annotate(n=Count("pk")))
    decided = comments.filter(decided_in__isnull=False)
    count, answered = decided.count(), sum(results.values())
    return Figures(
        came=sum(by_status.values()),
        by_status={status: by_status.get(status, 0) for status in CommentStatus.values},
        answered=answered,
        results={result: results.get(result, 0) for result in Result.values},
        reasons=_reasons(comments),
        appeals=_appeals(comments),
        decided=count,
        decision_time=median(decided.order_by("decided_in").values_list("decided_in"), count),
        answer_time=_time_to_answer(comments, answered),
    )


def _reasons(comments) -> dict[str, int]:
    last = Decision.objects.filter(comment=OuterRef("pk"), action=DecisionAction.REJECT)
    rows = (
        comments.filter(status=CommentStatus.REJECTED)
        .annotate(reason=Subquery(last.order_by("-pk").values("reason")[:1]))
        .values_list("reason")
        .annotate(n=Count("pk"))
    )
    return {reason or "": n for reason, n in rows.order_by("-n", "reason")}


def _appeals(comments) -> dict[str, int]:
    appealed = Decision.objects.filter(action=DecisionAction.APPEAL).order_by()
    rows = comments.filter(pk__in=appealed.values("comment")).values_list("status")
    return dict(rows.annotate(n=Count("pk")))


def _time_to_answer(comments, count) -> datetime.timedelta | None:
    took = ExpressionWrapper(
        F("outcome__response__published_at") - F("received_at"), output_field=DurationField()
    )
    answered = comments.filter(IS_ANSWERED).annotate(took=took)
    return median(answered.order_by("took").values_list("took"), count)


def median(ordered, count: int) -> datetime.timedelta | None:
    """Return the median of `count` rows of one time each, in order: the middle one, or between two."""
    if not count:
        return None
    times = [time for (time,) in ordered[(count - 1) // 2 : count // 2 + 1]]
    return sum(times, datetime.timedelta()) / len(times) if times else None
