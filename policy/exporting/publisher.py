"""Who publishes: the municipality's names and how to reach it, for covers and forms.

The text must not know the site's settings, which lie above. So the settings tell, in `ready()`.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Publisher:
    """The municipality as readers of one language see it. Empty text where nothing was given."""

    municipality: str = ""
    office: str = ""
    postal_address: str = ""
    phone: str = ""
    accent: str = ""


_ask: Callable[[str], Publisher] | None = None


def register(ask: Callable[[str], Publisher]) -> None:
    """`ask(language)` returns the publisher as it is named in that language."""
    global _ask
    _ask = ask


def publisher_in(language: str) -> Publisher:
    return _ask(language) if _ask else Publisher()
