"""The public views of a policy. They only read; `PolicyPage.show` calls them by these names."""

from .drafts import preview
from .editions import edition, edition_in_force, editions
from .files import edition_file
from .passages import passage
from .questions import edition_questions, questions

__all__ = [
    "edition",
    "edition_file",
    "edition_in_force",
    "edition_questions",
    "editions",
    "passage",
    "preview",
    "questions",
]
