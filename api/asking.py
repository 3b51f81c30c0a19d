"""What can be asked for: the parameters, with bounds that no database is asked beyond."""

from typing import Annotated, Literal
from uuid import UUID

from django.conf import settings
from ninja import Path, Schema
from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

LARGEST_ID = 2**63 - 1
KEY = r"^[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?$"
CODE = r"^[0-9a-z]{4,8}$"

Language = Literal[*(code for code, _name in settings.LANGUAGES)]
RowId = Annotated[int, Field(ge=1, le=LARGEST_ID)]
EditionKey = Annotated[
    str, Field(pattern=KEY, description="“2”, or “3-1” for the first hearing version of edition 3.")
]
PassageCode = Annotated[
    str, Field(pattern=CODE, description="A passage’s short code, the same in every edition.")
]

# In an address there is no null: what is not asked for is not there.
NotAsked = SkipJsonSchema[None]
KeyInPath = Path[EditionKey]
CodeInPath = Path[PassageCode]


class Page(Schema):
    """Which part of a list."""

    page: int = Field(1, ge=1, le=10_000)
    page_size: int = Field(50, ge=1, le=100)


class InLanguage(Page):
    """Without a language: the text that is in force, and not one of its translations."""

    language: Language | NotAsked = None


class OfHearing(Page):
    """Narrowed to a policy or a hearing."""

    policy: UUID | NotAsked = None
    hearing: RowId | NotAsked = None


class AboutText(OfHearing):
    """Narrowed further; an edition's key and a passage's code mean something in a policy only."""

    edition: EditionKey | NotAsked = None
    passage: PassageCode | NotAsked = None
    number: RowId | NotAsked = None
