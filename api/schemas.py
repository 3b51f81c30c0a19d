"""The shapes of answers. Whatever is in a language says so in `lang`."""

import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from comments.models import TextRole
from comments.states import AuthorKind, Result, Stance
from policy.comparing.shapes import CHANGED
from policy.kinds import PassageKind
from policy.models import EditionKind, FateKind, NoteKind

Status = Literal["in_force", "coming", "superseded", "withdrawn", "hearing"]


class Fault(BaseModel):
    parameter: str
    message: str


class Problem(BaseModel):
    """An error, RFC 9457."""

    title: str
    status: int
    detail: str
    errors: list[Fault] = []


class Listed(BaseModel):
    count: int = Field(description="How many there are on all pages.")
    next: str | None = Field(description="The address of the next page.")


class Place(BaseModel):
    """A page for people, in a language."""

    lang: str
    url: str


class Words(BaseModel):
    lang: str
    text: str


class PolicyTitle(BaseModel):
    lang: str
    title: str
    introduction: str


class PolicyOut(BaseModel):
    id: UUID
    titles: list[PolicyTitle] = Field(description="Of the edition in force, else of the newest.")
    in_force: str | None = Field(description="The key of the edition in force now.")
    pages: list[Place]
    url: str
    editions_url: str


class Policies(Listed):
    items: list[PolicyOut]


class EditionTextOut(BaseModel):
    lang: str
    is_authoritative: bool = Field(description="The text in force; the others are translations.")
    title: str
    introduction: str
    note: str
    adopted_by: str
    sha256: str = Field(description="The seal of title, introduction and content.")
    frozen_at: datetime.datetime
    passages_url: str


class NoteText(BaseModel):
    lang: str
    text: str
    before: str
    after: str


class NoteOut(BaseModel):
    """What was said about the edition after it was frozen: a correction, a withdrawal."""

    kind: Literal[*NoteKind.values]
    made_at: datetime.datetime
    passage: str | None
    texts: list[NoteText]


class EditionOut(BaseModel):
    policy: UUID
    key: str
    kind: Literal[*EditionKind.values]
    number: int
    draft_number: int | None
    status: Status
    based_on: str | None = Field(description="The key of the edition that this one continues.")
    case_number: str
    adopted_on: datetime.date | None
    in_force_from: datetime.date | None
    public_from: datetime.datetime
    texts: list[EditionTextOut]
    notes: list[NoteOut]
    pages: list[Place]
    url: str
    fates_url: str


class Editions(Listed):
    items: list[EditionOut]


class WordingOut(BaseModel):
    """A passage as one edition has it, in one language."""

    passage: UUID
    code: str
    lang: str
    kind: Literal[*PassageKind.values]
    number: str
    heading: str
    text: str = Field(description="All its words, without markup.")
    plain_language: str
    value: dict[str, Any] = Field(description="The frozen values, as the seal covers them.")
    sha256: str


class PassageInEdition(WordingOut):
    url: str
    pages: list[Place]


class PassagesOfEdition(Listed):
    policy: UUID
    edition: str
    lang: str
    sha256: str
    title: str
    introduction: str
    items: list[PassageInEdition]


class FateOut(BaseModel):
    """What became of a passage on the step from the edition before."""

    edition: str
    code: str
    kind: Literal[*FateKind.values]
    into: list[str] = Field(description="The codes of the passages that took over its words.")
    reasons: list[Words]


class Fates(Listed):
    policy: UUID
    edition: str
    based_on: str | None
    items: list[FateOut]


class WordingInLife(WordingOut):
    edition: str
    is_authoritative: bool
    fate: FateOut | None = Field(description="What became of it on the step to this edition.")


class PassageOut(Listed):
    """A passage with all its public wordings, oldest first."""

    policy: UUID
    passage: UUID
    code: str
    pages: list[Place]
    items: list[WordingInLife]


class PieceOut(BaseModel):
    op: Literal["same", "added", "removed"]
    text: str


class PartOut(BaseModel):
    """A paragraph, an item of a list, a row of a table."""

    shape: str
    op: Literal["same", "added", "removed", "changed"]
    pieces: list[PieceOut]


class FieldOut(BaseModel):
    name: str
    label: str
    note: str = Field(description="What changed apart from words: links, order, image.")
    parts: list[PartOut]


class SideOut(BaseModel):
    """A passage as one of the two texts has it; `at` is its place there, from 0."""

    code: str
    kind: str
    number: str
    heading: str
    at: int


class ChangeOut(BaseModel):
    kind: Literal[*CHANGED, "unchanged"]
    is_moved: bool
    passage: UUID
    old: SideOut | None
    new: SideOut | None
    heading: list[PieceOut]
    fields: list[FieldOut]
    reasons: list[Words]
    into: list[str] = Field(description="The codes of the passages that took over its words.")
    came_from: list[str]


class ComparisonOut(Listed):
    policy: UUID
    old: str
    new: str
    lang: str
    counts: dict[str, int]
    front: list[FieldOut] = Field(description="The title and the introduction, if they differ.")
    items: list[ChangeOut]


class HearingOut(BaseModel):
    id: int
    policy: UUID
    edition: str
    opens_at: datetime.datetime
    closes_at: datetime.datetime
    is_open: bool
    answers_due: datetime.date | None
    decision_planned_on: datetime.date | None
    purposes: list[Words]
    comments: int
    pages: list[Place]
    url: str


class Hearings(Listed):
    items: list[HearingOut]


class AuthorOut(BaseModel):
    """Who wrote, as far as the sender lets it be known."""

    kind: Literal[*AuthorKind.values]
    name: str | None
    district: str | None


class CommentWords(Words):
    role: Literal[*TextRole.values]


class CommentOut(BaseModel):
    policy: UUID
    number: int
    hearing: int
    edition: str
    passage: str | None = Field(description="The passage’s code; none for the text as a whole.")
    lang: str = Field(description="The language that it was written in.")
    received_at: datetime.datetime
    author: AuthorOut
    stance: Literal[*Stance.values] | None
    texts: list[CommentWords] = Field(description="As shown: shortened where it was shortened.")
    pages: list[Place]


class Comments(Listed):
    items: list[CommentOut]


class ResponseOut(BaseModel):
    id: int
    policy: UUID
    hearing: int
    signed_by: str
    published_at: datetime.datetime
    texts: list[Words]
    comments: list[int] = Field(description="The numbers of the comments that it answers.")


class Responses(Listed):
    items: list[ResponseOut]


class OutcomeOut(BaseModel):
    policy: UUID
    comment: int
    response: int
    hearing: int
    result: Literal[*Result.values]
    reasons: list[Words]
    edition: str | None
    passages: list[str] = Field(description="The codes of the passages that changed.")
    decided_on: datetime.date | None


class Outcomes(Listed):
    items: list[OutcomeOut]
