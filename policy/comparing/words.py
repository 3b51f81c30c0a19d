"""Two short texts against each other, word by word, in bounded time whatever they say."""

import re
import time
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal

from .lcs import common_pairs

# A longer text is not compared inside: both are shown whole.
MAX_CHARACTERS = 20_000
# Pairs of tokens that one comparison of two editions may look at: about half a second.
MAX_PAIRS = 800_000_000
MAX_SECONDS = 1.0
# When less of the shorter text than this is in both, they are easier to read one after the other.
COMMON_ENOUGH = 0.3
# So many common words between two changes are read as part of one change, if they are the shorter.
STRAY_WORDS = 3

MARKS = "\u00ad\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
WORD = rf"[\u3040-\u30ff\u3400-\u9fff]|\w(?:[\w{MARKS}]|['’.,](?=\w))*|\S"
TOKEN = re.compile(rf"({WORD}|\A)(\s*)")

Op = Literal["same", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words with the space after them, and whether they stood before, stand now, or both."""

    op: Op
    text: str

    @property
    def words(self) -> str:
        """The text without its last space, which no mark should cover."""
        return self.text.rstrip()

    @property
    def space(self) -> str:
        return self.text[len(self.words) :]

    @property
    def is_long(self) -> bool:
        """Whether a listener needs to hear where it ends."""
        return self.text.count(" ") > STRAY_WORDS


class Budget:
    """What one comparison of two editions may cost in all.

    Counted in pairs of tokens, so that it gives the same result on every machine; the clock is a
    second limit for a slow one, and `was_slow` tells that the result could be better.
    """

    def __init__(self, pairs: int = MAX_PAIRS, seconds: float = MAX_SECONDS):
        self.pairs = pairs
        self.deadline = time.monotonic() + seconds
        self.was_slow = False

    def allows(self, pairs: int) -> bool:
        """Take `pairs` from what is left; False, and nothing taken, when there is not enough."""
        self.was_slow = self.was_slow or time.monotonic() > self.deadline
        if self.was_slow or pairs > self.pairs:
            return False
        self.pairs -= pairs
        return True


def diff_words(old: str, new: str, budget: Budget | None = None) -> list[Piece]:
    """Return the pieces of both texts in reading order.

    Joining "same" and "removed" gives `old`, joining "same" and "added" gives `new`, to the letter.
    Texts that are too long (over 20,000 characters), too different or beyond the budget come back as
    one removed and one added piece: they are to be shown side by side.
    """
    if old == new:
        return _kept([("same", old)])
    whole = _kept([("removed", old), ("added", new)])
    if not old or not new or max(len(old), len(new)) > MAX_CHARACTERS:
        return whole
    old_tokens, new_tokens = TOKEN.findall(old), TOKEN.findall(new)
    if not (budget or Budget()).allows(len(old_tokens) * len(new_tokens)):
        return whole
    pairs = common_pairs([word for word, _ in old_tokens], [word for word, _ in new_tokens])
    shorter = min(len(old_tokens), len(new_tokens))
    if shorter > 2 * STRAY_WORDS and _words_in(old_tokens, pairs) < COMMON_ENOUGH * shorter:
        return whole
    return _kept(_tidy(_slid(_runs(old_tokens, new_tokens, pairs))))


def _words_in(tokens, pairs) -> int:
    return sum(tokens[i][0][:1].isalnum() for i, _ in pairs)


def _runs(old, new, pairs) -> list[tuple[str, str, str]]:
    """Return [(same, removed, added)]: what both have, and what then differs before the next."""
    runs, same, removed, added = [], [], "", ""
    i = j = 0
    for next_i, next_j in [*pairs, (len(old), len(new))]:
        if next_i > i or next_j > j:
            removed += "".join(word + space for word, space in old[i:next_i])
            added += "".join(word + space for word, space in new[j:next_j])
        i, j = next_i + 1, next_j + 1
        if next_i == len(old):
            break
        if removed or added:
            runs.append(("".join(same), removed, added))
            same, removed, added = [], "", ""
        word, space = old[next_i]
        same.append(word)
        if space == new[next_j][1]:
            same.append(space)
        else:
            removed, added = space, new[next_j][1]
    return [*runs, ("".join(same), removed, added)]


def _slid(runs) -> list[tuple[str, str, str]]:
    """Let what was put in or taken out end with its mark and not begin with the one before it.

    "ord[. Og mere]. Slut" and "ord. [Og mere. ]Slut" mean the same; a reader writes the second.
    """
    slid = [list(run) for run in runs]
    for run, after in zip(slid, slid[1:], strict=False):
        edit = run[1] or run[2]
        first = TOKEN.match(edit)
        if (run[1] and run[2]) or not first or first[1][:1].isalnum():
            continue
        mark = first[0]
        if mark and len(mark) < len(edit) and after[0].startswith(mark):
            run[0] += mark
            run[1 if run[1] else 2] = edit[len(mark) :] + mark
            after[0] = after[0][len(mark) :]
    return [(same, removed, added) for same, removed, added in slid]


def _tidy(runs) -> list[tuple[Op, str]]:
    """Join changes that only a stray word or a space keeps apart: a reader takes them as one."""
    joined = [list(runs[0])]
    for same, removed, added in runs[1:]:
        before = joined[-1]
        if _is_stray(same, before[1] + before[2], removed + added) and (before[1] or before[2]):
            before[1] += same + removed
            before[2] += same + added
        else:
            joined.append([same, removed, added])
    return [piece for run in joined for piece in _told(*run)]


def _told(same: str, removed: str, added: str) -> list[tuple[Op, str]]:
    """Return a run as pieces. A space alone is no change where the other side ends with it too."""
    space = ""
    if removed and added and not (removed.strip() and added.strip()):
        space = min(removed, added, key=len)
        space = space if removed.endswith(space) and added.endswith(space) else ""
    end = len(space)
    return [
        ("same", same),
        ("removed", removed[: len(removed) - end]),
        ("added", added[: len(added) - end]),
        ("same", space),
    ]


def _is_stray(same: str, before: str, after: str) -> bool:
    if not after:
        return False
    letters = len(same.strip())
    return not letters or (
        same.strip().count(" ") < STRAY_WORDS and letters * 2 < min(len(before), len(after))
    )


def _kept(pieces) -> list[Piece]:
    """Return what is not empty, with neighbours of one kind joined."""
    runs = groupby((piece for piece in pieces if piece[1]), key=itemgetter(0))
    return [Piece(op, "".join(text for _op, text in run)) for op, run in runs]
