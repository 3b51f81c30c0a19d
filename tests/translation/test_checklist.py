"""Before adopting it is said which languages will not be there, or not be current."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

from policy.checklist import Level
from policy.checklist.shapes import candidate_of_page
from tests.factories.policy import edit, make_page, principle
from tests.factories.translation import make_english
from translation.checklist import ask

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def found(page) -> tuple[str, str]:
    page.refresh_from_db()
    (item,) = ask(candidate_of_page(page))
    return item.level, item.why


def test_a_language_without_a_page_is_missing():
    page = make_page()
    Locale.objects.get_or_create(language_code="en")
    level, why = found(page)
    assert (level, "begyndt" in why) == (Level.WARNS, True)


def test_a_whole_translation_of_this_very_text_is_current():
    page = make_page()
    make_english(page)
    assert found(page)[0] == Level.FINE


def test_a_text_without_a_translation_is_counted():
    page = make_page()
    make_english(page)
    StringTranslation.objects.last().delete()
    level, why = found(page)
    assert (level, "1 tekst er ikke oversat." in why) == (Level.WARNS, True)


def test_danish_changed_since_it_was_marked_ready_is_counted_in_passages():
    page = make_page()
    make_english(page)
    edit(page, body=[principle(1, statement="<p>Nyt.</p>"), principle(2), principle(3)])
    level, why = found(page)
    assert (level, "1 afsnit er ændret" in why) == (Level.WARNS, True)
