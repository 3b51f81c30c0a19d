"""Row 23: secret addresses can't be tried one after the other, and right ones are never counted."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import translation

from comments import guessing
from comments.limits import Limit
from comments.models import Comment, RateCount
from notifications.blocking import way_out
from policy.actions.draft_links import make_draft_link
from policy.models import PolicyPage
from tests.comments.citizen import HERE, address, post
from tests.factories.comments import make_hearing, send
from tests.factories.policy import edit, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def three_are_enough(monkeypatch):
    monkeypatch.setattr(guessing, "GUESSING", Limit("guess", 3, 24 * 60 * 60))


@pytest.fixture
def sent():
    return send(make_hearing())


def url(name, *args, space="comments"):
    with translation.override("da"):
        return reverse(f"{space}:{name}", args=args)


def guess(client, times=3):
    return [client.get(url("receipt", f"wrong{n}")) for n in range(times)]


def test_whoever_opens_her_own_is_never_counted(client, sent):
    for _n in range(8):
        assert client.get(url("receipt", sent.receipt_secret)).status_code == 200
    assert not RateCount.objects.exists()


def test_row_23_after_the_limit_a_right_address_is_the_same_404(client, sent):
    guess(client, 2)
    assert client.get(url("receipt", sent.receipt_secret)).status_code == 200
    wrong = guess(client, 2)[-1]
    right = client.get(url("receipt", sent.receipt_secret))
    assert (wrong.status_code, right.status_code) == (404, 404)
    assert right.content == client.get(url("receipt", "z" * 32)).content.replace(
        b"z" * 32, sent.receipt_secret.encode()
    )
    for name in ("edit", "erase", "more", "email"):
        assert client.get(url(name, sent.receipt_secret)).status_code == 404
    assert client.post(url("withdraw", sent.receipt_secret), headers=HERE).status_code == 404
    assert Comment.objects.get().status == "pending"


def test_row_23_other_networks_notice_nothing(client, sent):
    guess(client, 5)
    other = Client(REMOTE_ADDR="198.51.100.7")
    assert other.get(url("receipt", sent.receipt_secret)).status_code == 200


def test_row_23_a_town_hall_opens_its_right_ones_whoever_guesses_there(client, sent, settings):
    settings.SHARED_NETWORKS = ["127.0.0.0/8"]
    guess(client, 5)
    assert client.get(url("receipt", sent.receipt_secret)).status_code == 200


def test_row_23_every_kind_of_secret_address_counts(client, sent):
    for kind in ("not_me", "follow_yes", "follow_end"):
        assert client.get(url(kind, "false-token", space="notifications")).status_code == 404
    token = way_out("0" * 64)
    assert client.get(url("not_me", token, space="notifications")).status_code == 404
    assert client.get(url("receipt", sent.receipt_secret)).status_code == 404


def test_row_23_a_link_to_a_draft_is_not_guessed_either(client, sent):
    page = edit(PolicyPage.objects.get(translation_key=sent.comment.policy_id))
    _link, secret = make_draft_link(page=page, label="Handicaprådet", user=make_user())
    for _n in range(5):
        assert client.get(url("draft", secret, space="policy")).status_code == 200
    for n in range(3):
        assert client.get(url("draft", f"wrong{n}", space="policy")).status_code == 404
    assert client.get(url("draft", secret, space="policy")).status_code == 404
    assert client.get(url("receipt", sent.receipt_secret)).status_code == 404
    assert RateCount.objects.get().count == 3


def test_row_23_a_secret_in_a_form_is_counted_too(client, sent):
    hearing = sent.comment.hearing
    for n in range(3):
        assert post(client, address(hearing), step="begin", receipt=f"wrong{n}").status_code == 200
    page = post(client, address(hearing), step="begin", receipt=sent.receipt_secret)
    assert "Vi har udfyldt" not in page.content.decode()
    assert client.get(url("receipt", sent.receipt_secret)).status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.database
def test_row_23_of_any_number_at_once_exactly_the_limit_is_counted():
    def run(n):
        try:
            return guess(Client(), 2)[-1].status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(run, range(4))) == {404}
    assert RateCount.objects.get().count == 3
