"""What changed from one text to another: passages by their identity, their words one by one.

`compare_texts` compares two frozen texts, `compare_with_draft` a frozen text and the working text;
both return a `Comparison` with the confirmed fates, their reasons and the comments behind them.
"""

from .drafts import compare_with_draft
from .shapes import Change, Comparison, FieldDiff, Part, Reason, Side
from .texts import compare_texts, compare_words
from .words import Budget, Piece, diff_words

__all__ = [
    "Budget",
    "Change",
    "Comparison",
    "FieldDiff",
    "Part",
    "Piece",
    "Reason",
    "Side",
    "compare_texts",
    "compare_words",
    "compare_with_draft",
    "diff_words",
]
