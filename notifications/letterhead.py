"""Who writes: the municipality's names and how to reach it.

Mails must not know the site's settings, which lie above. So the settings tell them, in `ready()`.
"""

from collections.abc import Callable

NOTHING = {"municipality": "", "contact_office": "", "contact_email": "", "contact_phone": ""}
_ask: Callable[[str], dict[str, str]] | None = None


def register(ask: Callable[[str], dict[str, str]]) -> None:
    """`ask(language)` returns the four values of `NOTHING` in that language."""
    global _ask
    _ask = ask


def letterhead(language: str) -> dict[str, str]:
    return {**NOTHING, **_ask(language)} if _ask else NOTHING
