"""One person's data wherever it is: found by address, receipt, number or name; and erased elsewhere.

What lies outside of the comments (mails, followers) is registered by the app that owns it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from comments.models import Comment, CommentText
from comments.receipts import hash_of

MOST = 200  # comments shown of one search
LONGEST_SECRET = 100


@dataclass(frozen=True)
class Source:
    """`collect` gets an address and returns plain values; `erase` takes away what is kept there."""

    name: str
    collect: Callable[[str], list[dict]]
    erase: Callable[[str], int]


@dataclass
class Match:
    """A comment that may be the person's, and why it was found."""

    comment: Comment
    because: list[str] = field(default_factory=list)


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    _sources[source.name] = source


def elsewhere(email: str) -> dict[str, list[dict]]:
    """Return {name: rows} of what other apps keep at an address; empty without one."""
    return {name: source.collect(email) if email else [] for name, source in _sources.items()}


def erase_elsewhere(email: str) -> int:
    """Erase what other apps keep at an address; return how many rows."""
    return sum(source.erase(email) for source in _sources.values()) if email else 0


def find(*, email: str = "", name: str = "", receipt: str = "") -> list[Match]:
    """Return comments that may be one person's, at most `MOST`, the surest reason first.

    `receipt` is a comment's number, or the address of a receipt as the person has it. Words that
    mention the address may be somebody else's: staff tick what is hers.
    """
    found: dict[int, Match] = {}
    for reason, which in _ways(email.strip(), name.strip(), receipt.strip()):
        comments = Comment.objects.filter(which).select_related("hearing__edition", "sender")
        for comment in comments.order_by("pk").distinct()[:MOST]:
            found.setdefault(comment.pk, Match(comment)).because.append(reason)
    return list(found.values())[:MOST]


def _ways(email: str, name: str, receipt: str):
    if email:
        yield _("the address"), Q(sender__email__iexact=email)
    if receipt.isascii() and receipt.isdecimal() and len(receipt) < 9:
        yield _("the number"), Q(number=int(receipt))
    elif receipt:
        secret = receipt.rstrip("/").rsplit("/", 1)[-1][:LONGEST_SECRET]
        yield _("the receipt"), Q(receipt_hash=hash_of(secret))
    if name:
        yield _("the name"), Q(sender__name__icontains=name)
    for words in filter(None, (email, name)):
        mentioned = CommentText.objects.filter(text__icontains=words)
        yield _("mentioned in the text"), Q(pk__in=mentioned.values("comment"))
