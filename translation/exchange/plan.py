"""The dry run: what taking a file in would do, text by text. Nothing is written."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from unicodedata import normalize

from .faults import Kind, faults_of
from .texts import Text


@dataclass(frozen=True)
class Fault:
    """An entry that stays outside, and why. `line` is where it stands in the file."""

    line: int
    source: str
    target: str
    kinds: tuple[Kind, ...]


@dataclass(frozen=True)
class Change:
    """An entry that would be taken in: `text` as it is, and its new words."""

    line: int
    text: Text
    target: str


@dataclass
class Plan:
    """All entries of a file: those that change something, those that can't, and how many do nothing."""

    changes: list[Change] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    same: int = 0
    empty: int = 0

    @property
    def seal(self) -> str:
        """Return a mark of what would be written: another one as soon as that is something else."""
        rows = [(c.text.known_by, c.text.target, c.target) for c in self.changes]
        return hashlib.sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest()


def plan_of(po, texts: list[Text]) -> Plan:
    """Compare a file (`reading.read_po`) with the texts that it may change."""
    known = {text.known_by: text for text in texts}
    contexts = {text.place.context for text in texts}
    plan = Plan()
    taken: dict[tuple, set[str]] = defaultdict(set)
    entries = [entry for entry in po if not entry.obsolete]
    for entry in entries:
        taken[entry.msgctxt, entry.msgid].add(entry.msgstr)
    done = set()
    # polib gives an entry the line after it where the file begins with our own.
    for entry in entries:
        key = (entry.msgctxt, entry.msgid)
        if key in done and len(taken[key]) == 1:
            continue
        done.add(key)
        _judge(entry, known.get(key), contexts, len(taken[key]) > 1, plan)
    return plan


def _judge(entry, text, contexts, is_double, plan) -> None:
    target = normalize("NFC", entry.msgstr).replace("\r\n", "\n")
    line = max(1, entry.linenum - 1)
    kinds: list[Kind] = []
    if text is None or entry.msgid_plural:
        kinds.append(Kind.CHANGED if entry.msgctxt in contexts else Kind.UNKNOWN)
    elif is_double:
        kinds.append(Kind.DUPLICATE)
    elif not target.strip():
        plan.empty += 1
        return
    elif "fuzzy" in entry.flags:
        if target == text.target and text.is_machine:
            plan.same += 1
            return
        kinds.append(Kind.FUZZY)
    elif target == text.target and not text.is_machine:
        plan.same += 1
        return
    if text is not None and not is_double:
        kinds += faults_of(text.source, target, text.limit)
    if kinds:
        plan.faults.append(Fault(line, entry.msgid, target, tuple(kinds)))
    else:
        plan.changes.append(Change(line, text, target))
