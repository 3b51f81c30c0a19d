"""Row 78: what happens to mails when servers are down, slow, full, or say no."""

import datetime
import smtplib

import pytest
from django.core import mail as outbox
from django.utils import timezone

from notifications import sending
from notifications.keys import MailKey
from notifications.models import MailStatus, OutgoingMail

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANNA = "anna@viby.example"


def make_mail(number=1, **fields):
    values = {
        "kind": MailKey.RECEIPT,
        "cause": f"comment:{number}",
        "to": ANNA,
        "address_hash": "x",
        "language": "da",
        "subject": f"Nr. {number}",
        "text": "Hemmelig adresse",
        "message_id": f"<{number}@viby.example>",
        **fields,
    }
    return OutgoingMail.objects.create(**values)


@pytest.fixture
def failing(monkeypatch):
    """A function that makes sending raise, for all or for the subjects that are named."""

    def fail(error, *subjects):
        send = sending.EmailMessage.send

        def maybe(message, *args, **kwargs):
            if not subjects or message.subject in subjects:
                raise error
            return send(message, *args, **kwargs)

        monkeypatch.setattr(sending.EmailMessage, "send", maybe)

    return fail


def wait(mail, at=None):
    OutgoingMail.objects.filter(pk=mail.pk).update(due_at=at or timezone.now())


@pytest.mark.parametrize(
    "error",
    [
        ConnectionRefusedError(),
        TimeoutError(),
        smtplib.SMTPServerDisconnected("gone"),
        smtplib.SMTPConnectError(421, b"busy"),
        smtplib.SMTPDataError(451, b"later"),
        smtplib.SMTPDataError(554, b"our server's own trouble"),
        smtplib.SMTPSenderRefused(550, b"no", "us@viby.example"),
        smtplib.SMTPRecipientsRefused({ANNA: (450, b"anna@viby.example is full")}),
        smtplib.SMTPAuthenticationError(535, b"no"),
    ],
)
def test_what_may_pass_is_tried_again_later_and_nothing_is_lost(failing, error):
    mail = make_mail()
    failing(error)
    assert sending.deliver_due() == 0
    mail.refresh_from_db()
    assert (mail.status, mail.attempts, mail.to) == (MailStatus.WAITING, 1, ANNA)
    assert mail.due_at > timezone.now()
    assert type(error).__name__ in mail.last_error
    assert ANNA not in mail.last_error


def test_a_server_that_is_away_for_a_day_delays_and_does_not_lose(failing, monkeypatch):
    mail = make_mail(created_at=timezone.now() - datetime.timedelta(hours=73))
    failing(ConnectionRefusedError())
    for _n in range(12):
        wait(mail)
        sending.deliver_due()
    mail.refresh_from_db()
    assert (mail.status, mail.attempts) == (MailStatus.WAITING, 12)
    monkeypatch.undo()
    wait(mail)
    assert sending.deliver_due() == 1


def test_after_four_days_of_trying_a_mail_is_given_up_with_its_reason(failing):
    mail = make_mail(created_at=timezone.now() - datetime.timedelta(hours=97))
    failing(ConnectionRefusedError())
    sending.deliver_due()
    mail.refresh_from_db()
    assert (mail.status, mail.last_error) == (MailStatus.PARKED, "ConnectionRefusedError")


def test_waits_double_up_to_four_hours_and_reach_beyond_72_hours():
    waits = [sending.wait_after(n) for n in range(40)]
    assert waits[0] == datetime.timedelta(minutes=1)
    assert waits == sorted(waits)
    assert max(waits) == datetime.timedelta(hours=4)
    assert sum(waits[:25], datetime.timedelta()) > datetime.timedelta(hours=72)


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({ANNA: (550, b"no such user anna@viby.example")}),
        outbox.BadHeaderError("line break"),
        UnicodeEncodeError("ascii", "ø", 0, 1, "no"),
    ],
)
def test_a_bad_address_is_parked_and_the_others_go_out(failing, error):
    bad, good = make_mail(1), make_mail(2)
    failing(error, "Nr. 1")
    assert sending.deliver_due() == 1
    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.status, good.status) == (MailStatus.PARKED, MailStatus.SENT)
    assert bad.last_error.startswith(type(error).__name__)
    assert ANNA not in bad.last_error


@pytest.mark.parametrize(
    ("error", "tried"),
    [
        (TimeoutError(), 1),
        (smtplib.SMTPConnectError(421, b"busy"), 1),
        (smtplib.SMTPAuthenticationError(535, b"no"), 1),
        (smtplib.SMTPDataError(451, b"later"), 2),
    ],
)
def test_an_unreachable_server_ends_the_round_and_one_unwanted_mail_does_not(failing, error, tried):
    make_mail(1)
    make_mail(2)
    failing(error)
    sending.deliver_due()
    assert OutgoingMail.objects.filter(attempts=1).count() == tried


def test_a_sent_mail_is_forgotten_and_not_sent_again():
    mail = make_mail()
    assert sending.deliver_due() == 1
    mail.refresh_from_db()
    assert (mail.status, mail.to, mail.text) == (MailStatus.SENT, "", "")
    assert mail.sent_at
    wait(mail)
    assert sending.deliver_due() == 0
    (sent,) = outbox.outbox
    assert (sent.to, sent.subject) == ([ANNA], "Nr. 1")
    assert sent.message()["Message-ID"] == "<1@viby.example>"
    assert sent.message()["Auto-Submitted"] == "auto-generated"


def test_the_message_id_is_the_same_at_every_try(failing, monkeypatch):
    mail = make_mail()
    seen = []

    def note_and_fail(message, *args, **kwargs):
        seen.append(message.message()["Message-ID"])
        raise TimeoutError

    monkeypatch.setattr(sending.EmailMessage, "send", note_and_fail)
    for _n in range(3):
        wait(mail)
        sending.deliver_due()
    assert seen == ["<1@viby.example>"] * 3


def test_a_mail_that_another_worker_took_is_left_alone():
    mail = make_mail()
    assert sending._claim(OutgoingMail.objects.get(pk=mail.pk))
    assert not sending._claim(mail)


def test_a_worker_that_died_in_the_middle_leaves_a_mail_that_is_tried_again():
    mail = make_mail()
    sending._claim(mail)
    assert sending.deliver_due() == 0
    wait(mail)
    assert sending.deliver_due() == 1


def test_what_is_not_due_waits_and_the_longest_due_goes_first():
    now = timezone.now()
    make_mail(1, due_at=now + datetime.timedelta(hours=1))
    make_mail(2, due_at=now - datetime.timedelta(hours=1))
    make_mail(3, due_at=now - datetime.timedelta(hours=2))
    assert sending.deliver_due() == 2
    assert [m.subject for m in outbox.outbox] == ["Nr. 3", "Nr. 2"]
    assert sending.deliver_due(limit=5) == 0
