"""What is kept of one person at her address: mails and what she follows. Shown to her, and erased.

A mail's words are not handed out: they hold the key to a receipt, and whoever asks may be somebody else.
"""

from django.db import transaction

from .follow.actions import forget_follower
from .keys import MailKey
from .models import BlockedAddress, MailStatus, OutgoingMail, Subscription
from .outbox import address_hash


def followed_by(email: str) -> list[dict]:
    """Return what the address follows, as plain values."""
    return [
        {
            "topic": row.topic,
            "how_often": row.rhythm,
            "language": row.language,
            "asked_at": row.created_at.isoformat(),
            "confirmed_at": row.confirmed_at.isoformat() if row.confirmed_at else None,
        }
        for row in Subscription.objects.filter(address_hash=address_hash(email)).order_by("pk")
    ]


def mails_to(email: str) -> list[dict]:
    """Return the mails that were written to the address, as plain values; and whether it is blocked."""
    mark = address_hash(email)
    found = [
        {
            "kind": mail.kind,
            "about": mail.cause,
            "subject": mail.subject,
            "status": mail.status,
            "written_at": mail.created_at.isoformat(),
            "sent_at": mail.sent_at.isoformat() if mail.sent_at else None,
        }
        for mail in OutgoingMail.objects.filter(address_hash=mark).order_by("pk")
    ]
    if BlockedAddress.objects.filter(address_hash=mark).exists():
        found.append({"kind": "blocked", "status": "wants no mail that was not asked for"})
    return found


def forget_all_followed(email: str) -> int:
    return forget_follower(email=email)


@transaction.atomic
def forget_mails(email: str) -> int:
    """Stop and empty the mails to an address, and forget that it was written to.

    The one that tells that a comment was erased still goes out, and is emptied then.
    """
    mails = OutgoingMail.objects.filter(address_hash=address_hash(email))
    mails.waiting().exclude(kind=MailKey.ERASED).update(
        status=MailStatus.RECALLED, to="", text="", last_error=""
    )
    done = mails.exclude(status=MailStatus.WAITING)
    return done.update(to="", text="", unsubscribe_url="", address_hash="")
