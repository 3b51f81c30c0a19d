"""What other apps show beside the text: counts of comments, the open hearing, a thread.

The text must not know who talks about it. So it keeps this list of questions, which upper apps fill
in `ready()`, and asks each once for a whole page: never once for each passage.
"""

from collections.abc import Callable

_editions: dict[str, Callable] = {}
_passages: dict[str, Callable] = {}
_threads: dict[str, Callable] = {}


def register_edition(name: str, ask: Callable) -> None:
    """`ask(edition_text, page)` returns anything about an edition, or None."""
    _editions[name] = ask


def register_passages(name: str, ask: Callable) -> None:
    """`ask(edition_text, page)` returns {passage code: anything}, in a fixed number of queries."""
    _passages[name] = ask


def register_thread(name: str, ask: Callable) -> None:
    """`ask(wording, page, request)` returns anything about one passage for its own page."""
    _threads[name] = ask


def of_edition(edition_text, page) -> dict:
    return {name: ask(edition_text, page) for name, ask in _editions.items()}


def of_passages(edition_text, page) -> dict[str, dict]:
    """Return {name: {passage code: answer}}."""
    return {name: ask(edition_text, page) for name, ask in _passages.items()}


def of_thread(wording, page, request) -> dict:
    return {name: ask(wording, page, request) for name, ask in _threads.items()}
