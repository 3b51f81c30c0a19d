"""Who gets a mail that she did not ask for stops it with a button, and only a code is kept of her."""

import re

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale

from comments.actions import confirm_email, decide
from notifications.blocking import way_out
from notifications.models import BlockedAddress, MailStatus, MailText, OutgoingMail
from notifications.outbox import address_hash
from tests.comments.citizen import HERE, post
from tests.factories.comments import make_hearing, send
from tests.factories.home import make_settings
from tests.factories.policy import make_adopted, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANNA = "anna@viby.example"


@pytest.fixture
def hearing(settings):
    settings.BASE_URL = "http://testserver"
    make_settings()
    page = make_page()
    make_adopted(page)
    return make_hearing(page)


def link():
    text = OutgoingMail.objects.filter(kind="confirm").latest("pk").text
    return re.search(r"http://testserver(/da/ikke-mig/\S+)", text)[1]


def press(client, address, step="block", headers=HERE):
    return post(client, address, {"step": step}, headers=headers)


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: "x", lambda t: "0" * 64 + t[64:]])
def test_row_23_a_false_token_is_a_404_and_blocks_nothing(client, change):
    token = change(way_out(address_hash(ANNA)))
    with translation.override("da"):
        address = reverse("notifications:not_me", args=[token])
    assert client.get(address).status_code == 404
    assert press(client, address).status_code == 404
    assert not BlockedAddress.objects.exists()


def test_row_22_looking_at_the_page_blocks_nothing(client, hearing):
    send(hearing, email=ANNA)
    response = client.get(link())
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert not BlockedAddress.objects.exists()


@pytest.mark.parametrize("headers", [{}, {**HERE, "Origin": "https://evil.example"}])
def test_row_27_another_site_can_not_block(client, hearing, headers):
    send(hearing, email=ANNA)
    assert press(client, link(), headers=headers).status_code == 403
    assert not BlockedAddress.objects.exists()


@pytest.mark.parametrize("again", [ANNA, "Anna@Viby.example", "anna+x@viby.example"])
def test_row_29_after_it_no_comment_writes_to_the_address(client, hearing, again):
    send(hearing, email=ANNA)
    address = link()
    assert press(client, address).status_code == 303
    assert press(client, address).status_code == 303
    assert ANNA not in str(BlockedAddress.objects.values())
    waiting = OutgoingMail.objects.get()
    assert (waiting.status, waiting.to, waiting.text) == (MailStatus.PARKED, "", "")
    send(hearing, email=again)
    send(hearing, email="bo@viby.example")
    assert OutgoingMail.objects.count() == 2


def test_row_26_the_senders_receipt_does_not_tell_of_it(client, hearing):
    sent = send(hearing, email=ANNA)
    with translation.override("da"):
        receipt = reverse("comments:receipt", args=[sent.receipt_secret])
    before = client.get(receipt).content
    press(client, link())
    assert client.get(receipt).content == before


def test_what_its_owner_said_yes_to_still_comes(client, hearing):
    sent = send(hearing, email=ANNA)
    address = link()
    confirm_email(comment=sent.comment, receipt_secret=sent.receipt_secret)
    press(client, address)
    decide(comment=sent.comment, seen_version=1, action="publish", by=make_user("m"))
    assert OutgoingMail.objects.filter(kind="published").exists()


def test_it_can_be_taken_back(client, hearing):
    send(hearing, email=ANNA)
    address = link()
    press(client, address)
    assert "Vi skriver ikke til dig mere" in client.get(address).content.decode()
    press(client, address, "unblock")
    assert not BlockedAddress.objects.exists()


def test_a_text_of_the_municipalitys_own_has_the_way_out_too(hearing):
    locale = Locale.objects.get(language_code="da")
    MailText.objects.create(key="confirm", subject="Hej", text="Se {confirm_url}", locale=locale)
    send(hearing, email=ANNA)
    assert link()
