"""The citizen's form from reading it to the receipt, and what it does with bad input."""

import pytest

from comments.models import Comment
from comments.receipts import hash_of
from tests.comments.citizen import HERE, TOKEN, TYPE, WORDS, address, post, token_for
from tests.factories.comments import close, make_hearing, wordings_of
from tests.factories.policy import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing():
    return make_hearing()


def kept(response, text=WORDS["text"]):
    return text in response.content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://testserver.evil.example"},
        {"Origin": "http://testserver:81"},
    ],
)
def test_a_form_from_elsewhere_is_refused_with_the_text_kept(client, hearing, headers):
    response = post(client, address(hearing), token=token_for(hearing), headers=headers)
    assert response.status_code == 403
    assert kept(response)
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://testserver"}, {"Sec-Fetch-Site": "same-origin"}]
)
def test_one_of_the_two_headers_is_enough(client, hearing, headers):
    response = post(client, address(hearing), token=token_for(hearing), headers=headers)
    assert response.status_code == 303


@pytest.mark.parametrize("token", ["", "forged", "a:b", "\x01", "x" * 9000])
def test_a_forged_token_is_refused_with_the_text_kept(client, hearing, token):
    response = post(client, address(hearing), token=token)
    assert response.status_code == 400
    assert kept(response)
    assert TOKEN.search(response.content.decode())
    assert not Comment.objects.exists()


def test_a_token_for_another_passage_is_refused(client, hearing):
    other = token_for(hearing, wordings_of(hearing)[1])
    assert post(client, address(hearing), token=other).status_code == 400
    assert post(client, address(hearing, whole=True), token=other).status_code == 400
    whole = token_for(hearing, whole=True)
    assert post(client, address(hearing), token=whole).status_code == 400
    assert not Comment.objects.exists()


def test_a_token_of_another_hearing_is_refused(client, hearing):
    other = make_hearing(make_page(title="En anden", slug="anden"))
    response = post(client, address(hearing, whole=True), token=token_for(other, whole=True))
    assert response.status_code == 400
    assert not Comment.objects.exists()


def test_a_form_older_than_a_day_comes_back_with_the_text_and_a_fresh_token(client, hearing):
    response = post(client, address(hearing), token=token_for(hearing, age=25 * 3600))
    assert response.status_code == 422
    assert kept(response)
    assert not Comment.objects.exists()
    fresh = TOKEN.search(response.content.decode())[1]
    assert post(client, address(hearing), token=fresh).status_code == 303


def test_a_form_sent_in_under_three_seconds_is_held_and_not_lost(client, hearing):
    response = post(client, address(hearing), token=token_for(hearing, age=1))
    assert response.status_code == 303
    assert Comment.objects.get().status == "held"


def test_the_field_that_people_do_not_see_makes_the_comment_held(client, hearing):
    response = post(client, address(hearing), token=token_for(hearing), website="http://spam")
    assert response.status_code == 303
    assert Comment.objects.get().status == "held"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": " \n\u200b\ufeff"}, "text"),
        ({"text": "a" * 5001}, "text"),
        ({"text": "👩\u200d👩\u200d👧\u200d👦" * 2000}, "text"),
        ({"proposal": "a" * 5001}, "proposal"),
        ({"name": "a" * 121}, "name"),
        ({"author_kind": "association"}, "name"),
        ({"author_kind": "association", "name": "\u200b "}, "name"),
        ({"author_kind": "mayor"}, "author_kind"),
        ({"author_kind": ""}, "author_kind"),
        ({"stance": "<script>"}, "stance"),
        ({"district": "a" * 81}, "district"),
        ({"email": "nobody"}, "email"),
        ({"email": "a@b.dk\nBcc: x@y.dk"}, "email"),
        ({"email": "a" * 300 + "@b.dk"}, "email"),
    ],
)
def test_what_is_wrong_is_told_with_a_link_and_the_text_is_kept(client, hearing, fields, field):
    response = post(client, address(hearing), {"token": token_for(hearing), **fields})
    page = response.content.decode()
    assert response.status_code == 422
    assert f'href="#f-{field}"' in page
    assert "<title>Fejl: " in page
    assert "text" in fields or kept(response)
    assert not Comment.objects.exists()


def test_the_error_counts_what_was_written(client, hearing):
    response = post(client, address(hearing), token=token_for(hearing), text="æ" * 5003)
    assert "5003" in response.content.decode().replace(".", "")
    assert kept(response, "æ" * 5003)


def test_five_thousand_characters_with_line_breaks_are_taken(client, hearing):
    text = "æøå 👍🏽\r\n" * 833
    response = post(client, address(hearing), token=token_for(hearing), text=text)
    assert response.status_code == 303


def test_a_corrected_form_keeps_its_token_so_that_it_is_stored_once(client, hearing):
    token = token_for(hearing)
    page = post(client, address(hearing), token=token, text="").content.decode()
    assert TOKEN.search(page)[1] == token


def test_a_closed_hearing_gives_the_text_back_and_stores_nothing(client, hearing):
    token = token_for(hearing)
    close(hearing)
    response = post(client, address(hearing), token=token)
    assert response.status_code == 409
    assert kept(response)
    assert not Comment.objects.exists()


def test_a_closed_hearing_has_no_form(client, hearing):
    close(hearing)
    response = client.get(address(hearing))
    assert response.status_code == 200
    assert not TOKEN.search(response.content.decode())


def test_the_same_form_twice_is_one_comment_and_one_receipt(client, hearing):
    token = token_for(hearing)
    first = post(client, address(hearing), token=token)
    again = post(client, address(hearing), token=token)
    assert first.status_code == again.status_code == 303
    assert first["Location"] == again["Location"]
    assert Comment.objects.count() == 1


def test_words_edited_after_going_back_are_not_lost_in_the_repeat(client, hearing):
    token = token_for(hearing)
    post(client, address(hearing), token=token)
    response = post(client, address(hearing), token=token, text="Noget helt andet.")
    assert response.status_code == 409
    assert kept(response, "Noget helt andet.")
    fresh = TOKEN.search(response.content.decode())[1]
    again = post(client, address(hearing), token=fresh, text="Noget helt andet.")
    assert again.status_code == 303
    assert Comment.objects.count() == 2


def test_the_whole_way_from_the_form_to_the_receipt(client, hearing):
    page = client.get(address(hearing)).content.decode()
    response = post(client, address(hearing), token=TOKEN.search(page)[1], name="Anne Æble")
    assert response.status_code == 303
    comment = Comment.objects.get()
    secret = response["Location"].rstrip("/").rsplit("/", 1)[1]
    assert hash_of(secret) == comment.receipt_hash
    assert comment.passage == wordings_of(hearing)[0].passage
    assert client.get(response["Location"]).status_code == 200


def test_the_form_shows_the_passage_that_it_is_about(client, hearing):
    wording = wordings_of(hearing)[1]
    page = client.get(address(hearing, wording)).content.decode()
    assert wording.heading in page


def test_the_text_is_escaped_when_it_comes_back(client, hearing):
    nasty = "</textarea><script>alert(1)</script>"
    response = post(client, address(hearing), token="x", text=nasty, name='"><img src=x>')
    page = response.content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_refused(client, hearing, method):
    assert (
        getattr(client, method)(address(hearing), headers=HERE, content_type=TYPE).status_code
        == 405
    )


def test_the_form_knows_no_cookie(client, hearing):
    response = client.get(address(hearing))
    sent = post(client, address(hearing), token=token_for(hearing))
    for answer in (response, sent):
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
        assert "no-store" in answer["Cache-Control"]
