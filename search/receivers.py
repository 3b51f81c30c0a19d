"""What happened is written into the queue, in the transaction in which it happened."""

from comments.signals import comment_decided, comment_words_changed, response_published
from notifications import jobs
from policy.signals import edition_text_frozen

from . import queue


def connect() -> None:
    """Connect once, from `ready()`."""
    edition_text_frozen.connect(text_frozen, dispatch_uid="search.text_frozen")
    comment_decided.connect(comment_changed, dispatch_uid="search.decided")
    comment_words_changed.connect(comment_changed, dispatch_uid="search.words_changed")
    response_published.connect(response_changed, dispatch_uid="search.response")


def join_the_worker() -> None:
    """Have the worker write the index every second."""
    jobs.register("index", queue.drain, every=1)


def text_frozen(edition_text, **kwargs) -> None:
    queue.put(edition_text)


def comment_changed(comment, **kwargs) -> None:
    """Whatever was decided: the worker looks whether the comment is public then."""
    queue.put(comment)


def response_changed(response, **kwargs) -> None:
    queue.put(response)
