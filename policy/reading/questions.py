"""The eight questions, and where a policy's text answers them or is silent."""

from dataclasses import dataclass, field

from policy.kinds import EIGHT_QUESTIONS

from .shape import KIND_NAMES, ReadPassage


@dataclass(frozen=True)
class Group:
    """Passages of one kind that answer a question. `is_whole`: all that the edition has of the kind."""

    kind: str
    passages: list[ReadPassage]
    is_whole: bool

    @property
    def kind_name(self) -> str:
        return KIND_NAMES[self.kind]

    @property
    def count(self) -> int:
        return len(self.passages)


@dataclass(frozen=True)
class Question:
    """`answers` are of the edition that is read, `draft_answers` of the version in hearing."""

    number: int
    text: str
    answers: list[Group] = field(default_factory=list)
    draft_answers: list[Group] = field(default_factory=list)

    @property
    def is_silent(self) -> bool:
        """Nothing in the edition answers it: said openly and not left out."""
        return not self.answers

    @property
    def draft_answers_it(self) -> bool:
        return self.is_silent and bool(self.draft_answers)


def questions(read: list[ReadPassage], draft: list[ReadPassage]) -> list[Question]:
    """Return the eight questions by the passages of two editions; asks no database."""
    return [
        Question(
            number=number,
            text=str(text),
            answers=_groups(read, number),
            draft_answers=_groups(draft, number),
        )
        for number, text in EIGHT_QUESTIONS
    ]


def _groups(passages: list[ReadPassage], number: int) -> list[Group]:
    found: dict[str, list[ReadPassage]] = {}
    for passage in passages:
        # Absent in a heading and in figures, and in editions older than the field.
        if number in (passage.value.get("questions") or ()):
            found.setdefault(passage.kind, []).append(passage)
    return [
        Group(kind, answering, is_whole=len(answering) == _count(passages, kind))
        for kind, answering in found.items()
    ]


def _count(passages: list[ReadPassage], kind: str) -> int:
    return sum(passage.kind == kind for passage in passages)
