"""What other apps show beside the text: counts of comments, the open hearing, a thread.

The text must not know who talks about it. So it keeps this list of questions, which upper apps fill
in `ready()`, and asks each once for a whole page: never once for each passage.
"""

from collections.abc import Callable

_editions: dict[str, Callable] = {}
_passages: dict[str, Callable] = {}
_threads: dict[str, Callable] = {}
_lists: dict[str, Callable] = {}
_changes: dict[str, Callable] = {}


def register_edition(name: str, ask: Callable) -> None:
    """`ask(edition_text, page)` returns anything about an edition, or None."""
    _editions[name] = ask


def register_passages(name: str, ask: Callable) -> None:
    """`ask(edition_text, page)` returns {passage code: anything}, in a fixed number of queries."""
    _passages[name] = ask


def register_thread(name: str, ask: Callable) -> None:
    """`ask(wording, page, request, editions)` returns anything about one passage for its own page.

    `editions` are the ids of those whose wordings the page shows.
    """
    _threads[name] = ask


def register_changes(name: str, ask: Callable) -> None:
    """`ask(old_edition, new_edition, page)` returns {passage code: what led to its change}.

    `new_edition` is None for the working text. In a fixed number of queries.
    """
    _changes[name] = ask


def register_editions(name: str, ask: Callable) -> None:
    """`ask(editions, page)` returns {edition id: anything} for a list, in a fixed number of queries."""
    _lists[name] = ask


def of_edition(edition_text, page) -> dict:
    return {name: ask(edition_text, page) for name, ask in _editions.items()}


def of_passages(edition_text, page) -> dict[str, dict]:
    """Return {name: {passage code: answer}}."""
    return {name: ask(edition_text, page) for name, ask in _passages.items()}


def of_thread(wording, page, request, editions) -> dict:
    return {name: ask(wording, page, request, editions) for name, ask in _threads.items()}


def of_changes(old_edition, new_edition, page) -> dict[str, dict]:
    """Return {name: {passage code: answer}}."""
    return {name: ask(old_edition, new_edition, page) for name, ask in _changes.items()}


def of_editions(editions, page) -> dict[str, dict]:
    """Return {name: {edition id: answer}}."""
    return {name: ask(editions, page) for name, ask in _lists.items()}
