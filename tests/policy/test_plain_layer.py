"""The plain words stand on the same anchor as the whole text, with how long either takes to read."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.factories.policy import edit, make_adopted, make_page, principle

pytestmark = pytest.mark.django_db


def read(client, page) -> BeautifulSoup:
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def minutes(soup) -> list[int]:
    return [int(n) for n in re.findall(r"(\d+) min", soup.select_one(".choice").get_text())]


def words(count) -> str:
    return f"<p>{'ord ' * count}</p>"


def test_a_text_that_nothing_of_is_told_in_short_offers_no_choice(client):
    page = make_page(body=[principle(1, plain="")])
    make_adopted(page)
    soup = read(client, page)
    assert not soup.select(".choice input")
    assert "Et minuts læsning" in soup.main.get_text()


def test_the_choice_is_two_radios_that_need_no_script(client):
    page = make_page(principles=1)
    make_adopted(page)
    soup = read(client, page)
    radios = soup.select("fieldset.choice input[type=radio]")
    assert len({radio["name"] for radio in radios}) == 1
    assert [radio.has_attr("checked") for radio in radios] == [True, False]
    assert soup.select_one("fieldset.choice legend").get_text()


def test_the_short_words_stand_inside_the_passage_that_they_tell_of(client):
    page = make_page(principles=2)
    make_adopted(page)
    for number, passage in enumerate(read(client, page).select("article.passage"), 1):
        assert passage.select_one(".passage__short").get_text() == f"Kort om {number}."


def test_reading_takes_the_words_by_200_a_minute_and_never_none(client):
    page = make_page(body=[principle(1, statement=words(1000), plain="Kort.")])
    make_adopted(page)
    assert minutes(read(client, page)) == [5, 1]


def test_a_passage_that_is_not_told_in_short_is_read_whole(client):
    long = principle(1, statement=words(800), plain="")
    page = make_page(body=[long, principle(2, statement=words(800))])
    make_adopted(page)
    assert minutes(read(client, page)) == [8, 4]


def test_each_edition_has_its_own_figure(client):
    page = make_page(body=[principle(1, statement=words(1000))])
    make_adopted(page)
    edit(page, body=[principle(1, statement=words(2000))])
    make_adopted(page)
    assert minutes(read(client, page))[0] == 10
    old = BeautifulSoup(client.get(page.url + "udgaver/1/").content, "html.parser")
    assert minutes(old)[0] == 5


def test_the_permanent_address_is_a_plain_link_to_the_passage(client):
    page = make_page(principles=1)
    edition = make_adopted(page)
    code = edition.texts.get().content[1]["code"]
    link = read(client, page).select_one("a[data-copy]")
    assert link["href"] == page.passage_url(code)
    assert "Permanent adresse" in link.get_text()
    assert client.get(link["href"]).status_code == 200
