"""A sender whose mail did not come has it sent again, or corrects her address; nobody is flooded."""

import pytest
from django.urls import reverse
from django.utils import translation

from comments import limits
from comments.actions import confirm_email, want_confirmation
from comments.errors import NotPossible
from comments.models import Sender
from notifications.blocking import block_address
from notifications.models import OutgoingMail
from notifications.outbox import address_hash
from tests.comments.citizen import HERE, post
from tests.factories.comments import make_hearing, send

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANNA = "anna@viby.example"


@pytest.fixture
def sent():
    return send(make_hearing(), email=ANNA)


def url(sent, name="email"):
    with translation.override("da"):
        return reverse(f"comments:{name}", args=[sent.receipt_secret])


def mails(to=ANNA):
    return OutgoingMail.objects.filter(kind="confirm", address_hash=address_hash(to))


def test_a_confirmed_or_erased_address_is_not_asked_again(client, sent):
    confirm_email(comment=sent.comment, receipt_secret=sent.receipt_secret)
    with pytest.raises(NotPossible):
        want_confirmation(comment=sent.comment, receipt_secret="x", email="bo@viby.example")
    assert post(client, url(sent), email="bo@viby.example").status_code == 409
    assert url(sent) not in client.get(url(sent, "receipt")).content.decode()
    Sender.objects.all().delete()
    assert post(client, url(sent), email="bo@viby.example").status_code == 409
    assert mails("bo@viby.example").count() == 0


@pytest.mark.parametrize(
    "email", ["", "x", "a@b", f"{'a' * 300}@viby.example", "a@b.dk\nBcc: x@y.dk"]
)
def test_what_is_no_address_is_said_with_the_text_kept(client, sent, email):
    response = post(client, url(sent), email=email)
    assert response.status_code == 422
    assert "<title>Fejl:" in response.content.decode()
    assert Sender.objects.get().email == ANNA


def test_row_27_another_site_can_not_ask(client, sent):
    headers = {**HERE, "Origin": "https://evil.example"}
    assert post(client, url(sent), email="bo@viby.example", headers=headers).status_code == 403
    assert Sender.objects.get().email == ANNA
    assert mails().count() == 1


def test_the_mail_is_sent_again_and_its_link_works(client, sent):
    OutgoingMail.objects.all().delete()
    response = post(client, url(sent), email=ANNA)
    assert response.status_code == 303
    assert 'role="status"' in client.get(response["Location"]).content.decode()
    link = next(line for line in mails().get().text.splitlines() if "/bekraeft/" in line)
    assert client.get("/da/" + link.split("/da/")[1]).status_code == 200


def test_a_sender_who_gave_no_address_can_give_one(client):
    sent = send(make_hearing())
    assert url(sent) in client.get(url(sent, "receipt")).content.decode()
    post(client, url(sent), email=ANNA)
    assert Sender.objects.get().email == ANNA
    assert mails().count() == 1


def test_row_29_an_address_gets_three_a_day_and_then_silence(client):
    hearing = make_hearing()
    answers = set()
    for _n in range(5):
        sent = send(hearing, email="x@viby.example")
        response = post(client, url(sent), email=ANNA)
        answers.add(response["Location"].replace(sent.receipt_secret, ""))
    assert len(answers) == 1
    assert mails().count() == 3


def test_row_29_one_comment_can_not_write_to_one_address_after_another(client, sent):
    for n in range(8):
        post(client, url(sent), email=f"victim{n}@viby.example")
    assert OutgoingMail.objects.exclude(address_hash=address_hash(ANNA)).count() == 5


def test_row_26_the_answer_is_the_same_whether_the_address_is_known_blocked_or_had_its_mails(
    client,
):
    hearing = make_hearing()
    send(hearing, email="known@viby.example", confirmed=True)
    block_address(address_hash=address_hash("blocked@viby.example"))
    for _n in range(4):
        send(hearing, email="full@viby.example", confirmed=True)
    answers, receipts = set(), set()
    for name in ("known", "blocked", "full", "fresh"):
        email = f"{name}@viby.example"
        sent = send(hearing, email=email)
        response = post(client, url(sent), email=email)
        page = client.get(response["Location"]).content.decode()
        same = page.replace(email, "").replace(sent.receipt_secret, "")
        answers.add((response.status_code, response.content, same))
        receipt = client.get(url(sent, "receipt")).content.decode()
        receipts.add(receipt.split("<main")[1].split('class="lead"')[1].split("</p>")[0])
    assert len(answers) == len(receipts) == 1
    assert mails("blocked@viby.example").count() == 0
    assert mails("full@viby.example").count() == 3


def test_row_90_who_asks_too_often_is_told_when_to_come_back(client, sent, monkeypatch):
    monkeypatch.setattr(limits, "ASKING", (limits.Limit("test", 1, 3600),))
    assert post(client, url(sent), email=ANNA).status_code == 303
    response = post(client, url(sent), email=ANNA)
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert ANNA in response.content.decode()


def test_the_page_sets_no_cookie_and_is_not_stored(client, sent):
    page = client.get(url(sent))
    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    assert not page.cookies
