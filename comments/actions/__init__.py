"""Everything that changes the dialogue. Views, the admin and commands call these, nothing else.

All are keyword-only and atomic, and raise `comments.errors.Refused` with a sentence to show.
"""

from .answer import OutcomeDraft, draft_response, publish_response, update_response
from .appeal import appeal, has_appealed
from .confirm import confirm_email, want_confirmation
from .decide import decide
from .desk import assign, delete_view, save_view, unassign, write_note
from .edit import edit
from .erasure import ask_erasure, erase, is_erased, refuse_erasure
from .hearing import create_hearing
from .hearing_dates import end_early, extend, interrupt, resume
from .lost import replace_receipts
from .reports import leave_reported, report_comment
from .standing import (
    close_standing_dialogue,
    follow_what_is_in_force,
    open_standing_dialogue,
)
from .submit import Submission, submit
from .withdraw import withdraw
from .words import redact, translate_comment

__all__ = [
    "OutcomeDraft",
    "Submission",
    "appeal",
    "ask_erasure",
    "assign",
    "close_standing_dialogue",
    "confirm_email",
    "create_hearing",
    "decide",
    "delete_view",
    "draft_response",
    "edit",
    "end_early",
    "erase",
    "extend",
    "follow_what_is_in_force",
    "has_appealed",
    "interrupt",
    "is_erased",
    "leave_reported",
    "open_standing_dialogue",
    "publish_response",
    "redact",
    "refuse_erasure",
    "replace_receipts",
    "report_comment",
    "resume",
    "save_view",
    "submit",
    "translate_comment",
    "unassign",
    "update_response",
    "want_confirmation",
    "withdraw",
    "write_note",
]
