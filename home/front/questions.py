"""The eight questions, and where the policy answers them or is silent."""

from dataclasses import dataclass, field

from comments.reading.places import Places
from policy.kinds import EIGHT_QUESTIONS, PassageKind
from policy.reading.shape import ReadPassage

NAMES = dict(PassageKind.choices)


@dataclass(frozen=True)
class Group:
    """Passages of one kind that answer a question. `is_whole`: all that the edition has of the kind."""

    kind: str
    passages: list[ReadPassage]
    is_whole: bool

    @property
    def kind_name(self) -> str:
        return NAMES[self.kind]

    @property
    def count(self) -> int:
        return len(self.passages)


@dataclass(frozen=True)
class Question:
    """`answers` are of the edition in force, `draft_answers` of the version in hearing."""

    number: int
    text: str
    answers: list[Group] = field(default_factory=list)
    draft_answers: list[Group] = field(default_factory=list)

    @property
    def is_silent(self) -> bool:
        """Nobody answers it in the edition in force: said openly and not left out."""
        return not self.answers

    @property
    def draft_answers_it(self) -> bool:
        return self.is_silent and bool(self.draft_answers)


def questions(in_force: list[dict], draft: list[dict], places: Places | None = None):
    """Return the eight questions by the frozen contents of two editions; asks no database."""
    return [
        Question(
            number=number,
            text=str(text),
            answers=_groups(in_force, number, places),
            draft_answers=_groups(draft, number, places),
        )
        for number, text in EIGHT_QUESTIONS
    ]


def _groups(content: list[dict], number: int, places: Places | None) -> list[Group]:
    found: dict[str, list[ReadPassage]] = {}
    for entry in content:
        if number in entry["value"].get("questions", ()):
            found.setdefault(entry["kind"], []).append(_read(entry, places))
    return [
        Group(kind, passages, is_whole=len(passages) == _count(content, kind))
        for kind, passages in found.items()
    ]


def _read(entry: dict, places: Places) -> ReadPassage:
    return ReadPassage(
        code=entry["code"],
        kind=entry["kind"],
        number=entry["number"],
        value=entry["value"],
        url=places.passage(entry["code"]),
    )


def _count(content: list[dict], kind: str) -> int:
    return sum(entry["kind"] == kind for entry in content)
