"""Policy -> Edition -> EditionText (a language) -> Wording of a Passage. Keys point back, never forth."""

from .answer import Answer, PassageAnswer
from .draft_link import DraftLink
from .edition import Edition, EditionKind, EditionText
from .fate import Fate, FateKind, FateReason
from .legal_review import LegalReviewTask
from .note import EditionNote, EditionNoteText, NoteKind
from .page import PolicyPage
from .passage import Passage, PassageBlock, Wording
from .policy import Policy
from .promise import PromiseState, PromiseStatus, PromiseStatusText
from .term import Term
from .text_import import TextImport

__all__ = [
    "DraftLink",
    "TextImport",
    "LegalReviewTask",
    "Term",
    "PromiseStatusText",
    "PromiseStatus",
    "PromiseState",
    "NoteKind",
    "EditionNoteText",
    "EditionNote",
    "PassageAnswer",
    "Answer",
    "FateReason",
    "FateKind",
    "Fate",
    "Edition",
    "EditionKind",
    "EditionText",
    "Passage",
    "PassageBlock",
    "Policy",
    "PolicyPage",
    "Wording",
]
