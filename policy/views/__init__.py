"""The public views of a policy. They only read; `PolicyPage.show` calls them by these names."""

from .comparisons import compare, comparison
from .drafts import preview
from .editions import edition, edition_in_force
from .feed import feed
from .files import edition_file
from .passages import passage
from .promises import promises
from .questions import edition_questions, questions
from .timeline import editions
from .words import words

__all__ = [
    "compare",
    "comparison",
    "edition",
    "edition_file",
    "edition_in_force",
    "edition_questions",
    "editions",
    "feed",
    "passage",
    "preview",
    "promises",
    "questions",
    "words",
]
