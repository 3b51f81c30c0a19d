"""What the search answers."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from .parts import Listed


class OlderPassage(BaseModel):
    edition: str
    url: str


class SearchHit(BaseModel):
    kind: str
    url: str = Field(description="Where people read it.")
    title: str = Field(description="Of a comment its author, of an answer its office.")
    lang: str
    snippet: str = Field(description="The place where the words are, as plain text.")
    html: str = Field(description="The same, escaped, with the words in <mark>.")
    policy: UUID | None
    edition: str | None
    in_force: bool
    number: int | None = Field(description="Of a comment, or of the first that an answer answers.")
    at: datetime | None
    older: list[OlderPassage] = Field(
        description="Of a passage: other editions that have the words."
    )


class SearchResults(Listed):
    some_words: bool = Field(description="Nothing has all the words; these have some of them.")
    kinds: dict[str, int] = Field(description="How many were found of each kind.")
    items: list[SearchHit]
