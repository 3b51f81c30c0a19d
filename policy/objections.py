"""What other apps have against withdrawing an edition.

The policy must not know of hearings, so upper apps fill this list in `ready()`. Each is asked inside
the transaction, under the policy's lock, and changes nothing.
"""

from collections.abc import Callable

_objections: dict[str, Callable] = {}


def register(name: str, ask: Callable) -> None:
    """`ask(edition, at)` returns a sentence to show, or an empty string."""
    _objections[name] = ask


def to_withdrawing(edition, at) -> list[str]:
    """Return what speaks against withdrawing the edition at the instant `at`."""
    return [said for ask in _objections.values() if (said := ask(edition, at))]
