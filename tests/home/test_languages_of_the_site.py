"""The site speaks the languages that were added to it; where the interface has no words, English ones."""

import pytest
from django.db import DatabaseError
from django.utils import translation
from wagtail.models import Locale

from home.models import HomePage
from policy import locales
from tests.factories.home import danish_home, make_english_home
from tests.factories.policy import make_adopted, make_page

pytestmark = pytest.mark.django_db


def make_home(code):
    """Add a language as an administrator does, and publish its home page."""
    locale = Locale.objects.create(language_code=code)
    home = danish_home().copy_for_translation(locale)
    home.title, home.slug, home.live = f"Home {code}", code, True
    home.save_revision().publish()
    return HomePage.objects.get(pk=home.pk)


@pytest.mark.parametrize("path", ["/de/", "/de/hearings/", "/de/search/?q=a", "/ar/search/"])
def test_a_language_that_was_not_added_has_no_address(client, path):
    assert client.get(path).status_code == 404


def test_a_language_without_a_home_page_shows_no_danish_under_its_name(client):
    Locale.objects.create(language_code="de")
    assert client.get("/de/").status_code == 404


def test_unknown_codes_are_not_asked_of_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert locales.language_of_path("/xx/hearings/") == "da"
        assert locales.language_of_path("/admin/") == "da"


def test_a_language_that_was_added_can_be_read_at_once(client):
    make_home("de")
    response = client.get("/de/")
    assert response.status_code == 200
    assert response.headers["Content-Language"] == "de"
    assert '<html lang="de" dir="ltr">' in response.text


def test_a_language_that_was_deleted_is_gone_at_once(client):
    Locale.objects.create(language_code="de")
    assert client.get("/de/hearings/").status_code == 200
    Locale.objects.get(language_code="de").delete()
    assert client.get("/de/hearings/").status_code == 404


def test_arabic_goes_from_right_to_left_and_names_itself(client):
    make_home("ar")
    text = client.get("/ar/").text
    assert '<html lang="ar" dir="rtl">' in text
    assert "العربيّة" in text


def test_words_that_a_language_lacks_are_english_and_never_danish(client):
    make_home("pl")
    text = client.get("/pl/").text
    assert "The site uses no cookies" in text
    assert "Siden bruger ingen cookies" not in text
    with translation.override("pl"):
        assert translation.gettext("Monday") == "Poniedziałek"


def test_danish_is_first_and_the_others_follow_the_settings(client):
    for code in ("ar", "pl", "uk", "de"):
        make_home(code)
    make_english_home()
    shell = client.get("/da/").context["shell"]
    assert [language.code for language in shell.languages] == ["da", "en", "de", "uk", "pl", "ar"]


def test_a_switch_of_six_languages_costs_no_more_queries_than_of_two(
    client, django_assert_max_num_queries
):
    make_english_home()
    page = make_page()
    make_adopted(page)
    for code in ("ar", "pl", "uk", "de"):
        make_home(code)
    client.get("/da/politik/")
    with django_assert_max_num_queries(12):
        client.get("/da/politik/")


def test_while_the_database_is_away_the_languages_are_the_last_that_were_read(monkeypatch):
    def broken(*_names, **_options):
        raise DatabaseError

    monkeypatch.setattr(Locale.objects, "values_list", broken)
    monkeypatch.setattr(locales, "KEPT", -1)
    assert locales.site_languages() == ("da", "en")


def test_the_choices_of_a_stored_code_are_all_languages_whatever_was_added():
    codes = {code for code, _name in locales.all_languages()}
    assert {"da", "en", "de", "uk", "pl", "ar", "fa", "tr", "vi"} <= codes


def test_staff_choose_among_the_languages_of_the_site():
    Locale.objects.create(language_code="uk")
    with translation.override("da"):
        named = [(code, str(name)) for code, name in locales.named_languages()]
    assert named == [("da", "Dansk"), ("en", "Engelsk"), ("uk", "Ukrainsk")]
