"""The mail that asks whether an address is the sender's: the only one before she said yes."""

import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from comments.limits import Limit, count_one
from comments.models import Sender
from comments.receipts import PROOF_HOURS, hash_of, proof_for

from . import outbox
from .blocking import way_out
from .keys import MailKey
from .senders import about, given_address

ASKED = Limit("confirm", outbox.MAILS_A_DAY, 24 * 60 * 60)


def ask_if_it_is_hers(comment, receipt_secret, **kwargs) -> None:
    """Ask the owner of the address to confirm it. The mail holds a link and none of the words.

    Somebody may have given another person's address: what is in the mail must not be theirs to
    choose, and while a mail is unanswered no other is written, without a word to whoever asks.
    """
    # Its sender was written a moment ago: of thousands that are brought in, none is asked for.
    to = comment.sender.email
    if to and not _is_asked(to):
        _ask(comment, receipt_secret, to, f"comment:{comment.pk}")


def ask_again(comment, receipt_secret, **kwargs) -> None:
    """Ask once more, as the sender wants: the mail did not come, its link is old, or it went astray."""
    to = given_address(comment)
    # Pressed twice within a second it is one mail.
    mark = hash_of(f"{outbox.address_hash(to)} {int(timezone.now().timestamp())}")[:16]
    _ask(comment, receipt_secret, to, f"comment:{comment.pk}:{mark}")


def _ask(comment, receipt_secret, to: str, cause: str) -> None:
    if not _may_ask(to):
        return
    language = outbox.language_for(comment)
    with translation.override(language):
        address = reverse("comments:confirm", args=[receipt_secret, proof_for(receipt_secret, to)])
        not_me = reverse("notifications:not_me", args=[way_out(outbox.address_hash(to))])
        values = {
            **about(comment),
            "confirm_url": settings.BASE_URL + address,
            "not_me_url": settings.BASE_URL + not_me,
            "days": PROOF_HOURS // 24,
        }
    outbox.write(MailKey.CONFIRM, [outbox.Draft(cause, to, language, values)])


def _may_ask(to: str) -> bool:
    """Tell whether the address can still get a mail today, and count it.

    Counted in one statement, so that two processes at once don't both write the last one.
    """
    if outbox.mails_are_used_up(MailKey.CONFIRM, to):
        return False
    key = hash_of(f"{ASKED.name} {outbox.address_hash(to)}")
    return count_one(key, ASKED.window(timezone.now()), ASKED.count)


def _is_asked(to: str) -> bool:
    """Tell whether a mail to the address waits for its owner's answer, and can still get one."""
    last = outbox.earlier(MailKey.CONFIRM, to, datetime.timedelta(hours=PROOF_HOURS)).first()
    if last is None:
        return False
    comment_id = int(last.cause.split(":")[1])
    answered = Sender.objects.filter(comment_id=comment_id, email_confirmed_at__isnull=False)
    return not answered.exists()
