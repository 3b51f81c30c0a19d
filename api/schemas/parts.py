"""What many answers have in common."""

from pydantic import BaseModel, Field


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
