"""Confirm an e-mail address, as its owner."""

import datetime

from django.db import transaction
from django.utils import timezone

from comments.models import Comment, Sender
from comments.signals import email_confirmed


@transaction.atomic
def confirm_email(
    *,
    comment: Comment,
    receipt_secret: str,
    wants_receipt: bool = False,
    at: datetime.datetime | None = None,
) -> bool:
    """Let mails about the comment go to its sender's address; False when there is nothing to do.

    Also for the other comments that gave the same address until now, which get no mail of their own
    to confirm: who can open a mailbox owns it, whatever it was given for.
    """
    sender = Sender.objects.select_for_update().filter(comment=comment).exclude(email="").first()
    if sender is None or sender.email_confirmed_at:
        return False
    same = Sender.objects.filter(email__iexact=sender.email, email_confirmed_at=None)
    same.update(email_confirmed_at=at or timezone.now())
    email_confirmed.send(
        sender=Comment,
        comment=comment,
        receipt_secret=receipt_secret,
        wants_receipt=wants_receipt,
    )
    return True
