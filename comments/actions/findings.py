"""What the detector finds in a new comment, written down as kinds and places."""

from dataclasses import dataclass
from itertools import islice

from comments import detector
from comments.detector.find import MOST
from comments.detector.reserved import looks_reserved
from comments.detector.watched import MOST_WORDS, find_watched
from comments.models import Finding, FindingKind, WatchWord
from comments.names import reserved_names


@dataclass(frozen=True)
class Lists:
    """What is looked for beside personal data: words that staff keep, and names no citizen has."""

    words: list[str]
    names: list[str]


def write_findings(
    comment, *, text: str, others: tuple[str, ...], name: str = "", is_hasty: bool = False
) -> bool:
    """Write a comment's findings; return whether it must be held: for a CPR number, or haste."""
    found, must_hold = findings_in(
        comment,
        text=text,
        others=others,
        name=name,
        is_hasty=is_hasty,
        lists=load_lists(bool(name)),
    )
    Finding.objects.bulk_create(found)
    return must_hold


def load_lists(with_names: bool = True) -> Lists:
    """Return the lists, asked for once however many comments come; who gave no name needs none."""
    kept = list(WatchWord.objects.values_list("word", "is_name")[:MOST_WORDS])
    own = [word for word, is_name in kept if is_name]
    names = own + reserved_names() if with_names else []
    return Lists([word for word, is_name in kept if not is_name], names)


def findings_in(
    comment,
    *,
    text: str,
    others: tuple[str, ...],
    lists: Lists,
    name: str = "",
    is_hasty: bool = False,
) -> tuple[list[Finding], bool]:
    """Return a comment's findings, not yet stored, and whether it must be held.

    Places are in `text`, the comment's original. What is found in `others` (the proposal, the
    district) or in the `name` has no place in it and is written once for each kind, with 0 and 0.
    What is found by the `lists` is written down too, and holds nothing.
    """
    here = detector.find(text)
    others = (*others, name)
    elsewhere = [found for other in others for found in detector.find(other)]
    kinds = dict.fromkeys(found.kind for found in elsewhere)
    watched = list(islice(find_watched(text, lists.words), MOST))
    if any(True for other in others for _found in find_watched(other, lists.words)):
        kinds[FindingKind.WATCHED] = None
    if looks_reserved(name, lists.names):
        kinds[FindingKind.RESERVED] = None
    if is_hasty:
        kinds[FindingKind.HASTY] = None
    found = [
        *(Finding(comment=comment, kind=f.kind, start=f.start, length=f.length) for f in here),
        *(
            Finding(comment=comment, kind=FindingKind.WATCHED, start=start, length=length)
            for start, length in watched
        ),
        *(Finding(comment=comment, kind=kind) for kind in kinds),
    ]
    must_hold = any(f.kind == FindingKind.CPR and not f.is_hint for f in here + elsewhere)
    return found, is_hasty or must_hold
