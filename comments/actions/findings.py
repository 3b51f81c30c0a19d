"""What the detector finds in a new comment, written down as kinds and places."""

from comments import detector
from comments.models import Finding, FindingKind


def write_findings(comment, *, text: str, others: tuple[str, ...], is_hasty: bool) -> bool:
    """Write a comment's findings; return whether it must be held: for a CPR number, or haste."""
    found, must_hold = findings_in(comment, text=text, others=others, is_hasty=is_hasty)
    Finding.objects.bulk_create(found)
    return must_hold


def findings_in(
    comment, *, text: str, others: tuple[str, ...], is_hasty: bool = False
) -> tuple[list[Finding], bool]:
    """Return a comment's findings, not yet stored, and whether it must be held.

    Places are in `text`, the comment's original. What is found in `others` (the proposal, the name)
    has no place in it and is written once for each kind, with 0 and 0.
    """
    here = detector.find(text)
    elsewhere = [found for other in others for found in detector.find(other)]
    kinds = dict.fromkeys(found.kind for found in elsewhere)
    if is_hasty:
        kinds[FindingKind.HASTY] = None
    found = [
        *(Finding(comment=comment, kind=f.kind, start=f.start, length=f.length) for f in here),
        *(Finding(comment=comment, kind=kind) for kind in kinds),
    ]
    must_hold = any(f.kind == FindingKind.CPR and not f.is_hint for f in here + elsewhere)
    return found, is_hasty or must_hold
