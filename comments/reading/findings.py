"""What staff are told to look out for in a comment, with the words that it stands in."""

from dataclasses import dataclass

from comments.models import Comment, FindingKind, TextRole

MOST = 20
# What is left out by one key. Names and words about health are for a person to judge.
COVERED = {FindingKind.CPR, FindingKind.PHONE, FindingKind.EMAIL, FindingKind.ADDRESS}


@dataclass(frozen=True)
class ShownFinding:
    """`words` is empty for what has no place in the text: in the name, or about the sending."""

    kind: str
    words: str


@dataclass(frozen=True)
class Piece:
    """A part of a text. `kind` names what was found in it, or is empty."""

    text: str
    kind: str = ""


def findings_of(comment: Comment) -> list[ShownFinding]:
    """Return the comment's findings in the order of the text, at most `MOST`. Two queries.

    The words are cut out of the original each time: nothing but the text itself holds any.
    """
    text = original_of(comment)
    return [
        ShownFinding(
            finding.get_kind_display(), text[finding.start : finding.start + finding.length]
        )
        for finding in comment.findings.all()[:MOST]
    ]


def original_of(comment: Comment) -> str:
    """Return the comment's own words; empty when they are erased."""
    original = comment.texts.filter(role=TextRole.ORIGINAL).first()
    return original.text if original else ""


def marked(text: str, findings) -> list[Piece]:
    """Cut a text into pieces, those in which something was found apart from the others."""
    pieces, end = [], 0
    for finding in _in_place(findings):
        if finding.start < end:
            continue
        pieces.append(Piece(text[end : finding.start]))
        end = finding.start + finding.length
        pieces.append(Piece(text[finding.start : end], finding.get_kind_display()))
    return [piece for piece in [*pieces, Piece(text[end:])] if piece.text]


def covered(text: str, findings) -> str:
    """Return the text with brackets over the personal data that were found, each named by its kind."""
    pieces, end = [], 0
    for finding in _in_place(findings):
        if finding.kind not in COVERED or finding.start < end:
            continue
        pieces += [text[end : finding.start], f"[{finding.get_kind_display()}]"]
        end = finding.start + finding.length
    return "".join([*pieces, text[end:]])


def coverable(findings) -> int:
    """Return how many places `covered` leaves out."""
    count = end = 0
    for finding in _in_place(findings):
        if finding.kind in COVERED and finding.start >= end:
            count += 1
            end = finding.start + finding.length
    return count


def _in_place(findings) -> list:
    return sorted((f for f in findings if f.length), key=lambda f: (f.start, -f.length))
