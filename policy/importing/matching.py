"""Which row continues which block of the page's newest draft. Bounded: at most 300 on either side.

First by the codes that an edition's own export marks its passages with. Then by heading: what has the
same one, and is alone in that, is the same wherever it stands.
The rest by likeness of words, in order: of all ways to pair them without crossing, the one that is
most alike.
"""

from dataclasses import dataclass

from policy.fates.likeness import likeness, words_of
from policy.freezing import FrozenBlock

from .labels import normal
from .pieces import text_of

ALIKE = 45  # percent of the words; below it two texts are not the same passage
MANY = 10_000  # pairs
FEW_WORDS = 1_000  # characters
SAME_HEADING = 30  # percent more for one that has the same heading, when several have


@dataclass(frozen=True)
class Match:
    """`ground` is "code", "heading" or "words"; `percent` of the words that are shared."""

    block_id: str
    ground: str
    percent: int


def match(rows: list[dict], blocks: list[FrozenBlock], codes: dict[str, str]) -> dict[int, Match]:
    """Return {row's n: Match}; `codes` are {code: block id}. A block is matched once at most."""
    found: dict[int, Match] = {}
    for row in rows:
        block_id = codes.pop(row["code"], None)
        if block_id:
            found[row["n"]] = Match(block_id, "code", 100)
    taken = {m.block_id for m in found.values()}
    rest = [row for row in rows if row["n"] not in found]
    return found | _by_words(rest, [b for b in blocks if b.block_id not in taken])


def _by_words(rows: list[dict], blocks: list[FrozenBlock]) -> dict[int, Match]:
    rows = [row for row in rows if row["kind"] != "introduction"]
    # Many against many are told apart by their first words: the work stays the same.
    most = None if len(rows) * len(blocks) < MANY else FEW_WORDS
    words = {r["n"]: words_of(f"{r['heading']} {text_of(r['pieces'])}"[:most]) for r in rows}
    theirs = {
        b.block_id: words_of(f"{b.heading} {b.text} {b.plain_language}"[:most]) for b in blocks
    }
    found = _by_heading(rows, blocks, words, theirs)
    taken = {m.block_id for m in found.values()}
    rest = [row for row in rows if row["n"] not in found]
    left = [block for block in blocks if block.block_id not in taken]
    scores = [
        [_score(row, block, words[row["n"]], theirs[block.block_id]) for block in left]
        for row in rest
    ]
    for r, b in _uncrossed(scores):
        found[rest[r]["n"]] = Match(left[b].block_id, "words", min(100, scores[r][b]))
    return found


def _by_heading(rows, blocks, words, theirs) -> dict[int, Match]:
    ours, others = {}, {}
    for row in rows:
        ours.setdefault((_group(row["kind"]), normal(row["heading"])), []).append(row)
    for block in blocks:
        others.setdefault((_group(block.kind), normal(block.heading)), []).append(block)
    found = {}
    for key, own in ours.items():
        same = others.get(key, [])
        if key[1] and len(own) == 1 and len(same) == 1:
            number, block = own[0]["n"], same[0]
            percent = likeness(words[number], theirs[block.block_id])
            found[number] = Match(block.block_id, "heading", percent)
    return found


def _group(kind: str) -> str:
    """A chapter and a passage of the same name are two; the kinds of passages may have changed."""
    return kind if kind in {"heading", "figure"} else "passage"


def _score(row, block, own, other) -> int:
    if _group(row["kind"]) != _group(block.kind):
        return 0
    if row["kind"] == "figure":
        # An image without words is told by its place alone: never without being shown as a guess.
        same = normal(row["alt"]) == normal(block.value.get("alt", ""))
        return 100 if same and row["alt"] else likeness(own, other)
    same = bool(row["heading"]) and normal(row["heading"]) == normal(block.heading)
    score = likeness(own, other) + (SAME_HEADING if same else 0)
    return score if score >= ALIKE else 0


def _uncrossed(scores: list[list[int]]) -> list[tuple[int, int]]:
    """Return the pairs (row, column), in order, whose scores sum highest."""
    height, width = len(scores), len(scores[0]) if scores else 0
    best = [[0] * (width + 1) for _ in range(height + 1)]
    for r in range(height - 1, -1, -1):
        for c in range(width - 1, -1, -1):
            pair = best[r + 1][c + 1] + scores[r][c] if scores[r][c] >= ALIKE else 0
            best[r][c] = max(best[r + 1][c], best[r][c + 1], pair)
    pairs, r, c = [], 0, 0
    while r < height and c < width:
        if best[r][c] == best[r + 1][c]:
            r += 1
        elif best[r][c] == best[r][c + 1]:
            c += 1
        else:
            pairs.append((r, c))
            r, c = r + 1, c + 1
    return pairs
