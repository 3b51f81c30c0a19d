"""Earlier translations of the same words are offered, with where from, and fast among many."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale
from wagtail_localize.models import String, StringSegment, StringTranslation, TranslationContext

from tests.factories.accounts import make_staff
from tests.factories.home import make_english_home
from tests.factories.policy import chapter, make_adopted, make_page, principle
from tests.factories.translation import make_english
from translation.actions import freeze_translation
from translation.memory import offers_for
from translation.memory.beside import earlier_translations
from translation.models import FrozenPhrase

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WORDS = "Kort om 1."


@pytest.fixture
def page():
    make_english_home()
    return make_page(body=[chapter(), principle(1)])


@pytest.fixture
def english(page):
    return make_english(page)


def locale():
    return Locale.objects.get(language_code="en")


def offers(source=WORDS, context=None):
    return offers_for([(source, context)], locale())[source, context]


def test_nothing_is_offered_for_words_that_were_never_translated(page):
    assert offers() == []
    assert offers_for([], locale()) == {}


def test_a_text_is_no_offer_to_itself_and_a_broken_one_to_nobody(english):
    row = StringTranslation.objects.get(data=f"EN {WORDS}")
    assert offers(context=row.context_id) == []
    assert [offer.text for offer in offers()] == [f"EN {WORDS}"]
    StringTranslation.objects.filter(pk=row.pk).update(has_error=True)
    assert offers() == []


def test_it_says_where_it_is_from(english):
    assert offers()[0].where == "Samskabelsespolitik"


def test_a_frozen_edition_is_remembered_when_its_words_were_changed_since(page, english):
    edition = make_adopted(page)
    freeze_translation(edition=edition, page=english)
    assert FrozenPhrase.objects.filter(data=f"EN {WORDS}").exists()
    StringTranslation.objects.filter(data=f"EN {WORDS}").update(data="EN Newer.")
    found = offers()
    assert [offer.text for offer in found] == ["EN Newer.", f"EN {WORDS}"]
    assert "1" in found[1].where


def test_the_desk_asks_once_and_shows_words_as_words(page, english):
    StringTranslation.objects.filter(data=f"EN {WORDS}").update(data="<script>x</script>")
    user, other = make_staff("translator"), make_page(slug="anden", body=[principle(1)])
    make_english(other)
    segment = StringSegment.objects.select_related("string", "context").get(
        source__object_id=other.translation_key, string__data=WORDS
    )
    place = locale()
    with CaptureQueriesContext(connection) as queries:
        shown = earlier_translations(segment, place, user)
    assert len(queries) == 1
    assert "&lt;script&gt;" in shown
    assert "<script>" not in shown


def fill(number: int) -> None:
    danish, english = Locale.objects.get(language_code="da"), locale()
    context = TranslationContext.objects.first()
    strings = String.objects.bulk_create(
        String(locale=danish, data=f"Tekst {n}", data_hash=String._get_data_hash(f"Tekst {n}"))
        for n in range(number)
    )
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of=string, locale=english, context=context, data=f"Text {string.pk}"
        )
        for string in strings
    )


def seconds_for_a_screen() -> float:
    places, place = [(f"Tekst {n}", None) for n in range(100)], locale()
    found = []
    for _run in range(3):
        begun = time.perf_counter()
        assert all(offers_for(places, place).values())
        found.append(time.perf_counter() - begun)
    return min(found)


def test_a_thousand_texts_cost_as_a_hundred(english):
    fill(100)
    few = seconds_for_a_screen()
    String.objects.filter(data__startswith="Tekst ").delete()
    fill(1000)
    assert seconds_for_a_screen() < 4 * few


@pytest.mark.long
def test_fifty_thousand_texts_cost_as_a_hundred(english):
    fill(100)
    few = seconds_for_a_screen()
    String.objects.filter(data__startswith="Tekst ").delete()
    fill(50_000)
    assert seconds_for_a_screen() < 4 * few
