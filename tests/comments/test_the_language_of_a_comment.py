"""Somebody writes in her own language on the Danish page: the words are marked, her mails are Danish."""

import pytest
from bs4 import BeautifulSoup

from comments.actions import decide
from comments.models import Comment
from notifications.models import OutgoingMail
from tests.comments.citizen import address, post, token_for
from tests.factories.comments import make_hearing
from tests.factories.policy import make_adopted, make_page, make_user

pytestmark = pytest.mark.django_db
ARABIC = "أجيبوا على الرسائل بسرعة أكبر."


@pytest.fixture
def hearing():
    policy = make_page()
    make_adopted(policy)
    return make_hearing(policy)


def send(client, hearing, **fields):
    url = address(hearing)
    return post(client, url, token=token_for(hearing), text=ARABIC, **fields)


def test_a_language_that_is_not_on_the_list_is_refused_and_the_text_is_kept(client, hearing):
    response = send(client, hearing, language="tlh")
    assert response.status_code == 422
    soup = BeautifulSoup(response.content, "html.parser")
    assert "Vælg et af sprogene." in soup.find(id="f-language-error").text
    assert ARABIC in soup.find(id="f-text").text
    assert not Comment.objects.exists()


def test_who_says_nothing_writes_in_the_pages_language(client, hearing):
    send(client, hearing)
    assert Comment.objects.get().language == "da"


def test_the_form_opens_with_the_pages_language_and_offers_each_in_its_own_letters(client, hearing):
    soup = BeautifulSoup(client.get(address(hearing, language="en")).content, "html.parser")
    assert soup.select_one("#f-language [selected]")["value"] == "en"
    arabic = soup.select_one("#f-language [value=ar]")
    assert (arabic.text, arabic["lang"]) == ("العربيّة", "ar")


def test_the_preview_shows_it_as_it_will_be_read_and_keeps_the_choice(client, hearing):
    response = send(client, hearing, language="ar", step="preview")
    soup = BeautifulSoup(response.content, "html.parser")
    prose = soup.select_one(".comment .prose")
    assert (prose["lang"], prose["dir"]) == ("ar", "rtl")
    assert soup.find("input", {"name": "language"})["value"] == "ar"


def test_the_words_are_marked_and_mails_come_in_the_pages_language(client, hearing):
    send(client, hearing, language="ar", email="salma@viby.example")
    comment = Comment.objects.get()
    assert comment.language == comment.texts.get().language == "ar"
    assert comment.sender.mail_language == "da"
    mail = OutgoingMail.objects.get()
    assert (mail.language, mail.subject[:3]) == ("da", "Er ")
    decide(comment=comment, seen_version=1, action="publish", by=make_user("m"))
    soup = BeautifulSoup(
        client.get(f"/da/hoeringer/{hearing.pk}/bemaerkninger/1/").content, "html.parser"
    )
    assert soup.select_one(".comment [lang=ar][dir=rtl]").text.strip() == ARABIC


def test_on_the_english_page_mails_are_english_whatever_the_words_are_in(client, hearing):
    url = address(hearing, language="en")
    post(client, url, token=token_for(hearing), text=ARABIC, language="ar", email="s@viby.example")
    assert OutgoingMail.objects.get().language == "en"
