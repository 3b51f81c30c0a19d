"""The feed tells of public editions, in one language, under ids that never change."""

import datetime
from xml.etree import ElementTree

import pytest
from django.utils import timezone, translation

from policy.models import EditionNote
from tests.factories.policy import make_adopted, make_hearing_version, make_page
from tests.factories.translation import make_english
from translation.actions import freeze_translation

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
BUDGET = 12
SOON = timezone.now() + datetime.timedelta(days=2)


@pytest.fixture
def page(settings):
    settings.BASE_URL = "https://kommune.example"
    return make_page()


def read(client, page):
    with translation.override(page.locale.language_code):
        address = page.feed_url()
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def titles(feed) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def links(element) -> dict[str, str]:
    return {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}


def test_a_policy_without_a_public_edition_has_no_feed(page, client):
    make_hearing_version(page, public_from=SOON)
    assert client.get(f"{page.url}udgaver.atom").status_code == 404


def test_an_edition_that_is_not_public_yet_is_not_told_of(page, client):
    make_adopted(page)
    make_hearing_version(page, public_from=SOON)
    assert titles(read(client, page)) == ["Samskabelsespolitik, udgave 1"]


def test_it_is_only_read(page, client):
    make_adopted(page)
    assert client.post(f"{page.url}udgaver.atom").status_code == 405


def test_it_has_all_that_the_format_asks_for(page, client):
    make_adopted(page)
    feed = read(client, page)
    own = f"https://kommune.example{page.url}"
    assert feed.get(f"{XML}lang") == "da"
    assert links(feed) == {"self": f"{own}udgaver.atom", "alternate": f"{own}udgaver/"}
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    [entry] = feed.iter(f"{ATOM}entry")
    assert links(entry) == {"alternate": f"{own}udgaver/1/"}
    assert entry.findtext(f"{ATOM}summary") == "Sådan samarbejder vi."
    for element in (feed, entry):
        assert element.findtext(f"{ATOM}id").startswith("urn:uuid:")
        assert datetime.datetime.fromisoformat(element.findtext(f"{ATOM}updated")).tzinfo


def test_ids_outlive_a_new_address_and_differ_by_edition_and_language(page, client):
    edition = make_adopted(page)
    make_adopted(page)
    english = make_english(page)
    freeze_translation(edition=edition, page=english)

    def ids():
        return [element.text for element in read(client, page).iter(f"{ATOM}id")]

    before = ids()
    page.slug = "ny-adresse"
    page.save()
    assert ids() == before
    others = [element.text for element in read(client, english).iter(f"{ATOM}id")]
    assert len({*before, *others}) == 6


def test_an_entry_without_a_translation_says_that_it_is_danish(page, client):
    edition = make_adopted(page)
    english = make_english(page)
    feed = read(client, english)
    assert feed.get(f"{XML}lang") == "en"
    assert [entry.get(f"{XML}lang") for entry in feed.iter(f"{ATOM}entry")] == ["da"]
    freeze_translation(edition=edition, page=english)
    assert titles(read(client, english)) == ["EN Samskabelsespolitik, edition 1"]


def test_a_note_brings_the_entry_up_to_date_and_a_withdrawal_is_marked(page, client):
    edition = make_adopted(page)
    before = read(client, page).findtext(f"{ATOM}updated")
    later = timezone.now().replace(microsecond=0) - datetime.timedelta(seconds=1)
    note = EditionNote.objects.create(edition=edition, kind="withdrawal", made_at=timezone.now())
    feed = read(client, page)
    assert feed.findtext(f"{ATOM}updated") >= before
    updated = datetime.datetime.fromisoformat(feed.findtext(f"{ATOM}entry/{ATOM}updated"))
    assert later <= updated <= note.made_at
    terms = [category.get("term") for category in feed.iter(f"{ATOM}category")]
    assert terms == ["adopted", "withdrawn"]


def test_it_costs_the_same_with_more_editions(
    page, client, django_assert_num_queries, django_assert_max_num_queries
):
    make_adopted(page)
    read(client, page)
    with django_assert_max_num_queries(BUDGET) as few:
        read(client, page)
    for _ in range(4):
        make_adopted(page)
    with django_assert_num_queries(len(few)):
        assert len(titles(read(client, page))) == 5
