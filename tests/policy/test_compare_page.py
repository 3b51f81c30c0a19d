"""The comparison that citizens read: at an address that lasts, in words first, echoing nothing."""

import datetime
import re

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from policy.models import EditionText
from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
from tests.factories.policy import (
    chapter,
    edit,
    make_adopted,
    make_hearing_version,
    make_page,
    principle,
)
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BUDGET = 12
DAY = datetime.timedelta(days=1)


@pytest.fixture
def page():
    """Two editions: principle 2 reworded, 3 gone, 4 new."""
    page = make_page(principles=3)
    make_adopted(page, on=timezone.localdate() - 9 * DAY)
    reworded = principle(2, statement="<p>Vi holder helt fast i sag 2.</p>")
    edit(page, body=[chapter(), principle(1), reworded, unlike(4)])
    make_adopted(page)
    return page


def unlike(number) -> dict:
    """A principle that nobody takes for another one."""
    return principle(
        number,
        heading="Gåture i kvarteret",
        statement="<p>Enhver kan møde op ved torvet hver onsdag.</p>",
        plain="Kom, som du er.",
        why="<p>Mange taler friere udendørs.</p>",
        citizens_can_expect="<p>Kaffe undervejs.</p>",
        we_expect_of_citizens="<p>Gode sko.</p>",
        promises=[],
    )


def read(client, address) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(tag) -> str:
    return " ".join(tag.get_text().split())


@pytest.mark.parametrize(
    "pair",
    ["1/9", "9/1", "1/1", "0/1", "1/01", "1/x", "1-1/2", "1/99999999999999", "1/2-", "1/%3Cb%3E"],
)
def test_an_edition_that_is_not_there_is_not_found_and_not_shown(page, client, pair):
    response = client.get(f"{page.url}sammenlign/{pair}/")
    assert response.status_code == 404
    assert "&lt;b&gt;" not in response.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "old=1&new=9",
        "old=1",
        "new=2",
        "old=<script>x</script>&new=2",
        "old=1&new=%00",
        "old=1-1&new=2",
    ],
)
def test_a_choice_that_makes_no_sense_is_not_found_and_not_shown(page, client, query):
    response = client.get(f"{page.url}sammenlign/?{query}")
    assert response.status_code == 404
    assert "script>x" not in response.content.decode()


def test_an_edition_that_is_not_public_yet_can_not_be_compared(page, client):
    edit(page, title="Hemmelig titel")
    hidden = make_hearing_version(page, public_from=timezone.now() + DAY)
    assert client.get(f"{page.url}sammenlign/2/{hidden.key}/").status_code == 404
    assert client.get(f"{page.url}sammenlign/?old=2&new={hidden.key}").status_code == 404
    assert hidden.key not in client.get(f"{page.url}sammenlign/").content.decode()


def test_the_choice_leads_to_the_lasting_address_the_older_edition_first(page, client):
    for query in ("old=1&new=2", "old=2&new=1"):
        response = client.get(f"{page.url}sammenlign/?{query}")
        assert response.status_code == 302
        assert response.headers["Location"] == f"{page.url}sammenlign/1/2/"
    response = client.get(f"{page.url}sammenlign/2/1/")
    assert (response.status_code, response.headers["Location"]) == (
        301,
        f"{page.url}sammenlign/1/2/",
    )


def test_the_same_edition_twice_is_said(page, client):
    assert "samme udgave to gange" in words(read(client, f"{page.url}sammenlign/?old=1&new=1").main)


def test_a_summary_in_words_comes_first(page, client):
    soup = read(client, f"{page.url}sammenlign/1/2/")
    assert soup.h1.get_text() == "Fra udgave 1 til udgave 2"
    assert words(soup.select_one(".lead")) == (
        "Udgave 2 ændrer 3 afsnit: 1 omskrevet, 1 nyt og 1 fjernet. 2 er uændrede."
    )


def test_what_was_added_and_removed_is_told_to_the_ear_too(page, client):
    change = read(client, f"{page.url}sammenlign/1/2/").select_one(".change--reworded")
    assert words(change.ins) == "tilføjet: helt"
    links = [link["href"] for link in change.select("a")]
    code = change["id"].removeprefix("p-")
    assert f"{page.url}afsnit/{code}/" in links
    assert f"{page.url}udgaver/1/#p-{code}" in links
    assert f"{page.url}udgaver/2/#p-{code}" in links


def test_a_reason_stands_beside_its_change(page, client):
    change = read(client, f"{page.url}sammenlign/1/2/").select_one(".change--removed")
    assert "Afsnittet er ikke nødvendigt mere." in words(change.select_one(".change__why"))


def test_what_is_unchanged_is_folded_with_links(page, client):
    folded = read(client, f"{page.url}sammenlign/1/2/").select_one("details.unchanged")
    assert words(folded.summary) == "2 afsnit er uændrede"
    assert not folded.has_attr("open")
    assert len(folded.select("li a")) == 2


def test_nothing_of_a_text_is_taken_for_markup(client):
    page = make_page(principles=1)
    make_adopted(page)
    edit(page, body=[chapter(), principle(1, heading="A <script>x</script> & B")])
    make_adopted(page)
    soup = read(client, f"{page.url}sammenlign/1/2/")
    assert not soup.find_all(["script", "style"])
    assert "<script>x</script> &" in soup.select_one(".change h3").get_text()


def test_the_comments_that_led_to_a_change_are_counted_and_linked(client):
    page = make_page(principles=2)
    hearing = make_hearing(page)
    wording = wordings_of(hearing)[0]
    make_answer(*(make_comment(hearing, wording=wording) for _ in range(2)))
    make_answer(make_comment(hearing, wording=wording), published=False)
    make_answer(make_comment(hearing, wording=wording), result="not_changed")
    edit(page, body=[chapter(), principle(1, statement="<p>Andet.</p>"), principle(2)])
    make_adopted(page)
    why = read(client, f"{page.url}sammenlign/1-1/1/").select_one(".change__why")
    assert "2 bemærkninger" in words(why)
    assert [link["href"].split("#")[1] for link in why.select("li a")] == ["b1", "b2"]


def test_in_english_both_texts_are_english_or_both_are_danish(page, client):
    english = make_english(page)
    address = f"{english.url}compare/1/2/"
    soup = read(client, address)
    assert soup.html["lang"] == "en"
    assert "not both translated" in words(soup.main)
    assert soup.select_one(".change h3")["lang"] == "da"
    assert words(soup.select_one(".lead")).startswith("Edition 2 changes 3 passages")
    for text in EditionText.objects.filter(is_authoritative=True):
        text.pk, text.locale, text.is_authoritative = None, english.locale, False
        EditionText.objects.bulk_create([text])
    soup = read(client, address)
    assert not soup.select_one(".change h3").has_attr("lang")
    assert "ones that count" in words(soup.main)


def test_it_stays_in_its_budget_and_does_not_grow_with_passages(client):
    found = {}
    for size in (3, 40):
        page = make_page(principles=size, slug=f"politik-{size}")
        make_adopted(page)
        changed = [principle(n, statement=f"<p>Nyt {n}.</p>") for n in range(2, size + 2)]
        edit(page, body=[chapter(), *changed])
        make_adopted(page)
        address = f"{page.url}sammenlign/1/2/"
        cache.clear()
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        found[size] = len(captured)
    assert found[3] == found[40] <= BUDGET


def test_no_cookie_and_no_script_is_needed(page, client):
    for address in ("sammenlign/", "sammenlign/1/2/"):
        response = client.get(page.url + address)
        assert not response.cookies
        soup = BeautifulSoup(response.content, "html.parser")
        assert not soup.find_all(style=True)
        levels = [int(h.name[1]) for h in soup.main.find_all(re.compile(r"^h[1-6]$"))]
        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))


def test_a_hearing_leads_to_what_its_draft_changes(page, client):
    edit(page, body=[chapter(), principle(1), principle(2)])
    hearing = make_hearing(page)
    links = [a["href"] for a in read(client, f"/da/hoeringer/{hearing.pk}/").main.select("a")]
    assert f"{page.url}sammenlign/2/{hearing.edition.key}/" in links


def test_a_hearing_on_the_first_text_has_nothing_to_compare_with(client):
    hearing = make_hearing()
    assert "sammenlign" not in client.get(f"/da/hoeringer/{hearing.pk}/").content.decode()


def test_danish_readers_are_not_told_of_translations(page, client):
    assert not read(client, f"{page.url}sammenlign/1/2/").select(".notice-line")


def test_words_that_replace_one_another_do_not_run_together(page, client):
    edit(page, body=[chapter(), principle(1, plain="Kort, om 1.")])
    make_adopted(page)
    field = read(client, f"{page.url}sammenlign/2/3/").select_one(".change--reworded .prose")
    for hidden in field.select(".visually-hidden"):
        hidden.decompose()
    assert words(field) == "Kort, om 1."
