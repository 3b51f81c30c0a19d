"""On a page in a language without an interface of its own, English words stand under `lang="en"`."""

import polib
import pytest
from bs4 import BeautifulSoup
from django.utils import translation

from policy.english.words import END, ENGLISH, NAMED, OTHER
from tests.comments.citizen import address, post, token_for
from tests.factories.home import danish_home
from tests.home.english.scene import (
    call_english_by_its_name,
    into_arabic,
    language_at,
    make_site,
    unmarked,
    walk,
)

pytestmark = pytest.mark.django_db
MARKS = (ENGLISH, OTHER, NAMED, END)
A_TEXT = "Skip to the content"


def test_no_page_has_an_english_word_under_another_language(client, monkeypatch):
    scene = make_site()
    call_english_by_its_name(monkeypatch)
    receipt = f"/ar/receipt/{scene['receipt']}/"
    starts = ["/ar/", receipt, "/ar/search/?q=svar&language=all", "/ar/search/?q=zzz", "/ar/zzz/"]
    pages = dict(walk(client, *starts))
    wrong = {address: found for address, soup in pages.items() if (found := unmarked(soup))}
    assert not wrong
    assert len(pages) > 35
    assert not any(sign in str(soup) for soup in pages.values() for sign in MARKS)


def test_every_page_that_is_found_by_search_engines_names_the_language_for_others(client):
    make_site()
    pages = dict(walk(client, "/ar/", most=1))
    found = {a: soup for a, soup in pages.items() if not soup.select('meta[content*="noindex"]')}
    assert len(found) > 15
    without = [a for a, soup in found.items() if not soup.select('[hreflang="x-default"]')]
    assert without == []


def test_a_form_that_comes_back_says_so_too(client, monkeypatch):
    hearing = make_site()["hearing"]
    call_english_by_its_name(monkeypatch)
    form = {"token": token_for(hearing), "text": "", "email": "x", "author_kind": "?"}
    response = post(client, address(hearing, language="ar"), form)
    soup = BeautifulSoup(response.text, "html.parser")
    assert soup.select("[role=alert]")
    assert unmarked(soup) == []


@pytest.fixture
def arabic_words(settings, tmp_path):
    """A catalogue of Arabic with one word in it; Django reads it and forgets it afterwards."""
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    catalogue.append(polib.POEntry(msgid=A_TEXT, msgstr="انتقل إلى المحتوى"))
    folder = tmp_path / "ar" / "LC_MESSAGES"
    folder.mkdir(parents=True)

    def come():
        catalogue.save_as_mofile(folder / "django.mo")
        settings.LOCALE_PATHS = [tmp_path, *settings.LOCALE_PATHS]

    return come


def test_the_mark_goes_when_a_po_file_has_the_word(client, arabic_words):
    into_arabic(danish_home())
    assert first_link(client) == ("Skip to the content", "en")
    arabic_words()
    assert first_link(client) == ("انتقل إلى المحتوى", "ar")


def first_link(client) -> tuple[str, str]:
    """Return the words and the language of the first link of the page."""
    soup = BeautifulSoup(client.get("/ar/").text, "html.parser")
    text = soup.select_one("a.skip").find(string=True)
    return str(text), language_at(text)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_language_with_all_its_words_has_no_marks(client, language):
    make_site()
    with translation.override(language):
        assert "<bdi lang" not in client.get(f"/{language}/").text
