"""What citizens read are public editions: never the draft, never one before its time."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Locale

from tests.factories.policy import edit, make_adopted, make_hearing_version, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TOMORROW = datetime.timedelta(days=1)


@pytest.fixture
def page():
    return make_page(principles=2)


def body(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_a_published_page_without_an_edition_is_not_found(page, client):
    assert client.get(page.url).status_code == 404
    assert client.get(page.url + "udgaver/").status_code == 404


@pytest.mark.parametrize(
    "key", ["2", "1-1", "0", "01", "1-", "-1", "1-0", "99999999999999999999", "x", "1-x", "١"]
)
def test_an_edition_that_is_not_there_is_not_found(page, client, key):
    make_adopted(page)
    assert client.get(f"{page.url}udgaver/{key}/").status_code == 404


@pytest.mark.parametrize("code", ["zzzzzz", "x" * 300, "%00", "%ff", "1"])
def test_a_passage_that_is_not_there_is_not_found(page, client, code):
    make_adopted(page)
    assert client.get(f"{page.url}afsnit/{code}/").status_code == 404


def test_a_hearing_version_before_its_opening_is_nowhere(page, client):
    make_adopted(page)
    edit(page, title="Hemmelig titel")
    hearing = make_hearing_version(page, public_from=timezone.now() + TOMORROW)
    assert client.get(f"{page.url}udgaver/{hearing.key}/").status_code == 404
    for address in ("", "udgaver/", "udgaver/1/"):
        assert "Hemmelig titel" not in body(client.get(page.url + address))


def test_the_draft_is_not_shown_after_adopting(page, client):
    make_adopted(page)
    edit(page, introduction="Kun en kladde.")
    page.get_latest_revision().publish()
    assert "Kun en kladde." not in body(client.get(page.url))


def test_an_edition_stays_at_its_address_when_a_newer_one_is_in_force(page, client):
    make_adopted(page)
    edit(page, introduction="Den nye indledning.")
    make_adopted(page)
    assert "Sådan samarbejder vi." in body(client.get(page.url + "udgaver/1/"))
    assert "Den nye indledning." in body(client.get(page.url))
    assert "Den nye indledning." in body(client.get(page.url + "udgaver/2/"))


def test_each_passage_has_a_page_with_its_life(page, client):
    edition = make_adopted(page)
    code = edition.texts.get().content[1]["code"]
    assert "Princip 1s overskrift" in body(client.get(f"{page.url}afsnit/{code}/"))


def test_in_english_without_a_translation_the_danish_words_are_marked_as_danish(page, client):
    make_adopted(page)
    english = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.live = True
    english.save()
    shown = body(client.get(english.url))
    assert '<html lang="en"' in shown
    assert 'lang="da"' in shown.split("<main")[1]


def test_no_cookie_is_set_and_nothing_varies_by_it(page, client):
    make_adopted(page)
    for address in ("", "udgaver/", "udgaver/1/"):
        response = client.get(page.url + address)
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
        assert "Accept-Language" not in response.headers.get("Vary", "")
