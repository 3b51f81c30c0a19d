"""Decide about a comment: one step of its state machine, by whoever was first."""

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Min
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from comments.errors import AlreadyDecided, NotPossible
from comments.models import Comment, Decision, FindingKind, Reason, RequestState, TextRole
from comments.signals import comment_decided
from comments.states import (
    BY_STAFF,
    DECIDING,
    PUBLIC,
    TRANSITIONS,
    Audience,
    CommentStatus,
    DecisionAction,
    ResponseStatus,
)


@transaction.atomic
def decide(
    *,
    comment: Comment,
    seen_version: int,
    action: str,
    by,
    reason: str = "",
    is_sure: bool = False,
    at: datetime.datetime | None = None,
) -> Decision:
    """Publish, hold, note or reject the comment as it was in `seen_version`; return the log's row.

    `reason` is a reason's key, and must be there for a rejection. `at` is when it was decided
    (default: now). `is_sure`: whoever publishes has seen that there is a CPR number in it, and means
    it. Raises `AlreadyDecided` when somebody was first or its words have changed since,
    and `NotPossible` for a step that does not exist, or not for whom the comment is meant.
    """
    found = lock_comment(comment)
    check_decision(found, action, seen_version=seen_version, reason=reason, by=by)
    if action == DecisionAction.REJECT and takes_two(reason):
        raise NotPossible(
            _("Two must agree on that reason: propose it, and somebody else confirms.")
        )
    if action == DecisionAction.PUBLISH and not is_sure:
        _check_cpr(found)
    decision = take_step(comment=found, action=action, by=by, reason=reason, at=at)
    comment.status, comment.version = found.status, found.version
    return decision


def check_decision(comment, action, *, seen_version: int, reason: str, by) -> None:
    """Raise what `decide` raises for a locked comment, whoever takes the step in the end."""
    if comment.version != seen_version:
        raise AlreadyDecided(who_was_first(comment), comment.decisions.select_related("by").last())
    if action == DecisionAction.REJECT and not reason:
        raise NotPossible(_("Choose a reason for not publishing."))
    if action not in BY_STAFF:
        raise NotPossible(_("A comment can’t take that step."))
    _check_audience(comment, action)
    _check_person(comment, by)
    if action == DecisionAction.PUBLISH and not comment.texts.exists():
        raise NotPossible(
            _("Its text was deleted when its time was over: there is nothing to publish.")
        )


def takes_two(reason: str) -> bool:
    """Tell whether a rejection for the reason (its key) takes a second moderator."""
    rows = Reason.objects.filter(key=reason)
    found = dict(rows.values_list("locale__language_code", "needs_second_reader"))
    # The Danish one says so; another language has what it had when it was last translated.
    return found.get(settings.LANGUAGE_CODE, any(found.values()))


def _check_audience(comment, action) -> None:
    """What is for the municipality only is noted and never published; the rest is not put away so."""
    is_private = comment.audience == Audience.MUNICIPALITY
    if is_private and action == DecisionAction.PUBLISH:
        raise NotPossible(
            _(
                "The sender wrote this to the municipality only. It can’t be published: note it as read."
            )
        )
    if not is_private and action == DecisionAction.NOTE:
        raise NotPossible(
            _("The sender wrote this for everybody. Publish it, or reject it with a reason.")
        )


def _check_person(comment, by) -> None:
    """Whoever rejected a comment does not decide about its sender's disagreeing."""
    if comment.status != CommentStatus.APPEALED or by is None:
        return
    rejections = comment.decisions.standing().filter(action=DecisionAction.REJECT)
    if rejections.order_by("pk").values_list("by", flat=True).last() == by.pk:
        raise NotPossible(
            _("You rejected this comment. Now somebody else must look at it, and decide.")
        )


def _check_cpr(comment) -> None:
    """A CPR number is never published by a key pressed too fast: it is left out, or confirmed."""
    shortened = comment.texts.filter(role=TextRole.REDACTED)
    if comment.findings.filter(kind=FindingKind.CPR).exists() and not shortened.exists():
        raise NotPossible(
            _("There is something like a CPR number in it. Leave it out, or say that you are sure.")
        )


def lock_comment(comment: Comment) -> Comment:
    """Return the row as it is now; nobody else can change it before the transaction ends.

    A later statement sees what others committed while this one waited, so checks come after it.
    """
    return Comment.objects.select_for_update(of=("self",)).get(pk=comment.pk)


def take_step(*, comment, action, by, reason="", at=None) -> Decision:
    """Move a locked comment along `TRANSITIONS`, write the log and send the signal."""
    to_status = TRANSITIONS.get((comment.status, action))
    if to_status is None:
        raise NotPossible(_("A comment can’t take that step."))
    if action == DecisionAction.REJECT and has_public_answer(comment):
        raise NotPossible(_("The comment has a public answer, so it can’t be rejected any more."))
    was_public = comment.status in PUBLIC
    decision = write_step(comment, action, to_status, by=by, reason=reason, at=at)
    if was_public:
        # It is gone from the public: whoever reported it got what was asked for.
        comment.reports.open().update(
            state=RequestState.GRANTED, handled_at=decision.at, handled_by=by
        )
    comment_decided.send(sender=Comment, comment=comment, decision=decision)
    return decision


def write_step(comment, action, to_status, *, by, reason="", at=None, undoes=None) -> Decision:
    """Move a locked comment and write the log. Raises `AlreadyDecided` when it is not as it was read."""
    from_status, version, at = comment.status, comment.version, at or timezone.now()
    decided_in = _decided_in(comment, action, at, undoes)
    changed = Comment.objects.filter(pk=comment.pk, version=version, status=from_status).update(
        status=to_status, version=version + 1, decided_in=decided_in
    )
    if not changed:
        raise AlreadyDecided(who_was_first(comment))
    comment.status, comment.version = CommentStatus(to_status), version + 1
    comment.decided_in = decided_in
    return Decision.objects.create(
        comment=comment,
        action=action,
        from_status=from_status,
        to_status=to_status,
        comment_version=comment.version,
        by=by,
        at=at,
        reason=reason,
        undoes=undoes,
    )


def _decided_in(comment, action, at, undoes) -> datetime.timedelta | None:
    """Return how long it took to the first decision that stands once the step is taken."""
    if undoes is not None and undoes.action in DECIDING:
        others = comment.decisions.standing().exclude(pk=undoes.pk).filter(action__in=DECIDING)
        first = others.aggregate(first=Min("at"))["first"]
        return first and first - comment.received_at
    if comment.decided_in is None and action in DECIDING:
        return at - comment.received_at
    return comment.decided_in


def has_public_answer(comment) -> bool:
    return Comment.objects.filter(
        pk=comment.pk, outcome__response__status=ResponseStatus.PUBLISHED
    ).exists()


def who_was_first(comment) -> str:
    """Say who decided what and when, or that the words changed."""
    last = comment.decisions.select_related("by").last()
    if last is None or last.comment_version != comment.version:
        return _("The comment’s words have changed since you opened it. Read it, and decide again.")
    who = str(last.by) if last.by else _("the sender")
    return _(
        "%(who)s was first: %(action)s %(time)s. Your decision was not saved. Look and choose again."
    ) % {
        "who": who,
        "action": last.get_action_display(),
        "time": formats.date_format(timezone.localtime(last.at), "SHORT_DATETIME_FORMAT"),
    }
