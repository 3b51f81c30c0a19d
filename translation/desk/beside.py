"""What other parts show beside the text in hand: terms, earlier translations, marks.

A companion is called for one text at a time and answers with safe HTML, or "" when it has nothing.
"""

from collections.abc import Callable

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

_companions: list[Callable] = []


def register(companion: Callable) -> Callable:
    """Show `companion(segment, locale, user)` at the desk; from `ready()` or as a decorator.

    `segment` is wagtail-localize's `StringSegment` with its string and context, or for the frozen
    Danish of an edition an object with the same `string.data` and `context.path`. `locale` is the
    language translated into.
    """
    if companion not in _companions:
        _companions.append(companion)
    return companion


def beside(segment, locale, user) -> list[SafeString]:
    """Return the fragments that there are, in the order of registration; what is not safe is escaped."""
    fragments = [companion(segment, locale, user) for companion in _companions]
    return [conditional_escape(fragment) for fragment in fragments if fragment]
