"""Danish never stands under another language: what is not translated says so and carries its `lang`."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from home.models import StandardPage
from tests.factories.home import heading, make_english_home, make_standard_page, paragraph

pytestmark = pytest.mark.django_db
WHOLE = "This page is not translated yet. You see the Danish text."
PARTS = "Parts of this page are not translated yet. They are in Danish."


@pytest.fixture
def danish():
    make_english_home()
    return make_standard_page(
        "Om siden", body=[heading("Hvem vi er"), paragraph("<p>Vi er kommunen.</p>")]
    )


def translate(page, words):
    """Publish the page's English translation with these words: {Danish: English}."""
    source, _made = TranslationSource.update_or_create_from_instance(page)
    english = Locale.objects.get(language_code="en")
    made, _made = Translation.objects.get_or_create(source=source, target_locale=english)
    for segment in source.stringsegment_set.select_related("string"):
        if segment.string.data in words:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=english,
                context=segment.context,
                defaults={"data": words[segment.string.data]},
            )
    made.save_target(publish=True)
    target = StandardPage.objects.get(translation_key=page.translation_key, locale=english)
    target.get_latest_revision().publish()
    return StandardPage.objects.get(pk=target.pk)


ALL = {
    "Om siden": "About the site",
    "om-siden": "about-the-site",
    "Hvem vi er": "Who we are",
    "Vi er kommunen.": "We are the municipality.",
}


def read(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def notices(soup):
    return [line.get_text(" ", strip=True) for line in soup.select(".notice-line")]


def test_the_danish_page_marks_nothing_and_asks_nothing_more(client, danish):
    soup = read(client, danish)
    assert notices(soup) == []
    assert not soup.main.select("[lang]")


def test_an_alias_says_that_it_is_danish_and_is_marked_throughout(client, danish):
    english = Locale.objects.get(language_code="en")
    alias = danish.copy_for_translation(english, alias=True)
    soup = read(client, alias)
    assert notices(soup) == [WHOLE]
    assert {mark.name for mark in soup.main.select("[lang=da]")} >= {"h1", "h2", "div"}


def test_a_page_that_is_translated_whole_has_no_mark(client, danish):
    soup = read(client, translate(danish, ALL))
    assert notices(soup) == []
    assert not soup.main.select("[lang]")


def test_only_the_passage_that_is_not_translated_carries_the_sources_language(client, danish):
    words = {d: e for d, e in ALL.items() if d != "Vi er kommunen."}
    soup = read(client, translate(danish, words))
    assert notices(soup) == [PARTS]
    assert [mark.get_text(strip=True) for mark in soup.main.select("[lang]")] == ["Vi er kommunen."]
    assert soup.main.select_one("[lang]")["dir"] == "ltr"


def test_a_translation_that_lacks_a_change_says_since_when_and_leads_to_the_danish(client, danish):
    english = translate(danish, ALL)
    danish.body[1].value = type(danish.body[1].value)("<p>Vi er den nye kommune.</p>")
    danish.save_revision().publish()
    TranslationSource.objects.get(object_id=danish.translation_key).update_from_db()
    soup = read(client, english)
    (notice,) = notices(soup)
    assert "This translation does not have the change yet." in notice
    assert soup.select_one(".notice-line a")["href"] == danish.url


def test_the_home_page_marks_its_own_words(client, danish):
    home = make_english_home()
    danish_home = home.get_translation(Locale.objects.get(language_code="da"))
    for page, title in ((danish_home, "Samskabelse"), (home, "Co-creation")):
        page.title, page.statement = title, "Vi skaber sammen"
        page.save_revision().publish()
    soup = read(client, home)
    assert soup.h1.get_text() == "Vi skaber sammen"
    assert soup.h1["lang"] == "da"
    assert notices(soup) == [PARTS]
