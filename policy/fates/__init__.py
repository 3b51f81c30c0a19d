"""What becomes of each passage from one edition to the next: proposed here, confirmed by a person.

`propose` compares by identity and likeness, `settle` adds the answers given, and what is settled is
written with the edition.
"""

from .aligning import Standing, Step, align, kind_of, known_passages
from .proposing import Ground, NewBlock, Proposals, Vanished, propose
from .settling import Question, Settled, block_key, passage_key, settle
from .writing import continue_passages, write_fates

__all__ = [
    "Ground",
    "NewBlock",
    "Proposals",
    "Question",
    "Settled",
    "Standing",
    "Step",
    "Vanished",
    "align",
    "block_key",
    "continue_passages",
    "kind_of",
    "known_passages",
    "passage_key",
    "propose",
    "settle",
    "write_fates",
]
