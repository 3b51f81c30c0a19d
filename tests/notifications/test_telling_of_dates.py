"""A hearing's end moves: who wrote in it is told, once, at an address that is hers."""

import datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.actions import extend, interrupt, withdraw
from comments.models import Sender
from notifications.hearings import tell_who_wrote
from notifications.keys import MailKey
from notifications.models import OutgoingMail
from tests.factories.comments import make_hearing, send
from tests.factories.home import make_settings

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WEEK = datetime.timedelta(weeks=1)
WHY = {"da": "Bilag manglede.", "en": "A file was missing."}
ANNA = "anna@viby.example"


@pytest.fixture
def hearing(settings):
    settings.BASE_URL = "https://samskabelse.viby.example"
    make_settings()
    return make_hearing(
        opens_at=datetime.datetime(2026, 11, 1, 8, tzinfo=datetime.UTC),
        closes_at=datetime.datetime(2030, 3, 5, 22, 59, 59, tzinfo=datetime.UTC),
    )


def write(hearing, email, *, confirmed=True, **fields):
    comment = send(hearing, email=email, **fields).comment
    if confirmed:
        Sender.objects.filter(comment=comment).update(email_confirmed_at=timezone.now())
    return comment


def mails():
    return list(OutgoingMail.objects.filter(kind=MailKey.HEARING_DATES).order_by("pk"))


def longer(hearing):
    closes_at = hearing.closes_at + WEEK
    return extend(hearing=hearing, closes_at=closes_at, reasons=WHY, user=None)


def test_an_address_that_nobody_confirmed_gets_nothing(hearing):
    write(hearing, ANNA, confirmed=False)
    longer(hearing)
    assert mails() == []


def test_who_has_withdrawn_gets_nothing(hearing):
    withdraw(comment=write(hearing, ANNA))
    longer(hearing)
    assert mails() == []


def test_what_is_rolled_back_tells_nobody(hearing):
    write(hearing, ANNA)
    with transaction.atomic():
        longer(hearing)
        transaction.set_rollback(True)
    assert mails() == []


def test_the_mail_says_what_happened_why_and_until_when(hearing):
    write(hearing, ANNA)
    longer(hearing)
    (mail,) = mails()
    assert mail.to == ANNA
    assert mail.subject == "Høringen blev forlænget: Høring om udkast til udgave 1"
    assert "Begrundelsen: Bilag manglede." in mail.text
    assert "indtil tirsdag 12. marts 2030 kl. 23.59 dansk tid." in mail.text
    place = f"https://samskabelse.viby.example/da/hoeringer/{hearing.pk}/"
    assert place in mail.text.splitlines()


def test_an_interruption_promises_no_deadline(hearing):
    write(hearing, ANNA, language="en")
    interrupt(hearing=hearing, reasons=WHY, user=None)
    (mail,) = mails()
    assert "A file was missing." in mail.text
    assert "You can write until" not in mail.text


def test_an_address_gets_one_mail_however_much_it_wrote_and_however_often_it_is_told(hearing):
    write(hearing, ANNA)
    write(hearing, "Anna@viby.example")
    event = longer(hearing)
    tell_who_wrote(hearing, event)
    assert len(mails()) == 1


def test_forty_writers_cost_no_more_queries_than_one(hearing):
    write(hearing, ANNA)
    with CaptureQueriesContext(connection) as one:
        longer(hearing)
    for number in range(40):
        write(hearing, f"borger{number}@viby.example")
    with CaptureQueriesContext(connection) as many:
        longer(hearing)
    assert len(mails()) == 42
    assert len(many) <= len(one)
