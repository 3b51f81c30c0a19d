"""Count what came, what was decided and what it led to. A fixed number of queries for any number."""

import datetime
from dataclasses import dataclass

from django.db.models import (
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Min,
    OuterRef,
    Q,
    Subquery,
)

from comments.models import Decision
from comments.reading.counts import IS_ANSWERED
from comments.states import CommentStatus, DecisionAction, Result

DECIDED = (DecisionAction.PUBLISH, DecisionAction.REJECT, DecisionAction.NOTE)
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
    """Return the figures of comments (a queryset). Six queries."""
    comments = comments.order_by()
    counts = comments.aggregate(
        came=Count("pk"),
        answered=Count("pk", filter=IS_ANSWERED),
        **{f"status_{s}": Count("pk", filter=Q(status=s)) for s in CommentStatus.values},
        **{
            f"result_{r}": Count("pk", filter=IS_ANSWERED & Q(outcome__result=r))
            for r in Result.values
        },
    )
    decided, decision_time = _time_to_decision(comments)
    return Figures(
        came=counts["came"],
        by_status={s: counts[f"status_{s}"] for s in CommentStatus.values},
        answered=counts["answered"],
        results={r: counts[f"result_{r}"] for r in Result.values},
        reasons=_reasons(comments),
        appeals=_appeals(comments),
        decided=decided,
        decision_time=decision_time,
        answer_time=_time_to_answer(comments, counts["answered"]),
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
    appealed = Decision.objects.filter(comment=OuterRef("pk"), action=DecisionAction.APPEAL)
    rows = comments.filter(Exists(appealed)).values_list("status")
    return dict(rows.annotate(n=Count("pk")))


def _time_to_decision(comments) -> tuple[int, datetime.timedelta | None]:
    decided = comments.alias(
        # What was taken back was not decided.
        first=Min(
            "decisions__at",
            filter=Q(decisions__action__in=DECIDED, decisions__undone_by__isnull=True),
        )
    ).filter(first__isnull=False)
    count = decided.count()
    took = _took(F("first"))
    return count, median(decided.annotate(took=took).order_by("took"), count)


def _time_to_answer(comments, count) -> datetime.timedelta | None:
    answered = comments.filter(IS_ANSWERED)
    took = _took(F("outcome__response__published_at"))
    return median(answered.annotate(took=took).order_by("took"), count)


def _took(until) -> ExpressionWrapper:
    return ExpressionWrapper(until - F("received_at"), output_field=DurationField())


def median(ordered, count: int) -> datetime.timedelta | None:
    """Return the median of the `took` of `count` ordered rows: the middle one, or between the two."""
    if not count:
        return None
    middle = ordered.values_list("took", flat=True)[(count - 1) // 2 : count // 2 + 1]
    times = list(middle)
    return sum(times, datetime.timedelta()) / len(times) if times else None
