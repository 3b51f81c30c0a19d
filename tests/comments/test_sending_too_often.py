"""Whoever sends too often is asked to wait, keeps the text and is told other ways."""

import pytest
from django.utils import timezone

from comments import limits
from comments.models import Comment, RateCount
from notifications import jobs
from tests.comments.citizen import TOKEN, address, post, token_for
from tests.factories.comments import close, make_hearing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_are_enough(monkeypatch):
    monkeypatch.setattr(limits, "SENDING", (limits.Limit("test", 2, 24 * 60 * 60),))


@pytest.fixture
def hearing():
    return make_hearing()


def send(client, hearing, nonce, **fields):
    return post(client, address(hearing), {"token": token_for(hearing, nonce=nonce), **fields})


def test_the_third_is_stopped_with_its_text_and_other_ways(client, hearing):
    assert [send(client, hearing, nonce).status_code for nonce in "ab"] == [303, 303]
    response = send(client, hearing, "c", text="Den tredje", proposal="Et forslag", name="Bo")
    page = response.content.decode()
    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 24 * 60 * 60 + 1
    assert "no-store" in response["Cache-Control"]
    assert all(words in page for words in ("Den tredje", "Et forslag", 'value="Bo"', "<time "))
    assert "<title>Fejl:" in page
    assert TOKEN.search(page)
    assert Comment.objects.count() == 2


def test_a_copy_gets_its_receipt_and_counts_as_nothing(client, hearing):
    sent = [send(client, hearing, "a") for _ in range(5)]
    assert {response["Location"] for response in sent} == {sent[0]["Location"]}
    assert send(client, hearing, "b").status_code == 303
    assert send(client, hearing, "a").status_code == 303


def test_one_that_comes_too_late_counts_as_well(client, hearing):
    token = token_for(hearing, nonce="a")
    close(hearing)
    assert post(client, address(hearing), token=token).status_code == 409
    assert not Comment.objects.exists()
    assert RateCount.objects.get().count == 1


def test_looking_before_sending_counts_as_nothing(client, hearing):
    for nonce in "abcd":
        assert send(client, hearing, nonce, step="preview").status_code == 200
    assert not RateCount.objects.exists()


def test_old_counts_are_forgotten_every_day():
    old = timezone.now() - limits.KEPT * 2
    RateCount.objects.create(key="k", window=old, count=1)
    jobs.run_all()
    assert not RateCount.objects.exists()
