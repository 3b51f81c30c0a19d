"""Policies, editions, passages, fates."""

import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from policy.kinds import PassageKind
from policy.models import EditionKind, FateKind, NoteKind

from .parts import Listed, Place, Words

Status = Literal["in_force", "coming", "superseded", "withdrawn", "hearing"]


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
    translation: str | None = Field(
        description="The language of the translation that alone has the misprint, else null."
    )
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
