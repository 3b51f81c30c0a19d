"""What a comparison is made of. Plain values that can be kept in a cache for ever."""

from dataclasses import dataclass, field
from itertools import groupby

from django.utils.translation import pgettext

from policy.english.joining import together
from policy.kinds import PassageKind

from .summary import Summary, sentence_of
from .terms import TermChange, sentence_of_terms
from .words import Piece

KIND_NAMES = dict(PassageKind.choices)
# Letters of a line in which old and new are easily read one after the other.
SHORT = 120
# In the order in which they are counted and told.
CHANGED = ("reworded", "new", "moved", "split", "merged", "removed")


@dataclass(frozen=True)
class Part:
    """A paragraph, an item of a list or a row of a table; where it stood and where it stands.

    `old_at` and `new_at` are its places among its field's parts, None where it is not.
    """

    shape: str
    pieces: tuple[Piece, ...]
    old_at: int | None
    new_at: int | None

    @property
    def op(self) -> str:
        """ "same", "added", "removed", or "changed" for a part in which some words differ."""
        if self.old_at is None:
            return "added"
        if self.new_at is None:
            return "removed"
        return "same" if all(piece.op == "same" for piece in self.pieces) else "changed"

    @property
    def is_apart(self) -> bool:
        """Whether old and new have too little in common to be shown as one text."""
        is_replaced = self.op == "changed" and all(piece.op != "same" for piece in self.pieces)
        return is_replaced and max(len(self.old), len(self.new)) > SHORT

    @property
    def old(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.op != "added")

    @property
    def new(self) -> str:
        return "".join(piece.text for piece in self.pieces if piece.op != "removed")


@dataclass(frozen=True)
class FieldDiff:
    """One field of a passage. `label` is in the text's language, empty for the main text.

    `note` says what changed apart from words: "links", "order" or "image".
    """

    name: str
    label: str
    parts: tuple[Part, ...]
    note: str = ""

    @property
    def pieces(self) -> list[Piece]:
        """All pieces in reading order, for whoever has no use for paragraphs."""
        return [piece for part in self.parts for piece in part.pieces]

    @property
    def groups(self) -> list[tuple[str, list[Part]]]:
        """The parts in runs of one shape: the items of one list, the rows of one table."""
        return [(shape, list(run)) for shape, run in groupby(self.parts, lambda part: part.shape)]


@dataclass(frozen=True)
class Side:
    """A passage as one of the two texts has it. `at` is its place in that text, from 0."""

    code: str
    kind: str
    number: str
    heading: str
    at: int

    @property
    def kind_name(self) -> str:
        return str(KIND_NAMES[self.kind])

    @property
    def short_label(self) -> str:
        """ "Princip 3", or the kind where nothing is numbered."""
        return together(self.kind_name, f" {self.number}") if self.number else self.kind_name

    @property
    def label(self) -> str:
        if not self.number:
            return self.heading or self.kind_name
        return pgettext("name of a passage", "%(kind)s %(number)s: %(heading)s") % {
            "kind": self.kind_name,
            "number": self.number,
            "heading": self.heading,
        }


@dataclass
class Reason:
    """Why, as it was said on the step to one edition, in its own language."""

    text: str
    language: str
    step: str = ""


@dataclass
class Change:
    """What became of one passage. `kind`: unchanged or one of `CHANGED`.

    `passage` is its uuid (of a draft's new block, the block's id). The first group of fields is the
    comparison and may come from the cache; the second is laid beside it each time it is read.
    """

    kind: str
    passage: str
    old: Side | None
    new: Side | None
    fields: list[FieldDiff] = field(default_factory=list)
    heading: list[Piece] = field(default_factory=list)
    is_moved: bool = False

    url: str = ""
    old_url: str = ""
    new_url: str = ""
    reasons: list[Reason] = field(default_factory=list)
    into: list[dict] = field(default_factory=list)
    came_from: list[dict] = field(default_factory=list)
    companions: dict = field(default_factory=dict)

    @property
    def side(self) -> Side:
        """The passage as it stands now, or as it last stood."""
        return self.new or self.old

    @property
    def code(self) -> str:
        return self.side.code

    @property
    def label(self) -> str:
        return self.side.label

    @property
    def is_reworded(self) -> bool:
        return bool(self.old and self.new and self.fields)

    @property
    def is_of_another_kind(self) -> bool:
        return bool(self.old and self.new and self.old.kind != self.new.kind)

    @property
    def reason(self) -> str:
        """The newest reason; `reasons` has those of every step between the two editions."""
        return self.reasons[-1].text if self.reasons else ""

    @property
    def reason_language(self) -> str:
        return self.reasons[-1].language if self.reasons else ""


@dataclass
class Comparison:
    """Two texts against each other: every passage of either, in the order in which one reads it.

    `front` is the title and the introduction where they differ, `terms` the explained words that
    do. `language` is that of both texts.
    """

    changes: list[Change]
    front: list[FieldDiff]
    language: str
    terms: list[TermChange] = field(default_factory=list)
    old_name: str = ""
    new_name: str = ""
    old_url: str = ""
    new_url: str = ""

    @property
    def changed(self) -> list[Change]:
        return [change for change in self.changes if change.kind != "unchanged"]

    @property
    def unchanged(self) -> list[Change]:
        return [change for change in self.changes if change.kind == "unchanged"]

    @property
    def kinds(self) -> list[str]:
        """The kinds that a reader can choose between; a passage may be both reworded and moved."""
        found = {change.kind for change in self.changes}
        found |= {"moved"} if any(change.is_moved for change in self.changed) else set()
        return [kind for kind in CHANGED if kind in found]

    @property
    def counts(self) -> dict[str, int]:
        """Return {kind: how many}, all kinds, in the order in which they are told."""
        kinds = [change.kind for change in self.changes]
        return {kind: kinds.count(kind) for kind in (*CHANGED, "unchanged")}

    @property
    def summary(self) -> Summary:
        """How many of each, and the same in sentences of the active language."""
        told = sentence_of(self.counts, self.new_name)
        return Summary(self.counts, told, sentence_of_terms(self.terms))

    @property
    def is_same(self) -> bool:
        """Whether a reader finds no difference at all."""
        return not (self.changed or self.front or self.terms)
