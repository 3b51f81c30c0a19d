"""Several comments in one go: the form opens with what its sender said of herself the last time.

The receipt's secret comes in the body of a POST, never in the form's address, and nothing is kept
between two comments: no cookie, no session, no row that ties them together.
"""

from comments.models import Sender
from comments.receipts import hash_of
from comments.states import Audience, AuthorKind

from .fields import CommentForm, Shown

BEGIN = "begin"  # value of the button that opens a form for another passage


def form_for_another(secret: str) -> tuple[CommentForm, bool]:
    """Return an empty form with the fields of the sender who has that receipt; False without one.

    A sender whose data were erased, and a secret that nobody has, get the form as anybody does.
    """
    senders = Sender.objects.filter(comment__receipt_hash=hash_of(secret))
    sender = senders.select_related("comment").first()
    if sender is None:
        return CommentForm(initial={"author_kind": AuthorKind.CITIZEN}), False
    initial = {
        "author_kind": sender.comment.author_kind,
        "language": sender.comment.language,
        "name": sender.name,
        "shown": _shown(sender),
        "district": sender.district,
        "email": sender.email,
    }
    return CommentForm(initial=initial), True


def _shown(sender) -> str:
    if sender.comment.audience == Audience.MUNICIPALITY:
        return Shown.MUNICIPALITY
    return Shown.NAME if sender.name_is_public else Shown.HIDDEN
