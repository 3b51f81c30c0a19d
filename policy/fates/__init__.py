"""What becomes of each passage from one edition to the next: proposed here, confirmed by a person."""

from .aligning import Standing, Step, align, kind_of, known_passages
from .proposing import Ground, NewBlock, Proposals, Vanished, propose

__all__ = [
    "Ground",
    "NewBlock",
    "Proposals",
    "Standing",
    "Step",
    "Vanished",
    "align",
    "kind_of",
    "known_passages",
    "propose",
]
