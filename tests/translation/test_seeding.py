"""A translation that comes with its text is brought in whole, or not at all."""

import pytest
from wagtail.models import Locale, Site
from wagtail_localize.models import StringTranslation, Translation

from home.models import StandardPage
from tests.factories.policy import chapter, make_page, principle
from tests.factories.translation import english_body, english_of, make_english
from translation.seeding import SeedMismatch, seed_translation

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def standard(language, title, text):
    return StandardPage(
        title=title,
        slug=title.lower(),
        locale=Locale.objects.get(language_code=language),
        body=[{"type": "paragraph", "id": "00000000-0000-0000-0000-000000000001", "value": text}],
    )


def seed(danish_text, english_text):
    page = standard("da", "Side", danish_text)
    Site.objects.get().root_page.add_child(instance=page)
    page.save_revision().publish()
    return seed_translation(page=page, translated=standard("en", "Page", english_text))


@pytest.mark.parametrize(
    "english_text",
    [
        "<p>One.</p>",
        "<p>One.</p><p>Two.</p><p>Three.</p>",
        "<p>One.</p><ul><li>Two.</li></ul>",
        '<p>One.</p><p><a href="/x/">Two</a></p>',
    ],
)
def test_other_paragraphs_than_the_source_s_are_refused(english_text):
    with pytest.raises(SeedMismatch):
        seed("<p>En.</p><p>To.</p>", english_text)
    assert not StringTranslation.objects.exists()


def test_a_passage_without_counterpart_is_refused():
    page = make_page()
    translated = english_of(page)
    translated.body = english_body([chapter(), principle(1), principle(2)])
    with pytest.raises(SeedMismatch):
        seed_translation(page=page, translated=translated)


def test_a_link_gets_the_address_of_its_own_language():
    page = seed(
        '<p>Læs <a href="/da/a/">her</a> og <a href="/da/b/">der</a>.</p>',
        '<p>Read <a href="/en/a/">here</a> and <a href="/en/b/">there</a>.</p>',
    )
    assert page.body[0].value.source == (
        '<p>Read <a href="/en/a/">here</a> and <a href="/en/b/">there</a>.</p>'
    )


def test_the_page_is_live_and_finished():
    english = make_english(make_page())
    assert english.live
    assert not english.has_unpublished_changes
    total, translated = Translation.objects.get().get_progress()
    assert total == translated > 20


def test_words_that_changed_replace_those_of_before():
    page = make_page()
    make_english(page)
    translated = english_of(page)
    translated.introduction = "Quite another."
    english = seed_translation(page=page, translated=translated)
    assert english.introduction == "Quite another."
    assert StringTranslation.objects.filter(data="Quite another.").count() == 1
