"""Row 45 for snippets: a translator of Polish opens and changes those in Polish, and looks at Danish ones."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import Translation

from comments.models import CannedText, WatchWord
from policy.models import Term
from tests.factories.accounts import make_staff
from tests.factories.policy import make_page, make_term
from tests.factories.translation import make_english
from tests.translation.test_own_languages import page, polish, translator  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SPACE = "wagtailsnippets_policy_term"


def term_in(code) -> Term:
    return make_term(f"Ord {code}", "Forklaring.", locale=Locale.objects.get(language_code=code))


def addresses(term, *names):
    return [reverse(f"{SPACE}:{name}", args=[term.pk]) for name in names]


@pytest.fixture
def browser(client, translator):  # noqa: F811
    client.force_login(translator)
    return client


@pytest.mark.parametrize("method", ["get", "post", "put"])
def test_every_address_of_a_snippet_in_another_language_is_closed(browser, method):
    english = term_in("en")
    for address in addresses(english, "edit", "delete", "usage", "history", "history_results"):
        response = getattr(browser, method)(address)
        assert response.status_code in {302, 403}, address
        assert "Ord en" not in response.text, address


@pytest.mark.parametrize("name", ["list", "list_results", "add"])
def test_no_list_of_another_language_is_shown_and_nothing_is_added_to_it(browser, name):
    term_in("en")
    response = browser.get(reverse(f"{SPACE}:{name}"), {"locale": "en"})
    assert response.status_code in {302, 403}
    assert "Ord en" not in response.text


def test_a_chooser_gives_nothing_of_another_language(browser):
    chosen = "wagtailsnippetchoosers_policy_term:chosen"
    response = browser.get(reverse(chosen, args=[term_in("en").pk]))
    assert response.status_code in {302, 403}


def test_danish_is_looked_at_and_not_changed(browser):
    danish = term_in("da")
    for address in addresses(danish, "edit", "delete"):
        response = browser.post(address, {"name": "Taget", "explanation": "Taget."})
        assert response.status_code in {302, 403}
    for address in addresses(danish, "usage", "history"):
        assert browser.get(address).status_code == 200
    danish.refresh_from_db()
    assert danish.name == "Ord da"


@pytest.mark.parametrize(("language", "is_mine"), [("da", False), ("en", False), ("pl", True)])
def test_a_text_that_names_its_language_by_its_code_is_kept_too(browser, language, is_mine):
    text = CannedText.objects.create(title="Tak", text="Tak.", language=language)
    address = reverse("wagtailsnippets_comments_cannedtext:edit", args=[text.pk])
    browser.post(address, {"title": "Ny", "text": "Ny.", "language": language})
    text.refresh_from_db()
    assert (text.title == "Ny") is is_mine


def test_ones_own_language_is_changed(browser):
    mine = term_in("pl")
    (address,) = addresses(mine, "edit")
    assert browser.get(address).status_code == 200
    browser.post(address, {"name": "Wysłuchanie", "explanation": "Termin."})
    mine.refresh_from_db()
    assert mine.name == "Wysłuchanie"


def test_wagtail_localizes_list_of_a_model_is_for_those_who_see_the_model(browser):
    WatchWord.objects.create(word="hemmeligt")
    address = reverse("wagtail_localize:snippets_api_listing", args=["comments", "watchword"])
    assert browser.get(address).status_code in {302, 403}
    browser.force_login(make_staff("administrator"))
    assert browser.get(address).status_code == 200


def test_wagtail_localizes_report_has_ones_own_languages_alone(browser, page):  # noqa: F811
    other = make_page(title="Anden politik", slug="anden")
    make_english(other)
    address = reverse("wagtail_localize:translations_report")
    assert Translation.objects.filter(target_locale__language_code="en").count() == 2
    shown = browser.get(address)
    assert shown.status_code == 200
    assert "Anden politik" not in shown.text
    browser.force_login(make_staff("translator", "english"))
    assert "Anden politik" in browser.get(address).text


@pytest.mark.filterwarnings("error::django.core.paginator.UnorderedObjectListWarning")
def test_the_report_has_an_order_that_stays(browser):
    assert browser.get(reverse("wagtail_localize:translations_report")).status_code == 200
    assert browser.get(reverse("wagtail_localize:translations_report_results")).status_code == 200
