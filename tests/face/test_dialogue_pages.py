"""What a thread tells of each comment, whatever state it is in."""

import re
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from comments.actions import redact, translate_comment, withdraw
from comments.form.fields import CommentForm
from home.shell import plain_shell
from tests.factories.comments import (
    close,
    make_answer,
    make_comment,
    make_hearing,
    send,
    wordings_of,
)
from tests.factories.policy import make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_page(principles=2)


@pytest.fixture
def hearing(page):
    return make_hearing(page)


@pytest.fixture
def thread(client, page, hearing):
    """Return a function that reads the page of the first passage."""
    code = wordings_of(hearing)[0].passage.code

    def read():
        response = client.get(page.passage_url(code))
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser").select_one("#dialogue")

    return read


def words(soup) -> str:
    return " ".join(soup.get_text().split())


def test_an_empty_thread_invites_while_the_hearing_is_open(thread, hearing):
    assert "Du kan være den første" in words(thread())
    assert thread().select_one(".button")["href"].startswith(f"/da/hoeringer/{hearing.pk}/bemaerk/")


def test_an_empty_thread_invites_nobody_when_the_hearing_is_closed(thread, hearing):
    close(hearing)
    assert "Ingen har skrevet om dette afsnit." in words(thread())
    assert thread().select_one(".button") is None


def test_a_comment_without_an_answer_says_so(thread, hearing):
    make_comment(hearing)
    assert "Venter på svar" in words(thread())


def test_a_withdrawn_comment_keeps_its_place_and_none_of_its_words(thread, hearing):
    comment = make_comment(hearing, text="Det fortryder jeg.")
    withdraw(comment=comment)
    soup = thread()
    assert "Det fortryder jeg" not in words(soup)
    assert "Bemærkning trukket tilbage" in soup.select_one(f"#b{comment.number}").get_text()


def test_a_shortened_comment_shows_where(thread, hearing):
    comment = make_comment(hearing, text="Jeg bor på Eksempelvej 12.")
    redact(comment=comment, by=None, text="Jeg bor på [adresse udeladt].")
    soup = thread()
    assert "Eksempelvej" not in words(soup)
    assert soup.select_one(".redacted").get_text() == "adresse udeladt"
    assert "Kommunen har udeladt" in words(soup)


def test_a_translated_comment_offers_the_original_in_its_language(thread, hearing):
    comment = make_comment(hearing, text="Proszę o prosty język.", language="pl")
    assert "På polsk, som den blev skrevet" in words(thread())
    translate_comment(comment=comment, by=None, language="da", text="Skriv enkelt.")
    soup = thread()
    assert soup.select_one(".comment > .prose").get_text() == "Skriv enkelt."
    assert soup.select_one("details .prose")["lang"] == "pl"
    assert "Kommunens oversættelse fra polsk" in words(soup)


def test_what_is_written_from_right_to_left_is_shown_so(thread, hearing):
    make_comment(hearing, text="أجيبوا", language="ar")
    prose = thread().select_one(".comment > .prose")
    assert (prose["lang"], prose["dir"]) == ("ar", "rtl")


def test_an_answer_stands_with_its_outcome_reason_and_passages(thread, hearing):
    make_answer(make_comment(hearing))
    answer = thread().select_one(".answer")
    assert "Svar fra Byrådssekretariatet" in answer.h4.get_text()
    assert "Ændret" in answer.select_one(".mark-status").get_text()
    assert "Vi svarer nu inden tre uger." in words(answer)
    assert answer.select_one(".meta a")["href"].endswith("#life")


@pytest.mark.parametrize(
    ("result", "shape"),
    [("changed", "full"), ("partly", "half"), ("not_changed", "empty"), ("passed_on", "forwarded")],
)
def test_each_outcome_has_its_own_shape_beside_its_word(thread, hearing, result, shape):
    make_answer(make_comment(hearing), result=result)
    assert thread().select_one(".mark-status use")["href"] == f"#i-{shape}"


def test_an_answer_that_is_a_draft_is_not_there(thread, hearing):
    make_answer(make_comment(hearing), published=False)
    assert thread().select_one(".answer") is None


def test_every_icon_is_in_the_sprite(client, page, hearing):
    comment = make_comment(hearing)
    make_answer(comment)
    receipt = send(hearing).receipt_secret
    code = wordings_of(hearing)[0].passage.code
    for address in (
        page.passage_url(code),
        page.edition_url(hearing.edition),
        f"/da/hoeringer/{hearing.pk}/bemaerk/",
        f"/da/kvittering/{receipt}/",
    ):
        soup = BeautifulSoup(client.get(address).content, "html.parser")
        ids = {symbol["id"] for symbol in soup.select("symbol")}
        assert {use["href"].removeprefix("#") for use in soup.select("use")} <= ids


def test_a_withdrawn_comments_receipt_does_not_thank_for_it(client, hearing):
    submission = send(hearing)
    withdraw(comment=submission.comment)
    soup = BeautifulSoup(
        client.get(f"/da/kvittering/{submission.receipt_secret}/").content, "html.parser"
    )
    assert soup.h1.get_text() == "Din bemærkning er trukket tilbage"


@pytest.mark.parametrize("typed", ["Linje 1\n  Linje 2", "\n\nFørst to tomme linjer", "<b>&amp;"])
@pytest.mark.parametrize("template", ["form", "closed", "unavailable"])
def test_what_was_typed_is_given_back_to_the_letter(hearing, template, typed):
    form = CommentForm({"text": typed})
    context = {
        "form": form,
        "kept": {"text": typed} if template == "unavailable" else [typed],
        "hearing": hearing,
        "edition": hearing.edition,
        "plain_shell": plain_shell("da"),
        "text": hearing.edition.texts.first(),
    }
    html = render_to_string(f"comments/{template}.html", context)
    field = re.search(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)[1]
    # A browser drops one line feed at the beginning, also a written-out one.
    assert unescape(field) == "\n" + typed
