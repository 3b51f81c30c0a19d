"""The API tells what changed between two editions, and what a person said about why."""

import datetime

import pytest
from django.utils import timezone

from policy.models import Fate, FateReason
from tests.factories.api import ask, count_queries, policy_of
from tests.factories.policy import (
    block,
    chapter,
    edit,
    make_adopted,
    make_hearing_version,
    make_page,
    principle,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BUDGET = 8
NEW = block("text", {"heading": "Penge", "body": "<p>Byrådet betaler.</p>", "plain": ""}, 300)


@pytest.fixture
def page():
    page = make_page()
    make_adopted(page)
    changed = principle(1, statement="<p>Vi holder meget fast i sag 1.</p>")
    edit(page, body=[changed, principle(2), principle(3), chapter(), NEW])
    make_adopted(page)
    return page


def test_an_edition_that_is_not_public_is_compared_with_nothing(page):
    make_hearing_version(page, public_from=timezone.now() + datetime.timedelta(days=1))
    policy = policy_of(page)
    ask(f"/comparisons/{policy}/2/3-1", 404)
    ask(f"/comparisons/{policy}/3-1/1", 404)
    ask(f"/comparisons/{policy}/1/9", 404)
    ask(f"/comparisons/{policy}/1/2", 404, language="en")
    ask(f"/comparisons/{policy}/1/x", 422)


def test_it_tells_what_changed_word_by_word(page):
    found = ask(f"/comparisons/{policy_of(page)}/1/2")
    assert found["counts"]["reworded"] == 1
    assert found["counts"]["new"] == 1
    assert found["lang"] == "da"
    by_kind = {item["kind"]: item for item in found["items"]}
    [field] = by_kind["reworded"]["fields"]
    added = [p["text"] for part in field["parts"] for p in part["pieces"] if p["op"] == "added"]
    assert [text.strip() for text in added] == ["meget"]
    assert by_kind["new"]["old"] is None
    assert by_kind["new"]["new"]["heading"] == "Penge"
    assert by_kind["moved"]["is_moved"] is True


def test_it_tells_why(page):
    fate = Fate.objects.filter(edition__number=2, kind="reworded").get()
    locale = fate.edition.texts.get().locale
    FateReason.objects.create(fate=fate, locale=locale, text="Det var for svagt.")
    items = ask(f"/comparisons/{policy_of(page)}/1/2")["items"]
    [reworded] = [item for item in items if item["kind"] == "reworded"]
    assert reworded["reasons"] == [{"lang": "da", "text": "Det var for svagt."}]


def test_it_comes_in_pages_and_costs_the_same_however_much_changed(page):
    path = f"/comparisons/{policy_of(page)}/1/2"
    first = ask(path, page_size=2)
    assert len(first["items"]) == 2
    assert first["count"] == len(ask(path)["items"]) == 5
    few = count_queries(path)
    edit(page, body=[principle(n) for n in range(5, 15)])
    make_adopted(page)
    assert count_queries(f"/comparisons/{policy_of(page)}/1/3") == few <= BUDGET
