"""Row 78: a real conversation with servers that are dead, slow, refusing or half-speaking.

A simulated day: the clock is ours, the server is on loopback. Every mail arrives; what arrives twice has
the same Message-ID, and the server's answer to the first was never read.
"""

import datetime
from collections import defaultdict
from random import Random

import pytest
from django.utils import timezone

from notifications import sending
from notifications.keys import MailKey
from notifications.models import MailStatus, OutgoingMail
from tests.factories import smtp

pytestmark = pytest.mark.django_db
TICK = datetime.timedelta(minutes=5)
SLOT = 6  # ticks that a server stays as it is
BEGIN = datetime.datetime(2026, 11, 2, 0, 0, tzinfo=datetime.UTC)


@pytest.fixture
def server(settings):
    fake = smtp.FakeServer()
    fake.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", fake.port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_TIMEOUT = 0.3
    yield fake
    fake.stop()


@pytest.fixture
def clock(monkeypatch):
    """The instant that the site takes for now; a list, so that it can be set."""
    now = [BEGIN]
    monkeypatch.setattr(timezone, "now", lambda: now[0])
    return now


def write(count: int) -> None:
    OutgoingMail.objects.bulk_create(
        OutgoingMail(
            kind=MailKey.RECEIPT,
            cause=f"comment:{n}",
            to=f"borger{n}@viby.example",
            address_hash="x",
            language="da",
            subject=f"Nr. {n}",
            text="Tak for din bemærkning.",
            message_id=f"<{n}@viby.example>",
            created_at=BEGIN,
            due_at=BEGIN,
        )
        for n in range(count)
    )


def live(server, clock, modes) -> None:
    """Let the time pass, the server behaving as each of `modes` for a slot."""
    for mode in modes:
        server.become(mode)
        for _tick in range(SLOT):
            # What is due is tried until nothing goes out any more, as the worker does each second.
            while sending.deliver_due():
                pass
            clock[0] += TICK


def check(server, count: int) -> int:
    """See that all arrived and that each repeat is explained; return how many repeats there were."""
    assert OutgoingMail.objects.filter(status=MailStatus.SENT).count() == count
    by_mail = defaultdict(list)
    for taken in server.taken:
        by_mail[taken.message_id].append(taken)
    assert set(by_mail) == {f"<{n}@viby.example>" for n in range(count)}
    for message_id, times in by_mail.items():
        assert {taken.to for taken in times} == {
            f"borger{message_id[1:].split('@')[0]}@viby.example"
        }
        assert not any(taken.is_read for taken in times[:-1]), times
        assert times[-1].is_read, times
    return len(server.taken) - count


@pytest.mark.parametrize("mode", [m for m in smtp.MODES if m != smtp.WELL])
def test_a_mail_waits_while_the_server_fails_and_goes_out_after_it(server, clock, mode):
    write(1)
    server.become(mode)
    assert sending.deliver_due() == 0
    mail = OutgoingMail.objects.get()
    assert (mail.status, mail.attempts) == (MailStatus.WAITING, 1)
    clock[0] += TICK
    server.become(smtp.WELL)
    assert sending.deliver_due() == 1
    assert check(server, 1) == (1 if mode in smtp.TAKES else 0)


def test_row_78_thirty_mails_through_a_bad_morning(server, clock):
    write(30)
    bad = [smtp.DEAF, smtp.REFUSING, smtp.HALF, smtp.DEAD, smtp.FULL]
    live(server, clock, [*bad, *[smtp.WELL] * 9])
    assert check(server, 30) > 0


@pytest.mark.long
def test_row_78_a_thousand_mails_through_a_bad_day(server, clock, record_property):
    write(1_000)
    chance = Random(7)
    day = 24 * 60 // (5 * SLOT)
    bad = [chance.choice(smtp.MODES) for _slot in range(day - 10)]
    live(server, clock, [*bad, *[smtp.WELL] * 10])
    assert clock[0] == BEGIN + datetime.timedelta(hours=24)
    repeats = check(server, 1_000)
    assert repeats > 0
    record_property("repeats", repeats)
