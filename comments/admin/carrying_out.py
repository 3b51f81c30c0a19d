"""What a moderator chose, carried out and written into Wagtail's log."""

from django.db import transaction
from wagtail.log_actions import log

from comments import actions
from comments.models import TextRole
from comments.reading.findings import coverable, covered, original_of
from comments.states import DecisionAction

from .files import show
from .forms import OWN, PUBLISH_WITHOUT, SHORTEN
from .second_eyes import reject


@transaction.atomic
def carry_out(comment, chosen, files: list[int], user, at=None) -> None:
    """Shorten, decide, or both in one: a comment is never public with words that were left out.

    `files` are shown with it when it is published, and no others. `at`: one instant for all that
    are decided about in one go (default: now).
    """
    action, version = chosen["action"], chosen["version"]
    if action in OWN:
        text = chosen["text"]
        if action == PUBLISH_WITHOUT:
            text = covered(original_of(comment), comment.findings.all())
        actions.redact(comment=comment, by=user, text=text, seen_version=version)
        log_decision(comment, SHORTEN, user)
        if action == SHORTEN:
            return
        action, version = DecisionAction.PUBLISH, comment.version
    if action == DecisionAction.REJECT:
        reject(comment=comment, seen_version=version, reason=chosen["reason"], by=user, at=at)
        return
    actions.decide(
        comment=comment,
        seen_version=version,
        action=action,
        by=user,
        is_sure=chosen["is_sure"],
        at=at,
    )
    log_decision(comment, action, user)
    if action == DecisionAction.PUBLISH:
        show(comment, files, user)


def safe_way(comment) -> str:
    """Return how it is published by the short way: without the personal data that were found in it."""
    return PUBLISH_WITHOUT if found_in(comment) else DecisionAction.PUBLISH


def found_in(comment) -> int:
    """Return how many details the short way leaves out; none of what a moderator shortened already."""
    if any(text.role == TextRole.REDACTED for text in comment.texts.all()):
        return 0
    return coverable(comment.findings.all())


def log_decision(comment, action, user) -> None:
    """Write Wagtail's log too: it keeps ids and keys, never words."""
    data = {"decision": str(action), "reason": ""}
    log(instance=comment, action="comments.decide", user=user, data=data)
