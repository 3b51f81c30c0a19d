"""What is said about a translation when it is saved: warnings, which a person may pass by saving again."""

from collections.abc import Callable

_checks: list[Callable] = []


def register(check: Callable) -> Callable:
    """Ask `check(source_text, target_text, locale)` at each saving; from `ready()` or as a decorator.

    It answers with a list of messages, empty when nothing is wrong. `locale` is the language
    translated into.
    """
    if check not in _checks:
        _checks.append(check)
    return check


def warnings_of(source_text: str, target_text: str, locale) -> list[str]:
    """Return what all checks say, in the order of registration."""
    return [
        str(message) for check in _checks for message in check(source_text, target_text, locale)
    ]
