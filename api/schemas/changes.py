"""Comparisons."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from policy.comparing.shapes import CHANGED

from .parts import Listed, Words


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


class TermOut(BaseModel):
    """An explained word whose explanation is new, reworded, or no longer in the text."""

    kind: Literal["new", "reworded", "removed"]
    name: str
    explanation: list[PieceOut]


class ComparisonOut(Listed):
    policy: UUID
    old: str
    new: str
    lang: str
    counts: dict[str, int]
    front: list[FieldOut] = Field(description="The title and the introduction, if they differ.")
    terms: list[TermOut] = Field(description="The explained words that differ.")
    items: list[ChangeOut]
