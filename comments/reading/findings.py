"""What was found in a comment, for the moderator who reads it: a kind, and the words it stands in."""

from dataclasses import dataclass

from comments.models import Comment, TextRole

MOST = 20


@dataclass(frozen=True)
class ShownFinding:
    """`words` is empty for what has no place in the text: in the name, or about the sending."""

    kind: str
    words: str


def findings_of(comment: Comment) -> list[ShownFinding]:
    """Return the comment's findings in the order of the text, at most `MOST`. Two queries.

    The words are cut out of the original each time: nothing but the text itself holds any.
    """
    original = comment.texts.filter(role=TextRole.ORIGINAL).first()
    text = original.text if original else ""
    return [
        ShownFinding(
            finding.get_kind_display(), text[finding.start : finding.start + finding.length]
        )
        for finding in comment.findings.all()[:MOST]
    ]
