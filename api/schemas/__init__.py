"""The shapes of answers. Whatever is in a language says so in `lang`."""

from .changes import ComparisonOut
from .dialogue import Comments, HearingOut, Hearings, Outcomes, Responses
from .parts import Problem
from .search import SearchResults
from .texts import EditionOut, Editions, Fates, PassageOut, PassagesOfEdition, Policies, PolicyOut

__all__ = [
    "Comments",
    "ComparisonOut",
    "EditionOut",
    "Editions",
    "Fates",
    "HearingOut",
    "Hearings",
    "Outcomes",
    "PassageOut",
    "PassagesOfEdition",
    "Policies",
    "PolicyOut",
    "Problem",
    "Responses",
    "SearchResults",
]
