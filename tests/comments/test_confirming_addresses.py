"""An address is used once its owner pressed a button on the page that a mail led her to."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from comments.actions import want_confirmation
from comments.models import Sender
from comments.receipts import PROOF_HOURS, Proof, check_proof, proof_for
from tests.comments.citizen import HERE, post
from tests.factories.comments import make_hearing, send

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANNA = "anna@viby.example"


def page_of(sent, email=ANNA, **fields):
    proof = fields.get("proof") or proof_for(sent.receipt_secret, email, at=fields.get("at"))
    with translation.override("da"):
        return reverse("comments:confirm", args=[fields.get("secret", sent.receipt_secret), proof])


def confirmed():
    return Sender.objects.filter(email_confirmed_at__isnull=False).count()


def test_row_22_looking_at_the_page_confirms_nothing(client):
    sent = send(make_hearing(), email=ANNA)
    page = client.get(page_of(sent))
    assert "Ja, det er min" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    assert not page.cookies
    assert confirmed() == 0


def test_row_22_pressing_confirms_once_and_then_the_page_says_so(client):
    sent = send(make_hearing(), email=ANNA)
    for _n in range(2):
        response = post(client, page_of(sent))
        assert response.status_code == 303
        assert response["Location"].endswith(f"/kvittering/{sent.receipt_secret}/")
    assert confirmed() == 1
    assert "Din mailadresse er bekræftet" in client.get(page_of(sent)).content.decode()
    assert "Du får en mail, når" in client.get(response["Location"]).content.decode()


@pytest.mark.parametrize("headers", [{}, {**HERE, "Origin": "https://evil.example"}])
def test_row_27_another_site_can_not_press_the_button(client, headers):
    sent = send(make_hearing(), email=ANNA)
    assert post(client, page_of(sent), headers=headers).status_code == 403
    assert confirmed() == 0


def test_row_23_a_proof_is_for_one_receipt_and_one_address(client):
    hearing = make_hearing()
    one, other = send(hearing, email=ANNA), send(hearing, email="bo@viby.example")
    wrong = [
        page_of(one, "bo@viby.example"),
        page_of(other),
        page_of(one, secret="x" * 32),
        page_of(one, proof="1-x"),
        page_of(one, proof="x"),
        page_of(one, proof="9" * 40 + "-x"),
        page_of(send(hearing)),
    ]
    for address in wrong:
        assert client.get(address).status_code == 404
        assert post(client, address).status_code == 404
    assert confirmed() == 0


@pytest.mark.parametrize(
    ("seconds", "state"),
    [
        (-60, Proof.WRONG),
        (0, Proof.GOOD),
        (48 * 3600, Proof.GOOD),
        (48 * 3600 + 1, Proof.OLD),
        (900 * 24 * 3600, Proof.OLD),
    ],
)
def test_row_22_a_proof_lives_for_two_days_to_the_second(seconds, state):
    now = timezone.now()
    proof = proof_for("secret", ANNA, at=now - datetime.timedelta(seconds=seconds))
    assert check_proof(proof, "secret", ANNA, at=now) is state
    assert check_proof(proof, "secret", "bo@viby.example", at=now) is Proof.WRONG
    assert PROOF_HOURS == 48


def test_row_22_an_old_link_confirms_nothing_and_leads_to_a_new_mail(client):
    sent = send(make_hearing(), email=ANNA)
    old = page_of(sent, at=timezone.now() - datetime.timedelta(hours=49))
    for response in (client.get(old), post(client, old)):
        page = response.content.decode()
        assert response.status_code == 410
        assert "Linket er for gammelt" in page
        assert f"/kvittering/{sent.receipt_secret}/mail/" in page
    assert confirmed() == 0
    post(client, page_of(sent))
    assert "Din mailadresse er bekræftet" in client.get(old).content.decode()


def test_row_22_a_link_dies_when_the_address_is_corrected(client):
    sent = send(make_hearing(), email="ana@viby.example")
    old = page_of(sent, "ana@viby.example")
    want_confirmation(comment=sent.comment, receipt_secret=sent.receipt_secret, email=ANNA)
    assert post(client, old).status_code == client.get(old).status_code == 404
    assert post(client, page_of(sent)).status_code == 303
    assert confirmed() == 1


def test_row_32_the_owner_of_an_address_that_somebody_else_gave_can_withdraw(client):
    sent = send(make_hearing(), email=ANNA)
    secret = page_of(sent).split("/")[3]
    with translation.override("da"):
        response = client.post(reverse("comments:withdraw", args=[secret]), headers=HERE)
    assert response.status_code == 303
    sent.comment.refresh_from_db()
    assert sent.comment.status == "withdrawn"


def test_one_press_confirms_all_comments_that_gave_the_address_before_it(client):
    hearing = make_hearing()
    first = send(hearing, email=ANNA)
    send(hearing, email="Anna@viby.example")
    send(hearing, email="bo@viby.example")
    post(client, page_of(first))
    assert confirmed() == 2
    later = send(hearing, email=ANNA)
    assert later.comment.sender.email_confirmed_at is None


def test_row_26_the_receipt_looks_the_same_whether_the_address_is_known(client):
    hearing = make_hearing()
    known = send(hearing, email=ANNA)
    post(client, page_of(known))
    pages = []
    for email in (ANNA, "new@viby.example"):
        sent = send(hearing, email=email)
        with translation.override("da"):
            page = client.get(reverse("comments:receipt", args=[sent.receipt_secret]))
        pages.append("Vi har sendt en mail" in page.content.decode())
    assert pages == [True, True]
