"""The comments of a hearing: received, shortened, translated and decided about."""

from comments.actions import decide, redact, submit, translate_comment, withdraw
from comments.models import Comment, Hearing
from comments.states import AuthorKind, CommentStatus, DecisionAction, Source
from policy.models import Wording

from .bodies import passage_id
from .calendar import Calendar
from .policy import hearing_of
from .staff import member
from .texts import SOURCE, TRANSLATION, load

ACTIONS = {
    CommentStatus.PUBLISHED: DecisionAction.PUBLISH,
    CommentStatus.HELD: DecisionAction.HOLD,
    CommentStatus.REJECTED: DecisionAction.REJECT,
}


def has_comments(key: str) -> bool:
    return Comment.objects.filter(hearing=hearing_of(key)).exists()


def receive_comments(key: str, calendar: Calendar) -> None:
    """Receive a hearing's comments and decide about those that have been decided."""
    desk = Desk(hearing_of(key), calendar, moves=key == load("dialogue")["hearings"][-1]["key"])
    for entry in load("dialogue")["comments"]:
        if entry["hearing"] == key:
            comment = desk.receive(entry)
            desk.handle(comment, entry)


class Desk:
    """What receives comments and decides about them, for one hearing."""

    def __init__(self, hearing: Hearing, calendar: Calendar, *, moves: bool):
        self.hearing, self.calendar, self.moves = hearing, calendar, moves
        self.moderator, self.translator = member("moderator"), member("oversaetter")
        texts = hearing.edition.texts.select_related("locale", "edition")
        self.texts = {text.locale.language_code: text for text in texts}
        wordings = Wording.objects.filter(edition_text__edition=hearing.edition)
        self.wordings = {
            (wording.edition_text_id, str(wording.passage.uuid)): wording
            for wording in wordings.select_related("passage")
        }

    def receive(self, entry: dict) -> Comment:
        """Take a comment in. Whoever reads neither language has read the Danish text."""
        language = TRANSLATION if entry["language"] == TRANSLATION else SOURCE
        text = self.texts[language]
        passage = entry["passage"]
        is_association = entry["author_kind"] == AuthorKind.ASSOCIATION
        submission = submit(
            hearing=self.hearing,
            edition_text=text,
            wording=self.wordings[text.pk, passage_id(passage)] if passage else None,
            nonce=f"demo {entry['number']}",
            text=entry["text"],
            language=entry["language"],
            author_kind=entry["author_kind"],
            name=entry["author"] if is_association else "",
            name_is_public=is_association,
            district="" if is_association else entry["author"],
            stance=entry["stance"],
            proposal=entry.get("proposal", ""),
            source=entry["source"],
            received_at=self._instant(entry["received_at"]),
            by=None if entry["source"] == Source.FORM else self.moderator,
            number=entry["number"],
        )
        return submission.comment

    def handle(self, comment: Comment, entry: dict) -> None:
        """Shorten and translate it, and decide about it or let its sender withdraw it."""
        at = self._instant(entry["decided_at"]) if "decided_at" in entry else None
        if "redactions" in entry:
            redact(comment=comment, by=self.moderator, text=shortened(entry), at=at)
        for language, text in entry.get("translations", {}).items():
            translate_comment(
                comment=comment, by=self.translator, language=language, text=text, at=at
            )
        if entry["state"] == CommentStatus.WITHDRAWN:
            withdraw(comment=comment, at=at)
        elif entry["state"] in ACTIONS and entry["state"] != comment.status:
            decide(
                comment=comment,
                seen_version=comment.version,
                action=ACTIONS[entry["state"]],
                by=self.moderator,
                reason=entry.get("reason", ""),
                at=at,
            )

    def _instant(self, text: str):
        return self.calendar.instant(text, moves=self.moves)


def shortened(entry: dict) -> str:
    """Return the text with each span that is left out replaced by what is said of it, in brackets."""
    text = entry["text"]
    for start, end, label in sorted(entry["redactions"], reverse=True):
        text = f"{text[:start]}[{label}]{text[end:]}"
    return text
