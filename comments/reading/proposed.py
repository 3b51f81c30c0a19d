"""A proposed wording, shown as a change of the passage that it is about."""

from comments.models import Comment, TextRole
from policy.comparing import Budget, Piece, diff_words
from policy.reading.memory import Memory

# Less in common than this, and a proposal is read better alone than as a change.
ALIKE = 0.3
MOST_LINES = 60
PAIRS = 4_000_000
# Of what is public, so that a page with twenty is not compared anew for each reader.
_public = Memory(most=500)


def change_of(wording, proposal: str) -> list[Piece]:
    """Return the proposal as a change of the passage, or of the line in it that it is most like.

    Empty when it is like none: then it is to be read alone.
    """
    if wording is None or not proposal:
        return []
    budget = Budget(pairs=PAIRS)
    lines = [line for line in wording.text.split("\n") if line.strip()][:MOST_LINES]
    changes = [diff_words(text, proposal, budget) for text in (wording.text, *lines)]
    best = max(changes, key=_likeness)
    return best if _likeness(best) >= ALIKE else []


def public_change_of(wording, proposal: str) -> list[Piece]:
    """Return the same of a proposal that everybody reads, kept in the process for the next reader."""
    if wording is None or not proposal:
        return []
    return _public.get((wording.pk, proposal), lambda: change_of(wording, proposal))


def proposed_change(comment: Comment, texts) -> list[Piece]:
    """Return the change that is proposed among a comment's texts, selected with its `wording`."""
    proposals = [text.text for text in texts if text.role == TextRole.PROPOSAL]
    return change_of(comment.wording, proposals[0]) if proposals else []


def _likeness(pieces: list[Piece]) -> float:
    same = sum(2 * len(piece.text) for piece in pieces if piece.op == "same")
    changed = sum(len(piece.text) for piece in pieces if piece.op != "same")
    return same / (same + changed) if same else 0
