"""Every page of the demo answers, is filled in, and leads somewhere."""

import io
import re

import pytest
from django.apps import apps
from django.core.management import call_command
from wagtail.models import Page

from home.models import Purpose, StandardPage
from notifications.texts import Letters
from policy.models import PolicyPage

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#?]*)')
MAIN = re.compile(r"<main.*</main>", re.DOTALL)


def rows():
    return {model: model.objects.count() for model in apps.get_models() if model._meta.managed}


def test_the_second_run_changes_nothing_and_asks_little(demo, django_assert_max_num_queries):
    before, printed = rows(), io.StringIO()
    with django_assert_max_num_queries(60):
        call_command("demo", stdout=printed)
    assert "there already" in printed.getvalue()
    assert rows() == before


def test_progress_is_told(demo):
    assert "edition 1 in two languages" in demo
    assert demo.strip().endswith("The demo is loaded.")


def test_every_page_answers_in_both_languages_and_is_filled_in(demo, client):
    pages = Page.objects.filter(depth__gt=1).live().specific()
    assert pages.count() == 18
    for page in pages:
        response = client.get(page.url)
        assert response.status_code == 200, page.url
        main = MAIN.search(response.content.decode())[0]
        assert not re.findall(r"\{[a-z_]+\}", main), page.url


def test_what_the_pages_link_to_is_there(demo, client):
    links = {}
    for page in StandardPage.objects.live():
        main = MAIN.search(client.get(page.url).content.decode())[0]
        links.update(dict.fromkeys(LINK.findall(main), page.url))
    assert len(links) > 30
    for address, page in links.items():
        assert client.get(address).status_code == 200, (page, address)


def test_links_stay_in_the_reader_s_language(demo):
    for page in StandardPage.objects.live():
        language = page.locale.language_code
        other = {"da": "/en/", "en": "/da/"}[language]
        assert f'href="{other}' not in str(page.body.raw_data), page.title


def test_the_site_finds_each_page_that_it_needs(demo):
    needed = set(Purpose.values)
    for language in ("da", "en"):
        found = StandardPage.objects.live().filter(locale__language_code=language)
        assert set(found.exclude(purpose="").values_list("purpose", flat=True)) == needed


def test_menus_lead_to_the_policy_the_questions_and_the_start(demo):
    for language in ("da", "en"):
        menu = Page.objects.filter(show_in_menus=True, locale__language_code=language).specific()
        assert [type(page) for page in menu.order_by("path")] == [
            PolicyPage,
            StandardPage,
            StandardPage,
        ]


def test_mails_are_the_municipality_s_own(demo):
    letter = Letters("receipt").fill("da", {"number": 7, "answer_by": ""})
    assert letter.subject == "Vi har din bemærkning, nr. 7"
    assert "Svaret kommer" not in letter.text
