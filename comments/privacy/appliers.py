"""How erasures and withdrawals of comments are done again on a database that does not know of them."""

import datetime

from comments.actions.erasure import erase, is_erased
from comments.actions.withdraw import withdraw
from comments.models import Comment

from . import erasures

COMMENT, WITHDRAWN = "comment", "withdrawn"


def register() -> None:
    """Register once, from `ready()`."""
    erasures.register(COMMENT, _erase)
    erasures.register(WITHDRAWN, _withdraw)


def _erase(key: str, at: datetime.datetime) -> bool:
    """Erase the comment that came with the form of this hash, if the backup has it unerased."""
    comment = Comment.objects.filter(submission_hash=key).first()
    if comment is None or is_erased(comment):
        return False
    erase(comment=comment, by=None, at=at)
    return True


def _withdraw(key: str, at: datetime.datetime) -> bool:
    comment = Comment.objects.filter(submission_hash=key).first()
    return comment is not None and withdraw(comment=comment, at=at) is not None
