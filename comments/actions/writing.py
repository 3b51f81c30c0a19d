"""The rows of a new comment, made and not yet stored: the same for one as for thousands."""

from comments.clean import is_blank
from comments.likeness import mark_of
from comments.models import CommentText, Decision, TextRole
from comments.states import CommentStatus, DecisionAction


def texts_of(comment, text: str, proposal: str, at=None) -> list[CommentText]:
    """Return the comment's words, written when it was received or `at` another instant."""
    words = {TextRole.ORIGINAL: text, TextRole.PROPOSAL: proposal}
    return [
        CommentText(
            comment=comment,
            role=role,
            language=comment.language,
            text=written,
            created_at=at or comment.received_at,
            mark=mark_of(written, comment.hearing_id) if role == TextRole.ORIGINAL else "",
        )
        for role, written in words.items()
        if not is_blank(written)
    ]


def reception_of(comment, by) -> Decision:
    """Return the first row of the comment's log."""
    return Decision(
        comment=comment,
        action=DecisionAction.RECEIVE,
        to_status=CommentStatus.PENDING,
        comment_version=comment.version,
        by=by,
        at=comment.received_at,
    )
