"""What can be asked for: the parameters, with bounds that no database is asked beyond."""

from typing import Annotated
from uuid import UUID

from ninja import Path, Schema
from pydantic import AfterValidator, Field
from pydantic.json_schema import SkipJsonSchema

from policy.locales import site_languages

LARGEST_ID = 2**63 - 1
KEY = r"^[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?$"
CODE = r"^[0-9a-z]{4,8}$"


def _language_of_the_site(code: str) -> str:
    if code not in site_languages():
        raise ValueError(f"The site has {', '.join(site_languages())}.")
    return code


Language = Annotated[
    str, AfterValidator(_language_of_the_site), Field(description="A language of the site.")
]
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
