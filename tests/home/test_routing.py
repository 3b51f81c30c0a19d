"""The short way to a page finds what Wagtail finds, and leaves to it what is not so simple."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Page, PageViewRestriction, Site

from home.models import StandardPage
from home.routing import Routing
from policy.models import PolicyPage
from tests.factories.policy import make_adopted, make_page
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    page = make_page()
    make_adopted(page)
    return page


def restrict(page):
    restriction = PageViewRestriction(page=page, restriction_type="password", password="hemmelig")
    restriction.save()


def found(path, language="da"):
    """Return what the short way leaves on a request, and what Wagtail itself finds."""
    from wagtail.views import serve

    short, long = (RequestFactory().get(f"/{language}/{path}") for _ in range(2))
    with translation.override(language):
        Routing(None).process_view(short, serve, (path,), {})
        return getattr(short, "_wagtail_route_for_request", "left"), Page.route_for_request(
            long, path
        )


@pytest.mark.parametrize("path", ["ingenting/", "politik/ingenting/", "politik/udgaver/1/2/3/"])
def test_what_is_not_there_is_not_found(page, path):
    assert found(path) == (None, None)


def test_an_unpublished_policy_is_not_found(page):
    page.unpublish()
    assert found("politik/") == (None, None)


def test_danish_pages_do_not_stand_under_another_language(page):
    assert found("politik/", "en") == ("left", None)


def test_a_closed_policy_asks_for_its_password(page, client):
    restrict(page)
    assert "hemmelig" not in client.get(page.url).content.decode()
    assert client.get(page.url).templates[0].name.endswith("password_required.html")


def test_a_policy_below_a_closed_page_asks_for_the_password(page, client):
    restrict(page.get_parent())
    assert client.get(page.url).templates[0].name.endswith("password_required.html")


def test_an_alias_of_a_closed_policy_asks_for_the_password(page, client):
    alias = page.create_alias(update_slug="alias")
    assert client.get(alias.url).status_code == 404  # it has no edition of its own
    restrict(page)
    assert client.get(alias.url).templates[0].name.endswith("password_required.html")


def test_several_sites_are_left_to_wagtail(page):
    Site.objects.create(hostname="anden.example", root_page=page.get_parent())
    assert found("politik/")[0] == "left"


@pytest.mark.parametrize("path", ["", "politik/", "politik/udgaver/1/", "om/"])
def test_it_finds_what_wagtail_finds(page, path):
    page.get_parent().add_child(instance=StandardPage(title="Om", slug="om", locale=page.locale))
    short, long = found(path)
    assert (short.page, short.page.specific_class) == (long.page, long.page.specific_class)
    assert [getattr(part, "__name__", part) for part in short.args[:1]] == [
        getattr(part, "__name__", part) for part in long.args[:1]
    ]


def test_each_language_has_its_own_tree(page):
    english = make_english(page)
    path = english.url.removeprefix("/en/")
    short, long = found(path, "en")
    assert short.page == long.page == PolicyPage.objects.get(pk=english.pk)


def test_the_text_that_is_worked_on_is_not_read(page, client):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page.url).status_code == 200
    assert not any('"policy_policypage"."body"' in query["sql"] for query in captured)
