"""Everything that changes the dialogue. Views, the admin and commands call these, nothing else.

All are keyword-only and atomic, and raise `comments.errors.Refused` with a sentence to show.
"""

from .answer import OutcomeDraft, draft_response, publish_response, update_response
from .appeal import appeal, has_appealed
from .confirm import confirm_email
from .decide import decide
from .edit import edit
from .erasure import ask_erasure, erase, is_erased, refuse_erasure
from .hearing import create_hearing
from .hearing_dates import end_early, extend, interrupt, resume
from .lost import replace_receipts
from .submit import Submission, submit
from .withdraw import withdraw
from .words import redact, translate_comment

__all__ = [
    "OutcomeDraft",
    "Submission",
    "appeal",
    "ask_erasure",
    "confirm_email",
    "create_hearing",
    "decide",
    "draft_response",
    "edit",
    "end_early",
    "erase",
    "extend",
    "has_appealed",
    "interrupt",
    "is_erased",
    "publish_response",
    "redact",
    "refuse_erasure",
    "replace_receipts",
    "resume",
    "submit",
    "translate_comment",
    "update_response",
    "withdraw",
]
