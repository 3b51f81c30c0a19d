"""Receipt, hearings, and the dialogue on the policy's pages, as anybody gets them."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from comments.actions import decide
from tests.comments.citizen import HERE, address
from tests.factories.comments import (
    close,
    make_answer,
    make_comment,
    make_hearing,
    make_reason,
    send,
    wordings_of,
)
from tests.factories.policy import make_adopted, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def hearing():
    return make_hearing()


def url(name, *args, language="da"):
    with translation.override(language):
        return reverse(f"comments:{name}", args=args)


def body(response):
    return response.content.decode()


@pytest.mark.parametrize("secret", ["x", "a" * 32, "a" * 2000, "-"])
def test_a_secret_that_nobody_has_is_a_404(client, hearing, secret):
    send(hearing)
    assert client.get(url("receipt", secret)).status_code == 404
    assert client.post(url("withdraw", secret), headers=HERE).status_code == 404


def test_a_receipt_is_neither_stored_nor_indexed(client, hearing):
    response = client.get(url("receipt", send(hearing).receipt_secret))
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "same-origin"
    assert not response.cookies


def test_the_receipt_says_where_the_comment_is_on_its_way(client, hearing):
    submission = send(hearing, text="Mine ord.")
    page = body(client.get(url("receipt", submission.receipt_secret)))
    assert "Mine ord." in page
    assert "Modtaget" in page


@pytest.mark.parametrize(("language", "text"), [("da", "på dansk"), ("en", "in English")])
def test_a_rejection_is_explained_in_the_readers_language(client, hearing, language, text):
    make_reason(language="da", text="Forklaring på dansk")
    make_reason(language="en", text="Explanation in English")
    submission = send(hearing)
    decide(
        comment=submission.comment,
        seen_version=1,
        action="reject",
        reason="off_topic",
        by=make_user("m"),
    )
    page = body(client.get(url("receipt", submission.receipt_secret, language=language)))
    assert text in page


def test_the_receipt_shows_the_answer_and_the_public_address(client, hearing):
    submission = send(hearing)
    decide(comment=submission.comment, seen_version=1, action="publish", by=make_user("m"))
    make_answer(submission.comment, texts={"da": "Vi retter det."})
    page = body(client.get(url("receipt", submission.receipt_secret)))
    assert "Vi retter det." in page
    assert "#b1" in page


def test_a_sender_withdraws_with_a_button(client, hearing):
    submission = send(hearing)
    target = url("withdraw", submission.receipt_secret)
    assert target in body(client.get(url("receipt", submission.receipt_secret)))
    response = client.post(target, headers=HERE)
    assert response.status_code == 303
    submission.comment.refresh_from_db()
    assert submission.comment.status == "withdrawn"
    assert target not in body(client.get(response["Location"]))


def test_a_link_alone_withdraws_nothing(client, hearing):
    target = url("withdraw", send(hearing).receipt_secret)
    assert client.get(target).status_code == 405
    assert client.post(target).status_code == 403
    assert client.post(target, headers={"Origin": "https://evil.example"}).status_code == 403


def test_a_hearing_that_has_not_begun_is_nowhere(client, hearing):
    later = timezone.now() + datetime.timedelta(days=1)
    type(hearing).objects.update(opens_at=later, closes_at=later + datetime.timedelta(days=1))
    assert client.get(url("hearing", hearing.pk)).status_code == 404
    assert url("hearing", hearing.pk) not in body(client.get(url("hearings")))


@pytest.mark.parametrize(
    "query", ["page=0", "page=2", "page=x", "passage=zzzzzz", "passage=<script>"]
)
def test_a_part_of_a_hearing_that_is_not_there_is_a_404(client, hearing, query):
    response = client.get(f"{url('hearing', hearing.pk)}?{query}")
    assert response.status_code == 404
    assert "<script>" not in body(response)


@pytest.mark.parametrize("query", ["page=0", "page=2", "page=1e9", "page=-1"])
def test_a_page_of_hearings_that_is_not_there_is_a_404(client, hearing, query):
    assert client.get(f"{url('hearings')}?{query}").status_code == 404


def test_the_hearing_shows_all_public_comments_or_those_about_one_passage(client, hearing):
    first, second = wordings_of(hearing)[:2]
    make_comment(hearing, wording=first, text="Om det første")
    make_comment(hearing, wording=second, text="Om det andet")
    make_comment(hearing, status="pending", text="Venter endnu")
    page = body(client.get(url("hearing", hearing.pk)))
    assert "Om det første" in page
    assert "Om det andet" in page
    assert "Venter endnu" not in page
    page = body(client.get(f"{url('hearing', hearing.pk)}?passage={second.passage.code}"))
    assert "Om det første" not in page
    assert "Om det andet" in page


def test_citizens_words_are_shown_literally(client, hearing):
    make_comment(hearing, text="<script>alert(1)</script>", name="<b>Anne", name_is_public=True)
    page = body(client.get(url("hearing", hearing.pk)))
    assert "<script>alert" not in page
    assert "&lt;b&gt;Anne" in page


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_pages_are_there_in_both_languages_without_a_cookie(client, hearing, language):
    make_answer(make_comment(hearing))
    for page in (url("hearings", language=language), url("hearing", hearing.pk, language=language)):
        response = client.get(page)
        assert response.status_code == 200
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


def test_the_hearing_page_asks_the_same_number_of_queries_for_one_and_for_twenty(
    client, hearing, django_assert_max_num_queries
):
    make_answer(make_comment(hearing))
    client.get(url("hearing", hearing.pk))
    for _ in range(20):
        make_answer(make_comment(hearing))
    with django_assert_max_num_queries(15):
        client.get(url("hearing", hearing.pk))


def test_the_policys_pages_know_of_the_open_hearing_and_the_dialogue(client):
    page = make_page()
    make_adopted(page)
    hearing = make_hearing(page)
    wording = wordings_of(hearing)[0]
    make_answer(make_comment(hearing, wording=wording, text="Om det første"))
    assert address(hearing, whole=True) in body(client.get(page.url))
    passage = body(client.get(page.passage_url(wording.passage.code)))
    assert "Om det første" in passage
    assert address(hearing, wording) in passage
    close(hearing)
    assert address(hearing, wording) not in body(client.get(page.passage_url(wording.passage.code)))
