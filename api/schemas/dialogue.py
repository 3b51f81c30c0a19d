"""Hearings, comments, answers."""

import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from comments.models import HearingKind, TextRole
from comments.states import AuthorKind, Result, Source, Stance

from .parts import Listed, Place, Words


class HearingOut(BaseModel):
    id: int
    kind: Literal[*HearingKind.values]
    policy: UUID
    edition: str
    opens_at: datetime.datetime
    closes_at: datetime.datetime | None = Field(description="None: it stays open.")
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


class FileOut(BaseModel):
    name: str
    size: int = Field(description="In bytes.")
    type: str = Field(description="As in Content-Type. The comment’s pages lead to the file.")


class CommentOut(BaseModel):
    policy: UUID
    number: int
    hearing: int
    edition: str
    passage: str | None = Field(description="The passage’s code; none for the text as a whole.")
    lang: str = Field(description="The language that it was written in.")
    received_at: datetime.datetime
    author: AuthorOut
    source: Literal[*Source.values] = Field(
        description="How it came: by the form, or typed in by the municipality."
    )
    stance: Literal[*Stance.values] | None
    texts: list[CommentWords] = Field(description="As shown: shortened where it was shortened.")
    files: list[FileOut]
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
