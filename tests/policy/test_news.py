"""What is new in an edition is told at its passages, for those who know the adopted one before."""

import pytest
from bs4 import BeautifulSoup

from policy.reading.news import news_of
from tests.factories.policy import (
    chapter,
    edit,
    make_adopted,
    make_hearing_version,
    make_page,
    principle,
)

pytestmark = pytest.mark.django_db
REWORDED = "<p>Nye ord.</p>"
EMPTY = {"why": "", "citizens_can_expect": "", "we_expect_of_citizens": "", "promises": []}


@pytest.fixture
def page():
    page = make_page(principles=3)
    make_adopted(page)
    return page


def codes(edition) -> list[str]:
    return [entry["code"] for entry in edition.texts.get().content]


def read(client, address) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html.parser")


def test_the_first_edition_has_no_news(client, page):
    soup = read(client, page.url)
    assert not soup.select("#news, .passage__news")


def test_nothing_new_leaves_no_empty_list(client, page):
    make_adopted(page)
    assert not read(client, page.url).select("#news, .passage__news")


def test_new_reworded_moved_and_gone_passages_are_told(client, page):
    body = [
        chapter(),
        principle(3),
        principle(1, statement=REWORDED),
        # Not a word in common with the one that goes, or it would be taken for it.
        principle(4, heading="Parken", statement="<p>Porten åbner klokken syv.</p>", **EMPTY),
    ]
    edit(page, body=body)
    second = make_adopted(page)
    _heading, third, first, fourth = codes(second)
    news = news_of(second)
    assert news.kinds[first] == "reworded"
    assert news.kinds[fourth] == "new"
    assert news.gone == 1
    soup = read(client, page.url)
    assert "1 nyt" in soup.select_one("#news summary").get_text()
    assert "1 udgået" in soup.select_one("#news summary").get_text()
    jumps = {link["href"] for link in soup.select("#news li a")}
    assert {f"#p-{first}", f"#p-{fourth}"} <= jumps
    assert f"#p-{third}" not in jumps or news.kinds[third] == "moved"
    mark = soup.select_one(f"#p-{first} .passage__news")
    assert "Ny ordlyd" in mark.get_text()
    assert "/sammenlign/1/2/" in mark.a["href"]


def test_a_passage_that_moved_is_not_called_reworded(page):
    edit(page, body=[chapter(), principle(3), principle(1), principle(2)])
    second = make_adopted(page)
    assert news_of(second).kinds == {codes(second)[1]: "moved"}


def test_drafts_in_between_are_not_what_an_edition_is_new_against(page):
    edit(page, body=[chapter(), principle(1, statement=REWORDED), principle(2), principle(3)])
    draft = make_hearing_version(page)
    assert set(news_of(draft).kinds.values()) == {"reworded"}
    adopted = make_adopted(page)
    assert news_of(adopted).kinds == news_of(draft).kinds


def test_news_are_read_once(page, django_assert_num_queries):
    edit(page, body=[chapter(), principle(1)])
    second = make_adopted(page)
    with django_assert_num_queries(2):
        news_of(second)
    with django_assert_num_queries(0):
        news_of(second)
