"""Confirm an e-mail address, as its owner."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.errors import NotPossible
from comments.limits import Limit, count_one
from comments.models import Comment, Sender
from comments.receipts import hash_of
from comments.signals import confirmation_wanted, email_confirmed

# So that nobody has one comment write to one address after another.
NEW_MAILS = Limit("confirm-again", 5, 24 * 60 * 60)


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


@transaction.atomic
def want_confirmation(
    *, comment: Comment, receipt_secret: str, email: str, at: datetime.datetime | None = None
) -> None:
    """Have the mail that asks for a button sent again, to `email`, which may be another address.

    With another address the links in earlier mails are void. Whether a mail is written is not told:
    a comment gets five of these a day, and an address's own limits are for whoever writes mails.
    Raises `NotPossible` when the address is confirmed, or when nothing is kept of the sender.
    """
    sender = Sender.objects.select_for_update().filter(comment=comment).first()
    if sender is None:
        raise NotPossible(_("Your e-mail address is deleted, as you asked us to."))
    if sender.email_confirmed_at:
        raise NotPossible(_("Your e-mail address is confirmed already."))
    key = hash_of(f"{NEW_MAILS.name} {comment.pk}")
    if not count_one(key, NEW_MAILS.window(at or timezone.now()), NEW_MAILS.count):
        return
    Sender.objects.filter(pk=sender.pk).update(email=email)
    confirmation_wanted.send(sender=Comment, comment=comment, receipt_secret=receipt_secret)
