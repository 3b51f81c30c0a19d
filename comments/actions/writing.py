"""The rows of a new comment, made and not yet stored: the same for one as for thousands."""

from comments.clean import is_blank
from comments.models import CommentText, Decision, TextRole
from comments.states import CommentStatus, DecisionAction


def texts_of(comment, text: str, proposal: str) -> list[CommentText]:
    """Return the comment's words."""
    words = {TextRole.ORIGINAL: text, TextRole.PROPOSAL: proposal}
    return [
        CommentText(
            comment=comment,
            role=role,
            language=comment.language,
            text=written,
            created_at=comment.received_at,
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
