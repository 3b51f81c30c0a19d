"""What was found: ids of each kind, what is folded under a passage, and counts for narrowing down."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from .backends.asked import Match


@dataclass
class Found:
    """`ids` best first; `older` wordings of the same passage, by the one that is shown.

    `counts` of what is shown, {"year": {"2026": 3}, "theme": {code: 1}, "edition": {id: 2} ...}.
    """

    ids: dict[str, list[int]] = field(default_factory=dict)
    older: dict[int, list[int]] = field(default_factory=dict)
    counts: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    is_makeshift: bool = False

    @property
    def total(self) -> int:
        return sum(map(len, self.ids.values()))

    def count(self, matches: Iterable[Match], ids: Iterable[int]) -> None:
        """Count what the results of a kind have, each once."""
        first = {}
        for match in matches:
            first.setdefault(match.object_id, match)
        for match in (first[pk] for pk in ids):
            if match.year:
                self.counts["year"][str(match.year)] += 1
            if match.edition:
                self.counts["edition"][match.edition] += 1
            for label in match.labels:
                name, _colon, value = label.partition(":")
                self.counts[name][value] += 1
