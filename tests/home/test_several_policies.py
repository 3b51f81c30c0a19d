"""A second policy on the site works everywhere, and neither hides nor mixes with the first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from policy.models import Edition
from search import queue
from tests.factories.comments import make_hearing
from tests.factories.policy import edit, make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def first():
    page = make_page(title="Samskabelsespolitik", slug="samskabelse")
    make_adopted(page)
    return page


@pytest.fixture
def second():
    body = [principle(50, heading="Vi cykler først", statement="<p>Cyklen har forkørsel.</p>")]
    page = make_page(title="Trafikpolitik", slug="trafik", body=body)
    make_adopted(page)
    return page


def front(client):
    return client.get("/da/").context


def test_a_policy_that_is_not_adopted_does_not_hide_the_one_that_is(client):
    make_page(title="Kladde", slug="kladde")
    later = make_page(title="Trafikpolitik", slug="trafik")
    make_adopted(later)
    assert front(client)["policy"].title == "Trafikpolitik"
    assert "Kladde" not in client.get("/da/").content.decode()


def test_the_front_page_names_the_other_policy(first, second, client):
    context = front(client)
    assert context["policy"].title == "Samskabelsespolitik"
    assert [(other.title, other.url) for other in context["others"]] == [
        ("Trafikpolitik", second.url)
    ]
    assert "Andre politikker" in client.get("/da/").content.decode()


def test_the_others_name_is_the_adopted_one(first, second, client):
    edit(second, title="Hemmelig ny titel").get_latest_revision().publish()
    assert front(client)["others"][0].title == "Trafikpolitik"


def test_a_hearing_of_either_policy_is_told(first, second, client):
    hearing = make_hearing(second)
    told = front(client)["hearing"]
    assert told.hearing == hearing
    assert told.edition_url == second.edition_url(hearing.edition)
    own = make_hearing(first)
    assert front(client)["hearing"].hearing == own


def test_the_front_page_costs_the_same_with_more_policies(first, second, client):
    def queries():
        client.get("/da/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/da/")
        return len(asked)

    before = queries()
    for number in range(5):
        make_adopted(make_page(title=f"Politik {number}", slug=f"politik-{number}"))
    assert queries() == before


def test_each_counts_its_own_editions(first, second, client):
    make_adopted(edit(second, introduction="Nyt."))
    assert Edition.objects.in_force(first.translation_key).number == 1
    assert Edition.objects.in_force(second.translation_key).number == 2
    assert "Udgave 1 · gælder nu" in client.get(first.url).content.decode()
    assert client.get(first.url + "udgaver/2/").status_code == 404


def test_a_passage_of_one_is_not_found_beneath_the_other(first, second, client):
    code = Edition.objects.in_force(second.translation_key).texts.get().content[0]["code"]
    assert client.get(second.passage_url(code)).status_code == 200
    assert client.get(first.passage_url(code)).status_code == 404


def test_both_are_searched_and_mapped(first, second, client):
    queue.drain()
    assert "Vi cykler først" in client.get("/da/soeg/?q=forkørsel").content.decode()
    mapped = client.get("/sitemap.xml").content.decode()
    assert first.url in mapped
    assert second.url in mapped


def test_the_navigation_leads_to_both(first, second, client):
    for page in (first, second):
        page.refresh_from_db()
        page.show_in_menus = True
        page.save()
    shown = client.get("/da/").content.decode()
    assert f'href="{first.url}"' in shown
    assert f'href="{second.url}"' in shown


def test_the_list_of_hearings_tells_which_policy_each_is_of(first, second, client):
    make_hearing(first)
    make_hearing(second)
    shown = client.get("/da/hoeringer/").content.decode()
    assert "Trafikpolitik" in shown
    assert "Samskabelsespolitik" in shown
