"""Send what is due. Called by the worker, outside every transaction.

A mail is claimed before it is sent, by moving its next try on: two workers never send the same one,
and one that died in the middle is tried again later, with the same Message-ID.
"""

import datetime
import logging
import smtplib

from django.core.mail import BadHeaderError, EmailMessage, EmailMultiAlternatives, get_connection
from django.db.models import F
from django.utils import timezone

from .html import html_of
from .models import MailStatus, OutgoingMail

logger = logging.getLogger(__name__)
FIRST_WAIT = datetime.timedelta(minutes=1)
LONGEST_WAIT = datetime.timedelta(hours=4)
PATIENCE = datetime.timedelta(hours=96)
PERMANENT = range(500, 600)
BATCH = 50
UNREACHABLE = (
    smtplib.SMTPServerDisconnected,
    smtplib.SMTPConnectError,
    smtplib.SMTPHeloError,
    smtplib.SMTPAuthenticationError,
)


def deliver_due(limit: int = BATCH) -> int:
    """Send at most `limit` mails and return how many went out.

    A server that can't be reached ends the round: each further mail would only wait for it again.
    """
    sent = 0
    connection = get_connection()
    for mail in OutgoingMail.objects.due()[:limit]:
        if not _claim(mail):
            continue
        try:
            _message(mail, connection).send()
        except (smtplib.SMTPRecipientsRefused, BadHeaderError, UnicodeError, ValueError) as error:
            _refused(mail, error)
        except (OSError, smtplib.SMTPException) as error:
            _failed(mail, _described(error))
            if _is_unreachable(error):
                break
        else:
            _done(mail)
            sent += 1
    return sent


def wait_after(attempts: int) -> datetime.timedelta:
    """Return how long to wait after so many tries: a minute, doubling, four hours at most."""
    return min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(attempts, 12))


def _claim(mail: OutgoingMail) -> bool:
    now = timezone.now()
    claimed = OutgoingMail.objects.filter(
        pk=mail.pk, status=MailStatus.WAITING, attempts=mail.attempts, due_at__lte=now
    ).update(attempts=F("attempts") + 1, due_at=now + wait_after(mail.attempts))
    return bool(claimed)


def _message(mail: OutgoingMail, connection) -> EmailMessage:
    headers = {
        "Message-ID": mail.message_id,
        "Auto-Submitted": "auto-generated",
        "Content-Language": mail.language,
    }
    if mail.unsubscribe_url:
        headers["List-Unsubscribe"] = f"<{mail.unsubscribe_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(
        mail.subject, mail.text, to=[mail.to], headers=headers, connection=connection
    )
    message.attach_alternative(html_of(mail.text, mail.language), "text/html")
    return message


def _done(mail: OutgoingMail) -> None:
    """Remember that it went out, and forget to whom and what it said."""
    OutgoingMail.objects.filter(pk=mail.pk).update(
        status=MailStatus.SENT, sent_at=timezone.now(), to="", text="", last_error=""
    )


def _refused(mail: OutgoingMail, error: Exception) -> None:
    codes = _codes(error)
    if isinstance(error, smtplib.SMTPRecipientsRefused) and not all(c in PERMANENT for c in codes):
        _failed(mail, _described(error))
        return
    _park(mail, _described(error))


def _failed(mail: OutgoingMail, reason: str) -> None:
    if timezone.now() - mail.created_at > PATIENCE:
        _park(mail, reason)
        return
    OutgoingMail.objects.filter(pk=mail.pk).update(last_error=reason)
    logger.warning("Mail %s was not sent (%s); it is tried again", mail.pk, reason)


def _park(mail: OutgoingMail, reason: str) -> None:
    OutgoingMail.objects.filter(pk=mail.pk).update(status=MailStatus.PARKED, last_error=reason)
    logger.error("Mail %s is given up (%s)", mail.pk, reason)


def _is_unreachable(error: Exception) -> bool:
    """Tell trouble with the server from its answer to one mail. SMTP's errors are OSErrors too."""
    return not isinstance(error, smtplib.SMTPException) or isinstance(error, UNREACHABLE)


def _codes(error: smtplib.SMTPRecipientsRefused) -> list[int]:
    recipients = getattr(error, "recipients", {})
    return [code for code, _message in recipients.values()]


def _described(error: Exception) -> str:
    """Name the fault without the address: servers like to repeat it in what they say."""
    codes = _codes(error) or [getattr(error, "smtp_code", "")]
    return " ".join(filter(None, [type(error).__name__, *map(str, codes)]))[:255]
