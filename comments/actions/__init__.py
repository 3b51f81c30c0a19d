"""Everything that changes the dialogue. Views, the admin and commands call these, nothing else.

All are keyword-only and atomic, and raise `comments.errors.Refused` with a sentence to show.
"""

from .alike import sort_alike
from .answer import OutcomeDraft, draft_response, publish_response, update_response
from .answer_checks import needs_second_reader
from .appeal import appeal, has_appealed
from .bring_in import bring_in, forget_old_imports, keep_import, match_columns, take_receipts
from .confirm import confirm_email, want_confirmation
from .decide import decide, takes_two
from .desk import assign, delete_view, save_view, unassign, write_note
from .edit import edit
from .enter import enter
from .erasure import ask_erasure, erase, is_erased, refuse_erasure
from .files import show_files
from .hearing import create_hearing
from .hearing_dates import end_early, extend, interrupt, resume
from .journal import ask_package, remove_old_packages
from .lost import replace_receipts
from .minutes import take_down_minutes, write_minutes
from .person import (
    answer_request,
    choose_comments,
    erase_person,
    extend_time,
    note_export,
    register_request,
)
from .report import decide_report, freeze_report, write_remark
from .reports import leave_reported, report_comment
from .second_eyes import (
    confirm_rejection,
    decline_rejection,
    propose_rejection,
    take_proposal_back,
)
from .second_reader import (
    follow_up,
    hand_in_response,
    return_response,
    set_second_reader,
)
from .standing import (
    close_standing_dialogue,
    follow_what_is_in_force,
    open_standing_dialogue,
)
from .submit import Submission, submit
from .themes import (
    CAN_BE_GATHERED,
    create_theme,
    gather,
    remove_theme,
    rename_theme,
)
from .translating import (
    approve_translation,
    correct_language,
    propose_translation,
    translate_response,
)
from .undo import undo
from .withdraw import withdraw
from .words import redact, translate_comment

__all__ = [
    "CAN_BE_GATHERED",
    "register_request",
    "note_export",
    "take_down_minutes",
    "write_minutes",
    "extend_time",
    "erase_person",
    "choose_comments",
    "answer_request",
    "OutcomeDraft",
    "Submission",
    "appeal",
    "approve_translation",
    "correct_language",
    "propose_translation",
    "translate_response",
    "ask_erasure",
    "ask_package",
    "bring_in",
    "assign",
    "close_standing_dialogue",
    "confirm_email",
    "confirm_rejection",
    "create_hearing",
    "create_theme",
    "decide",
    "decline_rejection",
    "decide_report",
    "delete_view",
    "draft_response",
    "edit",
    "end_early",
    "enter",
    "erase",
    "extend",
    "follow_up",
    "follow_what_is_in_force",
    "forget_old_imports",
    "hand_in_response",
    "has_appealed",
    "interrupt",
    "freeze_report",
    "gather",
    "is_erased",
    "keep_import",
    "leave_reported",
    "match_columns",
    "needs_second_reader",
    "open_standing_dialogue",
    "propose_rejection",
    "publish_response",
    "redact",
    "refuse_erasure",
    "remove_theme",
    "remove_old_packages",
    "rename_theme",
    "replace_receipts",
    "report_comment",
    "resume",
    "return_response",
    "set_second_reader",
    "save_view",
    "show_files",
    "sort_alike",
    "submit",
    "take_proposal_back",
    "take_receipts",
    "takes_two",
    "translate_comment",
    "unassign",
    "undo",
    "update_response",
    "want_confirmation",
    "withdraw",
    "write_remark",
    "write_note",
]
