"""What changed from one text to another: passages by their identity, their words one by one.

`compare_texts` compares two frozen texts, `compare_with_draft` a frozen text and the working text.
Nothing here depends on what anybody has said about the change: fates, reasons and comments are laid
beside the result (`policy.reading.changes`).
"""

from .shapes import Change, Comparison, FieldDiff, Part, Side
from .words import Budget, Piece, diff_words

__all__ = ["Budget", "Change", "Comparison", "FieldDiff", "Part", "Piece", "Side", "diff_words"]
