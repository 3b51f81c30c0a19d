"""What no browser sends, and a database that is away: a clear answer, and never a 500."""

from datetime import timedelta
from unittest import mock
from urllib.parse import quote

import pytest
from django.db import OperationalError
from django.utils import timezone

from comments.models import Comment
from policy.models import PolicyPage
from tests.comments.citizen import HERE, TYPE, WORDS, address, post, token_for
from tests.factories.comments import make_hearing

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing():
    return make_hearing()


def send_body(client, hearing, body, content_type=TYPE):
    return client.generic("POST", address(hearing), body, content_type, headers=HERE)


@pytest.mark.parametrize(
    "body",
    [
        b"text=%ff%fe",
        b"text=\xff\xfe",
        b"text=%c0%af",
        b"text=%ed%a0%80",
        b"text=a%00b" + b"\x00",
        b"&".join(b"f%d=1" % n for n in range(10_001)),
        b"%",
        b"",
    ],
)
def test_a_body_that_is_no_form_is_a_400(client, hearing, body):
    assert send_body(client, hearing, body).status_code == 400
    assert not Comment.objects.exists()


def test_an_encoded_nul_is_taken_out_of_the_text(client, hearing):
    body = f"text=a%00b&author_kind=citizen&token={quote(token_for(hearing))}".encode()
    assert send_body(client, hearing, body).status_code == 303
    assert Comment.objects.get().texts.get().text == "ab"


def test_a_body_that_is_too_large_is_a_413(client, hearing):
    response = send_body(client, hearing, b"text=" + b"a" * (1024 * 1024 + 1))
    assert response.status_code == 413


@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/form-data; boundary=x",
        "application/json",
        "text/plain",
        "",
        f"{TYPE}; charset=utf-16",
    ]
    + [f"{TYPE}; charset=nonsense"],
)
def test_another_kind_of_body_is_a_400(client, hearing, content_type):
    assert send_body(client, hearing, b"text=a", content_type).status_code == 400


@pytest.mark.parametrize("number", ["99", "0", "99999999999999999999", "9" * 400])
def test_a_hearing_that_is_not_there_is_a_404(client, hearing, number):
    url = address(hearing).replace(f"/{hearing.pk}/", f"/{number}/")
    assert client.get(url).status_code == 404
    assert post(client, url).status_code == 404


@pytest.mark.parametrize("code", ["zzzzzz", "x", "a" * 500])
def test_a_passage_that_is_not_in_the_text_is_a_404(client, hearing, code):
    url = f"{address(hearing, whole=True)}{code}/"
    assert client.get(url).status_code == 404


def test_a_hearing_that_has_not_begun_is_a_404(client):
    now = timezone.now()
    hearing = make_hearing(opens_at=now + timedelta(hours=1), closes_at=now + timedelta(hours=2))
    assert client.get(address(hearing)).status_code == 404
    response = post(client, address(hearing), token=token_for(hearing))
    assert response.status_code == 404
    assert not Comment.objects.exists()


def test_a_hearing_of_an_unpublished_page_is_a_404(client, hearing):
    PolicyPage.objects.get().unpublish()
    assert client.get(address(hearing)).status_code == 404


@pytest.mark.parametrize("place", ["comments.actions.submit", "comments.form.views.find_target"])
def test_a_locked_database_is_a_503_with_the_text_kept(client, hearing, place):
    token = token_for(hearing)
    with mock.patch(place, side_effect=OperationalError("database is locked")):
        response = post(client, address(hearing), token=token, text="Et </textarea> ord")
    page = response.content.decode()
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "Et &lt;/textarea&gt; ord" in page
    assert token in page.replace("&#x27;", "'")


def test_what_was_kept_while_the_database_was_away_can_be_sent_again(client, hearing):
    token = token_for(hearing)
    with mock.patch("comments.actions.submit", side_effect=OperationalError):
        post(client, address(hearing), token=token)
    assert post(client, address(hearing), token=token).status_code == 303
    assert WORDS["text"] == Comment.objects.get().texts.get().text
