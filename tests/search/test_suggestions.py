"""While somebody types, and when nothing was found: headings, terms, pages and words that are near."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from search import queue
from search.suggesting import meant, nearest, slips, suggestions
from tests.factories.comments import make_comment, make_hearing
from tests.factories.home import make_settings, make_standard_page
from tests.factories.policy import edit, make_adopted, make_page, principle
from tests.search.test_clean import NASTY

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ADDRESS = "/da/soeg/forslag/"


@pytest.fixture
def page():
    cache.clear()
    statement = "<p>Høringsfristen er fire uger, og fristen gælder alle borgermøder.</p>"
    found = make_page(body=[principle(1, heading="Ældre og unge mødes", statement=statement)])
    make_adopted(found)
    yield found
    cache.clear()


def ask(client, typed):
    response = client.get(ADDRESS, {"q": typed})
    assert response.status_code == 200
    return response.json()["suggestions"]


@pytest.mark.parametrize("typed", ["", " ", "æ", "*", "zzz", "\x00", "fosfor"])
def test_nothing_is_suggested_for_one_letter_or_for_what_nobody_wrote(client, page, typed):
    assert ask(client, typed) == []


def test_nothing_of_a_draft_a_comment_or_a_closed_page_is_suggested(client, page):
    edit(page, [principle(1, heading="Fosfor i søen")])
    make_hearing(page)
    make_comment(make_hearing(page), text="Kvælstof")
    closed = make_standard_page("Fortroligt")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    cache.clear()
    for typed in ("fosfor", "kvæl", "fortr"):
        assert ask(client, typed) == []


@pytest.mark.parametrize("typed", ["ældre", "ÆLD", "aeldre", "unge", "moedes", "ældre og un"])
def test_a_heading_is_suggested_by_the_beginning_of_one_of_its_words(client, page, typed):
    assert ask(client, typed)[0] == "Ældre og unge mødes"


def test_the_last_word_is_finished(client, page):
    assert ask(client, "hvornår er høringsfr") == ["hvornår er høringsfristen"]


def test_it_is_cheap_bounded_and_the_same_for_everybody(client, page):
    make_adopted(make_page(slug="to", title="To", principles=40))
    cache.clear()
    ask(client, "pri")
    with CaptureQueriesContext(connection) as queries:
        response = client.get(ADDRESS, {"q": "pri"})
    assert len(response.json()["suggestions"]) == 8
    assert not [q for q in queries if "wording" in q["sql"]]
    assert response["Cache-Control"] == "public, max-age=60"
    assert not response.cookies
    assert client.post(ADDRESS).status_code == 405


@pytest.mark.parametrize("typed", NASTY)
def test_row_17_nothing_typed_makes_it_fail(client, page, typed):
    assert len(ask(client, typed.encode("utf-8", "replace"))) <= 8


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("frist", "frist", 0), ("frist", "frsit", 1), ("frist", "fist", 1), ("frist", "fristen", 2)]
    + [("abc", "xyz", 3), ("", "", 0), ("abcdef", "a", 3)],
)
def test_slips_of_the_finger_are_counted(one, other, apart):
    assert min(slips(one, other, 2), 3) == apart


@pytest.mark.parametrize("word", ["", "x", "abc", "qqqqqq", "x" * 80])
def test_a_word_that_is_near_to_nothing_has_no_neighbour(word):
    assert nearest(word, {"frist": 3, "borger": 2}) == ""


def test_nearest_is_the_one_that_stands_most_often(page):
    assert nearest("frisr", {"frisk": 1, "frist": 3}) == "frist"


def test_did_you_mean_is_offered_when_it_finds_something(client, page):
    make_settings(municipality="Viby Kommune", email="hej@viby.example", phone="12 34 56 78")
    queue.drain()
    response = client.get("/da/soeg/", {"q": "hørringsfristn"})
    content = response.content.decode()
    assert response.context["near_words"] == "høringsfristen"
    assert client.get("/da/soeg/" + response.context["near_url"]).context["total"] == 1
    assert "Mente du" in content
    assert 'href="mailto:hej@viby.example"' in content
    assert "12 34 56 78" in content


def test_nothing_is_offered_where_nothing_is_near(client, page):
    queue.drain()
    response = client.get("/da/soeg/", {"q": "qwertyuiop"})
    content = response.content.decode()
    assert response.context["near_words"] == ""
    assert "Mente du" not in content
    _before, _words, after = content.partition("Eller begynd her:")
    for address in (page.url, "/da/hoeringer/", "/da/ordliste/"):
        assert f'href="{address}"' in after.partition("</main>")[0]


def test_a_wider_search_is_offered_where_it_finds_something(client, page):
    queue.drain()
    response = client.get("/da/soeg/", {"q": "ældre", "year": "1999"})
    assert response.context["total"] == 0
    assert client.get("/da/soeg/" + response.context["wider_url"]).context["total"] == 1
    assert "wider_url" not in client.get("/da/soeg/", {"q": "zzzzz", "year": "1999"}).context


def test_what_was_right_is_left_as_it_is(page):
    assert meant("ældre mødes", "da") == ""
    assert suggestions("ældre", "pl") == []
