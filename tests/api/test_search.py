"""The search as data: what the page finds, what is public, and nothing on a wrong question."""

import pytest

from search import queue
from tests.factories.api import ROOT, ask, count_queries, policy_of
from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
from tests.factories.home import make_standard_page
from tests.factories.policy import edit, make_adopted, make_page, principle
from tests.search.test_clean import NASTY

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def hearing():
    page = make_page(body=[principle(1, heading="Kvælstof & fosfor")])
    make_adopted(page)
    edit(page, [principle(1, heading="Kvælstof i søen")])
    found = make_hearing(page)
    make_answer(make_comment(found, text="Om kvælstof"), texts={"da": "Kvælstof måles."})
    make_standard_page("Kvælstof")
    while queue.drain():
        pass
    return found


@pytest.mark.parametrize("status", ["pending", "held", "rejected"])
def test_row_41_a_comment_that_is_not_public_is_neither_found_nor_counted(hearing, status):
    make_comment(hearing, status=status, text="qx7zw")
    queue.drain()
    found = ask("/search?q=qx7zw")
    assert (found["count"], set(found["kinds"].values()), found["items"]) == (0, {0}, [])


@pytest.mark.parametrize(
    "query",
    ["", "?q=x&language=xx", "?q=x&kind=senders", "?q=x&year=25", "?q=x&degree=all", "?q=x&page=0"]
    + [f"?q={'x' * 201}", "?q=x&policy=1", "?q=x&order=sender__email", "?q=x&page=1e9"],
)
def test_row_43_what_cant_be_asked_is_refused(client, hearing, query):
    assert client.get(f"{ROOT}/search{query}").status_code == 422


@pytest.mark.parametrize("typed", NASTY)
def test_row_17_no_words_make_it_fail(client, hearing, typed):
    response = client.get(f"{ROOT}/search", {"q": typed.encode("utf-8", "replace")[:180]})
    assert response.status_code in (200, 422)


def test_it_finds_what_the_page_finds(client, hearing):
    found = ask("/search?q=kvælstof")
    page = client.get("/da/soeg/", {"q": "kvælstof"}).context
    assert found["count"] == page["total"] == 4
    kinds = {"passages": 1, "comments": 1, "responses": 1, "pages": 1, "files": 0}
    assert {name: found["kinds"][name] for name in kinds} == kinds
    hits = [hit for group in page["groups"] for hit in group.hits]
    assert [item["url"].partition("/da/")[2] for item in found["items"]] == [
        hit.url.partition("/da/")[2] for hit in hits
    ]


def test_a_passage_says_where_it_stands_and_which_editions_lie_under_it(hearing):
    (item,) = ask("/search?q=kvælstof&kind=passages")["items"]
    assert (item["edition"], item["in_force"], item["lang"]) == ("1", True, "da")
    assert [older["edition"] for older in item["older"]] == ["2-1"]
    assert item["policy"] == policy_of(hearing.edition.texts.first() and make_of(hearing))


def make_of(hearing):
    from policy.models import PolicyPage

    return PolicyPage.objects.get(translation_key=hearing.edition.policy_id)


def test_a_snippet_is_plain_text_and_marked_html(hearing):
    make_comment(hearing, text="<b>Kalium</b> & co")
    queue.drain()
    (item,) = ask("/search?q=kalium")["items"]
    assert item["snippet"] == "<b>Kalium</b> & co"
    assert item["html"] == "&lt;b&gt;<mark>Kalium</mark>&lt;/b&gt; &amp; co"


def test_it_is_narrowed_down_as_on_the_page(hearing):
    policy = str(hearing.edition.policy_id)
    assert ask(f"/search?q=kvælstof&policy={policy}")["count"] == 3
    assert ask("/search?q=kvælstof&edition=2-1&kind=passages")["items"][0]["edition"] == "2-1"
    assert ask("/search?q=kvælstof&year=1999")["count"] == 0
    assert ask("/search?q=kvælstof&hearings=open&order=newest")["count"] == 3


def test_a_list_goes_on_at_its_next_address(client, hearing):
    first = ask("/search?q=kvælstof&page_size=3")
    second = client.get(first["next"].partition("://")[2].partition("/")[2].join(["/", ""])).json()
    assert (len(first["items"]), len(second["items"]), second["next"]) == (3, 1, None)
    assert client.get(f"{ROOT}/search?q=kvælstof&page_size=3&page=3").status_code == 404


def test_the_number_of_queries_is_fixed(hearing):
    few = count_queries("/search?q=kvælstof")
    for wording in wordings_of(hearing):
        for _n in range(5):
            make_answer(
                make_comment(hearing, wording=wording, text="kvælstof"), texts={"da": "kvælstof"}
            )
    while queue.drain():
        pass
    assert count_queries("/search?q=kvælstof") == few <= 35
