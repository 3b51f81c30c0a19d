"""Everything that changes a policy's editions. Views, the admin and commands call these, nothing else."""

from .adopt import adopt
from .correct import correct
from .freeze import freeze_text
from .hearing_version import create_hearing_version
from .translate_note import translate_note
from .withdraw import withdraw

__all__ = [
    "adopt",
    "correct",
    "create_hearing_version",
    "freeze_text",
    "translate_note",
    "withdraw",
]
