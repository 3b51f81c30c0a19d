"""Give a sender who lost her receipt a new one, and void the old."""

import datetime

from django.db import transaction
from django.utils import timezone

from comments.limits import Limit, count_one
from comments.models import Comment, Sender
from comments.receipts import draw_secret, hash_of
from comments.signals import receipt_replaced

from .decide import lock_comment

# So that nobody who knows another's address and number keeps voiding her receipts.
NEW_RECEIPTS = Limit("new-receipt", 3, 24 * 60 * 60)


@transaction.atomic
def replace_receipts(*, email: str, number: int, at: datetime.datetime | None = None) -> int:
    """Replace the receipt of each comment with that number and confirmed address; return how many.

    Numbers are a policy's own, so with several policies it can be more than one. The new secret is
    drawn and not stored: the signal carries it to the mail that is written in this transaction. A
    comment gets three a day; after that its last one stays.
    """
    at = at or timezone.now()
    senders = Sender.objects.filter(
        email__iexact=email, email_confirmed_at__isnull=False, comment__number=number
    )
    comments = Comment.objects.filter(sender__in=senders).order_by("pk")
    return sum(_replace(comment, at) for comment in comments)


def _replace(comment, at) -> bool:
    key = hash_of(f"{NEW_RECEIPTS.name} {comment.pk}")
    if not count_one(key, NEW_RECEIPTS.window(at), NEW_RECEIPTS.count):
        return False
    found, secret = lock_comment(comment), draw_secret()
    Comment.objects.filter(pk=found.pk).update(receipt_hash=hash_of(secret))
    receipt_replaced.send(sender=Comment, comment=found, receipt_secret=secret)
    return True
