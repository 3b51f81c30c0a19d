"""Everything that changes a policy's editions. Views, the admin and commands call these, nothing else."""

from .adopt import adopt
from .answers import AboutBlock, AboutPassage, accept_proposals, save_answers
from .correct import correct
from .freeze import freeze_text
from .hearing_version import create_hearing_version
from .promises import say_promise_status
from .reasons import add_fate_reason
from .translate_note import translate_note
from .withdraw import withdraw

__all__ = [
    "AboutBlock",
    "AboutPassage",
    "accept_proposals",
    "add_fate_reason",
    "adopt",
    "correct",
    "create_hearing_version",
    "freeze_text",
    "save_answers",
    "say_promise_status",
    "translate_note",
    "withdraw",
]
