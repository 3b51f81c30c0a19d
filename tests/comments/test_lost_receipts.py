"""Who lost her receipt gets a new one by mail; nobody learns from asking who has written."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from comments.actions import replace_receipts
from comments.models import Comment, Sender
from comments.receipts import hash_of
from notifications.models import OutgoingMail
from tests.comments.citizen import HERE, address, post, token_for
from tests.factories.comments import make_hearing, send

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANNA = "anna@viby.example"


@pytest.fixture
def sent():
    return send(make_hearing(), email=ANNA, confirmed=True)


def url(name="lost", *args):
    with translation.override("da"):
        return reverse(f"comments:{name}", args=args)


def ask(client, **fields):
    return post(client, url(), {"email": ANNA, "number": 1, **fields})


def mails():
    return OutgoingMail.objects.filter(kind="new_address")


def test_the_mail_has_a_new_address_and_the_old_one_is_void(client, sent):
    assert ask(client, email="Anna@viby.example").status_code == 303
    secret = re.search(r"/kvittering/([\w-]{32})/", mails().get().text)[1]
    assert mails().get().to == ANNA
    assert client.get(url("receipt", secret)).status_code == 200
    assert client.get(url("receipt", sent.receipt_secret)).status_code == 404
    sent.comment.refresh_from_db()
    assert sent.comment.receipt_hash == hash_of(secret)
    assert secret not in mails().get().cause


def test_row_26_the_answer_is_the_same_whatever_is_typed(client, sent):
    send(sent.comment.hearing, email="unconfirmed@viby.example")
    tries = [{}, {"number": 2}, {"email": "nobody@viby.example"}]
    tries.append({"email": "unconfirmed@viby.example", "number": 2})
    answers = []
    for fields in tries:
        response = ask(client, **fields)
        shown = client.get(response["Location"]).content
        answers.append((response.status_code, response["Location"], response.content, shown))
    assert answers == [answers[0]] * 4
    assert "er der en mail på vej" in answers[0][3].decode()
    assert mails().count() == 1


def test_an_address_that_nobody_confirmed_gets_no_new_receipt(sent):
    send(sent.comment.hearing, email="bo@viby.example")
    assert replace_receipts(email="bo@viby.example", number=2) == 0


def test_a_receipt_is_replaced_three_times_a_day_and_then_stays(sent):
    at = timezone.now()
    done = [replace_receipts(email=ANNA, number=1, at=at) for _n in range(5)]
    assert done == [1, 1, 1, 0, 0]
    assert mails().count() == 3
    assert replace_receipts(email=ANNA, number=1, at=at + datetime.timedelta(days=1)) == 1


def test_row_90_who_asks_too_often_is_told_when_to_come_back(client):
    for _n in range(10):
        assert ask(client).status_code == 303
    response = ask(client)
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert ANNA in response.content.decode()


@pytest.mark.parametrize("fields", [{"email": "x"}, {"number": "x"}, {"number": 0}, {"number": ""}])
def test_what_can_not_be_is_said_with_the_text_kept(client, sent, fields):
    response = ask(client, **fields)
    assert response.status_code == 422
    assert "<title>Fejl:" in response.content.decode()
    assert mails().count() == 0


def test_row_27_another_site_can_not_ask(client, sent):
    headers = {**HERE, "Origin": "https://evil.example"}
    fields = {"email": ANNA, "number": 1}
    assert post(client, url(), fields, headers=headers).status_code == 403
    assert mails().count() == 0


def test_the_page_sets_no_cookie_and_is_not_stored(client):
    page = client.get(url())
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert not page.cookies


def test_row_49_the_old_form_sent_again_says_that_the_comment_is_here(client):
    hearing = make_hearing()
    fields = {"token": token_for(hearing, nonce="lost one"), "email": ANNA}
    first = post(client, address(hearing), fields)
    Sender.objects.update(email_confirmed_at=timezone.now())
    ask(client)
    again = post(client, address(hearing), fields)
    page = again.content.decode()
    assert again.status_code == 200
    assert "Vi har din bemærkning nr. 1" in page
    assert url("lost") in page
    assert "no-store" in again["Cache-Control"]
    secrets = [first["Location"].split("/")[-2], mails().get().text]
    assert secrets[0] not in page
    assert re.search(r"/kvittering/([\w-]{32})/", secrets[1])[1] not in page
    assert Comment.objects.count() == 1
