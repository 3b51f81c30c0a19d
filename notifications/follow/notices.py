"""What happens becomes a notice in each topic that somebody follows, in the same transaction."""

from comments.models import Comment
from comments.signals import (
    comment_decided,
    hearing_created,
    hearing_dates_changed,
    report_frozen,
    response_published,
)
from comments.states import DecisionAction
from notifications.models import Notice, NoticeKind, Subscription
from policy.signals import edition_adopted

from .topics import HEARING, POLICY, topics_of


def connect() -> None:
    """Connect once, from `ready()`."""
    comment_decided.connect(of_comment, dispatch_uid="follow.comment")
    response_published.connect(of_answers, dispatch_uid="follow.answers")
    hearing_created.connect(of_hearing, dispatch_uid="follow.hearing")
    hearing_dates_changed.connect(of_dates, dispatch_uid="follow.dates")
    report_frozen.connect(of_report, dispatch_uid="follow.report")
    edition_adopted.connect(of_edition, dispatch_uid="follow.edition")


def of_comment(comment, decision, **kwargs) -> None:
    """A comment became public."""
    if decision.action == DecisionAction.PUBLISH:
        _write(NoticeKind.COMMENT, [(topic, comment.pk) for topic in topics_of(comment)])


def of_answers(response, **kwargs) -> None:
    """Comments were answered: news of each, and of what they are about."""
    answered = Comment.objects.public().filter(outcome__response=response)
    _write(
        NoticeKind.ANSWER,
        [
            (topic, comment.pk)
            for comment in answered.select_related("passage").order_by("pk")
            for topic in topics_of(comment)
        ],
    )


def of_hearing(hearing, **kwargs) -> None:
    _write(NoticeKind.HEARING, [(_policy_of(hearing), hearing.pk)])


def of_dates(hearing, event, **kwargs) -> None:
    topics = [f"{HEARING}:{hearing.pk}", _policy_of(hearing)]
    _write(NoticeKind.DATES, [(topic, hearing.pk) for topic in topics])


def of_report(report, **kwargs) -> None:
    hearing = report.hearing
    topics = [f"{HEARING}:{hearing.pk}", _policy_of(hearing)]
    _write(NoticeKind.REPORT, [(topic, report.pk) for topic in topics])


def of_edition(edition, **kwargs) -> None:
    _write(NoticeKind.EDITION, [(f"{POLICY}:{edition.policy_id}", edition.pk)])


def _policy_of(hearing) -> str:
    return f"{POLICY}:{hearing.edition.policy_id}"


def _write(kind, news: list[tuple[str, int]]) -> None:
    """Write the notices of topics that somebody follows. Two statements, one where nobody does."""
    topics = {topic for topic, _subject in news}
    followed = set(
        Subscription.objects.confirmed().filter(topic__in=topics).values_list("topic", flat=True)
    )
    Notice.objects.bulk_create(
        Notice(topic=topic, kind=kind, subject=subject)
        for topic, subject in news
        if topic in followed
    )
