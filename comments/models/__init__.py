"""Words are in `CommentText` and people in `Sender`; everything else holds numbers and ids."""

from .comment import Comment, CommentNumbers, Sender
from .decision import Decision, Reason
from .hearing import Hearing, HearingText
from .response import Outcome, OutcomeText, Response, ResponseText
from .text import CommentText, TextRole

__all__ = [
    "Comment",
    "CommentNumbers",
    "CommentText",
    "Decision",
    "Hearing",
    "HearingText",
    "Outcome",
    "OutcomeText",
    "Reason",
    "Response",
    "ResponseText",
    "Sender",
    "TextRole",
]
