"""Policy -> Edition -> EditionText (a language) -> Wording of a Passage. Keys point back, never forth."""

from .edition import Edition, EditionKind, EditionText
from .page import PolicyPage
from .passage import Passage, PassageBlock, Wording
from .policy import Policy

__all__ = [
    "Edition",
    "EditionKind",
    "EditionText",
    "Passage",
    "PassageBlock",
    "Policy",
    "PolicyPage",
    "Wording",
]
