"""The kinds of things that are found: which of them are public, and by what words they are found.

A kind joins by `search.kinds.join`, and by a `queue.put` of its objects where they change.
"""

from .dialogue import COMMENTS, RESPONSES
from .editions import EDITIONS, HEARINGS
from .files import FILES
from .site import PAGES
from .source import Source, Words
from .terms import TERMS
from .texts import PASSAGES

SOURCES: dict[str, Source] = {
    source.kind: source
    for source in (PASSAGES, COMMENTS, RESPONSES, EDITIONS, HEARINGS, PAGES, TERMS, FILES)
}

__all__ = [
    "COMMENTS",
    "EDITIONS",
    "HEARINGS",
    "FILES",
    "PAGES",
    "PASSAGES",
    "RESPONSES",
    "SOURCES",
    "TERMS",
    "Source",
    "Words",
]
