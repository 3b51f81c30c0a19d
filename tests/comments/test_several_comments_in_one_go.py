"""Who writes about several passages types her name and e-mail once: no cookie, no script (WCAG 3.3.7)."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from comments.models import Comment
from tests.comments.citizen import HERE, TOKEN, address, post, token_for
from tests.factories.comments import close, make_hearing, send, wordings_of

pytestmark = pytest.mark.django_db
ANNA = {
    "email": "anna@viby.example",
    "name": "Anna And",
    "district": "Vesterby",
    "name_is_public": True,
    "author_kind": "association",
}
OTHER = {**HERE, "Origin": "https://evil.example"}


@pytest.fixture
def hearing():
    return make_hearing()


def url(name, sent):
    with translation.override("da"):
        return reverse(f"comments:{name}", args=[sent.receipt_secret])


def begin(client, hearing, secret, **more):
    target = address(hearing, wordings_of(hearing)[1])
    return post(client, target, {"receipt": secret, "step": "begin", "text": ""}, **more)


def shown(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize("secret", ["", "x", "a" * 32, "\u202e", "%00", "a" * 5000])
def test_row_23_a_secret_that_nobody_has_opens_an_empty_form(client, hearing, secret):
    send(hearing, **ANNA)
    page = shown(begin(client, hearing, secret))
    assert ANNA["email"] not in page
    assert ANNA["name"] not in page
    assert TOKEN.search(page)
    assert "Vi har udfyldt" not in page


def test_row_27_another_site_gets_nothing_filled_in(client, hearing):
    response = begin(client, hearing, send(hearing, **ANNA).receipt_secret, headers=OTHER)
    assert response.status_code == 403
    assert ANNA["email"] not in shown(response)


def test_an_address_alone_fills_in_nothing(client, hearing):
    secret = send(hearing, **ANNA).receipt_secret
    target = address(hearing, wordings_of(hearing)[1])
    page = shown(client.get(f"{target}?receipt={secret}&step=begin"))
    assert ANNA["email"] not in page


def test_a_sender_whose_data_are_gone_gets_an_empty_form(client, hearing):
    sent = send(hearing, **ANNA)
    sent.comment.sender.delete()
    page = begin(client, hearing, sent.receipt_secret)
    assert page.status_code == 200
    assert "Vi har udfyldt" not in shown(page)


def test_a_closed_hearing_opens_no_form_and_the_list_says_so(client, hearing):
    sent = send(hearing, **ANNA)
    close(hearing)
    assert begin(client, hearing, sent.receipt_secret).status_code == 409
    page = shown(client.get(url("more", sent)))
    assert "<button" not in page.split("<main")[1].split("</main>")[0]
    assert url("more", sent) not in shown(client.get(url("receipt", sent)))


def test_the_list_has_a_button_for_each_passage_and_the_secret_in_none_of_their_addresses(
    client, hearing
):
    sent = send(hearing, **ANNA)
    response = client.get(url("more", sent))
    page = shown(response)
    targets = re.findall(r'formaction="([^"]+)"', page)
    text = hearing.edition.texts.get(is_authoritative=True)
    assert len(targets) == text.wordings.count()
    assert not any(sent.receipt_secret in target for target in targets)
    assert f'name="receipt" value="{sent.receipt_secret}"' in page
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert client.get(url("more", sent) + "?page=9").status_code == 404


def test_the_second_form_has_the_senders_fields_and_no_words(client, hearing):
    sent = send(hearing, text="De første ord.", **ANNA)
    response = begin(client, hearing, sent.receipt_secret)
    page = shown(response)
    assert 'value="anna@viby.example"' in page
    assert 'value="Anna And"' in page
    assert 'value="Vesterby"' in page
    assert re.search(r'value="association" checked', page)
    assert re.search(r'name="shown" value="name" checked', page)
    assert "De første ord." not in page
    assert "Vi har udfyldt" in page
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_who_wrote_to_the_municipality_only_does_so_again_unless_she_says_otherwise(
    client, hearing
):
    sent = send(hearing, audience="municipality")
    page = shown(begin(client, hearing, sent.receipt_secret))
    assert 'name="shown" value="municipality" checked' in page


def test_each_comment_has_a_receipt_of_its_own_and_none_names_the_others(client, hearing):
    fields = {"email": "anna@viby.example", "step": "more"}
    answer = post(client, address(hearing), {"token": token_for(hearing), **fields})
    assert answer.status_code == 303
    assert answer["Location"].endswith("/flere/")
    assert "Vi har din bemærkning nr. 1." in shown(client.get(answer["Location"]))
    second = wordings_of(hearing)[1]
    page = begin(client, hearing, answer["Location"].split("/")[-3])
    token = TOKEN.search(shown(page))[1]
    other = post(client, address(hearing, second), {"token": token, "text": "Nummer to."})
    assert Comment.objects.count() == 2
    assert answer["Location"].split("/")[-3] not in other["Location"]
    assert "nr. 1" not in shown(client.get(other["Location"])).split("<main")[1]


def test_the_pages_cost_the_same_however_much_was_sent(
    client, hearing, django_assert_max_num_queries
):
    sent = [send(hearing, **ANNA) for _n in range(5)][-1]
    client.get(url("more", sent))
    with django_assert_max_num_queries(15):
        client.get(url("more", sent))
    with django_assert_max_num_queries(15):
        begin(client, hearing, sent.receipt_secret)
