"""Citizens read how promises stand: by state, year by year, with what is overdue said plainly."""

import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from tests.factories.comments import make_hearing
from tests.factories.policy import edit, make_adopted, make_page, principle
from tests.factories.promises import promise, say

pytestmark = [pytest.mark.django_db, pytest.mark.database]
THIS_YEAR = timezone.localdate().year
LONG_AGO = datetime.date(THIS_YEAR - 3, 4, 1)
PAST = f"{THIS_YEAR - 2}-12-31"
BUDGET = 12


@pytest.fixture
def page():
    """Promise 1 always holds, promise 2 has a deadline in the past, promise 3 one to come."""
    body = [
        principle(1, promises=[promise(1, "Vi svarer alle.")]),
        principle(2, promises=[promise(2, "Vi laver en liste.", due=PAST)]),
        principle(3, promises=[promise(3, "Vi bygger et hus.", due=f"{THIS_YEAR + 5}-01-01")]),
    ]
    page = make_page(body=body)
    make_adopted(page, on=LONG_AGO)
    return page


def read(client, page):
    name = "loefter/" if page.locale.language_code == "da" else "promises/"
    response = client.get(page.url + name)
    assert response.status_code == 200
    return response


def standings(response) -> dict[str, list[str]]:
    return {s.name: [p.text for p in s.promises] for s in response.context["standings"]}


def english_of(page):
    english = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.live = True
    english.save()
    return english


def test_without_an_edition_in_force_there_are_no_promises(client):
    page = make_page()
    assert client.get(page.url + "loefter/").status_code == 404
    make_adopted(page, in_force_from=timezone.localdate() + datetime.timedelta(days=1))
    assert client.get(page.url + "loefter/").status_code == 404


def test_promises_of_a_draft_are_nowhere(page, client):
    edit(page, [principle(1, promises=[promise(9, "Et hemmeligt løfte.")])])
    make_hearing(page)
    assert "Et hemmeligt løfte." not in read(client, page).content.decode()


def test_an_edition_without_promises_says_so(client):
    page = make_page(body=[principle(1, promises=[])])
    make_adopted(page)
    assert "Udgave 1 giver ingen løfter." in read(client, page).content.decode()


def test_a_deadline_that_has_passed_in_silence_is_said(page, client):
    response = read(client, page)
    assert standings(response) == {
        "overdue": ["Vi laver en liste."],
        "untold": ["Vi svarer alle.", "Vi bygger et hus."],
    }
    words = f"Fristen var 31. december {THIS_YEAR - 2}. Der er ikke gjort status endnu."
    assert words in response.content.decode()


def test_a_status_before_the_deadline_does_not_hide_that_it_passed(page, client):
    say(page, 2, state="on_the_way", year=THIS_YEAR - 3)
    assert "overdue" in standings(read(client, page))


def test_a_status_of_the_deadlines_year_ends_the_silence(page, client):
    say(page, 2, state="not_kept", year=THIS_YEAR - 2, why={"da": "Vi nåede det ikke."})
    response = read(client, page)
    assert standings(response)["not_kept"] == ["Vi laver en liste."]
    assert "Vi nåede det ikke." in response.content.decode()


def test_a_promise_kept_before_its_deadline_is_never_overdue(page, client):
    say(page, 2, state="kept", year=THIS_YEAR - 3)
    assert standings(read(client, page))["kept"] == ["Vi laver en liste."]


def test_each_promise_shows_its_years_the_newest_first(page, client):
    say(page, 1, state="on_the_way", year=THIS_YEAR - 2, why={"da": "Vi øver os."})
    say(page, 1, state="kept", year=THIS_YEAR - 1, why={"da": "Nu svarer vi."})
    html = read(client, page).content.decode()
    assert html.index(f"{THIS_YEAR - 1}: holdt") < html.index(f"{THIS_YEAR - 2}: på vej")
    assert html.index("Nu svarer vi.") < html.index("Vi øver os.")


def test_what_is_said_is_escaped(page, client):
    say(page, 1, why={"da": "<script>alert(1)</script>"})
    assert "<script>alert" not in read(client, page).content.decode()


def test_in_english_a_danish_reason_is_marked_as_danish(page, client):
    say(page, 1, why={"da": "Kun på dansk.", "en": ""})
    say(page, 3, why={"da": "Dansk.", "en": "In English."})
    html = read(client, english_of(page)).content.decode()
    assert '<div class="prose" lang="da" dir="ltr"><p>Kun på dansk.</p>' in html
    assert '<div class="prose"><p>In English.</p>' in html


def test_the_last_status_stands_at_the_promise_in_the_text(page, client):
    say(page, 1, state="kept", year=THIS_YEAR - 1)
    code = page_code(client, page)
    for address in (page.url, page.url + "udgaver/1/", page.passage_url(code)):
        assert f"{THIS_YEAR - 1}: holdt" in client.get(address).content.decode(), address


def page_code(client, page) -> str:
    return client.get(page.url).context["text"].content[0]["code"]


def test_a_draft_in_hearing_shows_no_status_of_older_words(page, client):
    say(page, 1, state="kept", year=THIS_YEAR - 1)
    edition = make_hearing(edit(page, [principle(1, promises=[promise(1, "Nye ord.")])])).edition
    html = client.get(page.edition_url(edition)).content.decode()
    assert "Nye ord." in html
    assert "holdt" not in html.split("<main")[1]


def test_the_pages_cost_the_same_however_much_is_promised_and_said(page, client):
    say(page, 1)
    few = [queries(client, url) for url in (page.url, page.url + "loefter/")]
    many = [promise(10 + n, f"Løfte {n}") for n in range(30)]
    make_adopted(edit(page, [principle(1, promises=many)]), on=LONG_AGO)
    for n in range(0, 30, 3):
        for years in range(3):
            say(page, 10 + n, year=THIS_YEAR - years)
    assert [queries(client, url) for url in (page.url, page.url + "loefter/")] == few
    assert max(few) <= BUDGET


def queries(client, url) -> int:
    cache.clear()
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)
