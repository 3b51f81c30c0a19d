"""What is not public yet is found at no address, in no variant, and in nothing that is made of pages."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from search import queue
from tests.factories.home import make_english_home
from tests.factories.policy import edit, make_adopted, make_hearing_version, make_page, make_user
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PUBLIC = "Indledning, som alle må læse."
SECRET = "Hemmeligheden om kladden."
TOMORROW = datetime.timedelta(days=1)
VARIANTS = ("", "tekst.pdf", "tekst.docx", "tekst.txt", "papir.pdf")


@pytest.fixture
def page():
    """A policy with a public edition, and a draft in Danish and English that nobody has adopted."""
    make_english_home()
    page = edit(make_page(), introduction=PUBLIC)
    make_adopted(page)
    edit(page, introduction=SECRET).get_latest_revision().publish()
    make_english(page)
    page.refresh_from_db()
    return page


@pytest.fixture
def ahead(page):
    """A hearing version that becomes public tomorrow."""
    return make_hearing_version(page, public_from=timezone.now() + TOMORROW)


def is_hidden(response) -> bool:
    return SECRET not in response.content.decode(errors="replace")


def test_the_public_address_never_shows_the_published_draft(page, client):
    english = page.get_translations().get()
    for url in (page.url, english.url, page.editions_url(), "/da/", "/en/"):
        response = client.get(url)
        assert response.status_code == 200
        assert is_hidden(response), url


@pytest.mark.parametrize(
    "query", ["?preview=1", "?revision=1", "?mode=preview", "?in_preview_panel=true", "?_draft=1"]
)
def test_no_parameter_opens_it(page, client, query):
    assert is_hidden(client.get(page.url + query))


def test_wagtails_previews_want_a_login(page, client):
    for name, args in (
        ("wagtailadmin_pages:view_draft", [page.pk]),
        ("wagtailadmin_pages:revisions_view", [page.pk, page.latest_revision_id]),
        ("wagtailadmin_pages:revisions_compare", [page.pk, "earliest", "latest"]),
        ("wagtailadmin_pages:preview_on_edit", [page.pk]),
        ("wagtailadmin_pages:history", [page.pk]),
    ):
        response = client.get(reverse(name, args=args))
        assert response.status_code == 302, name
        assert reverse("wagtailadmin_login") in response.headers["Location"]
        assert is_hidden(response)


@pytest.mark.parametrize("role", ["moderator", "facilitator"])
def test_staff_without_the_right_to_the_page_see_no_draft(page, client, role):
    user = make_user(role)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    for name, args in (
        ("wagtailadmin_pages:view_draft", [page.pk]),
        ("wagtailadmin_pages:revisions_view", [page.pk, page.latest_revision_id]),
    ):
        response = client.get(reverse(name, args=args))
        assert response.status_code in (302, 403)
        assert is_hidden(response)


def test_an_alias_in_another_language_shows_the_edition_and_not_the_body(client):
    home = make_english_home()
    page = edit(make_page(), introduction=PUBLIC)
    make_adopted(page)
    edit(page, introduction=SECRET).get_latest_revision().publish()
    page.refresh_from_db()
    alias = page.copy_for_translation(home.locale, alias=True)
    response = client.get(alias.url)
    assert response.status_code == 200
    assert PUBLIC in response.content.decode()
    assert is_hidden(response)


@pytest.mark.parametrize("variant", VARIANTS)
def test_an_edition_that_is_public_only_later_is_not_there(page, ahead, client, variant):
    response = client.get(page.url + f"udgaver/{ahead.key}/{variant}")
    assert response.status_code == 404
    assert "ETag" not in response.headers
    assert is_hidden(response)


@pytest.mark.parametrize("variant", ["", *VARIANTS[1:]])
def test_asking_whether_it_changed_tells_nothing(page, ahead, client, variant):
    url = page.url + f"udgaver/{ahead.key}/{variant}"
    sha = ahead.texts.get().sha256
    for tag in ("*", f'"{sha}"', f'W/"{sha}"'):
        assert client.get(url, headers={"If-None-Match": tag}).status_code == 404
    assert client.head(url).status_code == 404


def test_it_is_in_no_list_search_map_or_feed(page, ahead, client):
    queue.drain()
    english = Locale.objects.get(language_code="en")
    for url in (
        "/sitemap.xml",
        "/da/soeg/?q=Hemmeligheden",
        "/da/soeg/?q=politik",
        page.editions_url(),
        page.url + "udgaver.atom",
        "/da/hoeringer/",
    ):
        response = client.get(url)
        assert is_hidden(response), url
        assert f"/{ahead.key}/" not in response.content.decode(), url
    assert not ahead.texts.filter(locale=english).exists()


def test_the_api_does_not_know_it(page, ahead, client):
    for url in ("/api/v1/policies/", "/api/v1/editions/"):
        response = client.get(url)
        assert is_hidden(response)
        assert f'"{ahead.key}"' not in response.content.decode()


def test_a_passage_of_the_draft_alone_has_no_page(page, client):
    draft = page.get_latest_revision_as_object()
    for block in draft.body:
        assert client.get(page.url + f"afsnit/{str(block.id)[:8]}/").status_code == 404


def test_comparing_with_it_is_not_public(page, ahead, client):
    for pair in (f"1/{ahead.key}", f"{ahead.key}/1", "1/draft", "1/kladde"):
        assert client.get(page.url + f"sammenlign/{pair}/").status_code == 404
