"""What the detector finds in a new comment, written down as kinds and places."""

from itertools import islice

from comments import detector
from comments.detector.find import MOST
from comments.detector.watched import MOST_WORDS, find_watched
from comments.models import Finding, FindingKind, WatchWord


def write_findings(comment, *, text: str, others: tuple[str, ...], is_hasty: bool) -> bool:
    """Write a comment's findings; return whether it must be held: for a CPR number, or haste."""
    words = watched_words()
    found, must_hold = findings_in(
        comment, text=text, others=others, is_hasty=is_hasty, words=words
    )
    Finding.objects.bulk_create(found)
    return must_hold


def watched_words() -> list[str]:
    """Return the words that staff keep on their list, asked for once however many comments come."""
    return list(WatchWord.objects.values_list("word", flat=True)[:MOST_WORDS])


def findings_in(
    comment, *, text: str, others: tuple[str, ...], words: list[str], is_hasty: bool = False
) -> tuple[list[Finding], bool]:
    """Return a comment's findings, not yet stored, and whether it must be held.

    Places are in `text`, the comment's original. What is found in `others` (the proposal, the name)
    has no place in it and is written once for each kind, with 0 and 0. The `words` that staff keep
    on their list are written down too, and hold nothing.
    """
    here = detector.find(text)
    elsewhere = [found for other in others for found in detector.find(other)]
    kinds = dict.fromkeys(found.kind for found in elsewhere)
    watched = list(islice(find_watched(text, words), MOST))
    if any(True for other in others for _found in find_watched(other, words)):
        kinds[FindingKind.WATCHED] = None
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
