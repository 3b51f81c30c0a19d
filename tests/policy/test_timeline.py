"""The list of editions tells of each from when until when it was in force, and what replaced it."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from policy.actions import withdraw
from tests.factories.comments import close, make_comment, make_hearing
from tests.factories.policy import edit, make_adopted, make_hearing_version, make_page, make_user

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def page():
    return make_page(principles=2)


@pytest.fixture
def today():
    return timezone.localdate()


def rows(client, page, query="") -> dict[str, BeautifulSoup]:
    """Return {edition's key: its row}."""
    response = client.get(f"{page.url}udgaver/{query}")
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    return {row["id"].removeprefix("edition-"): row for row in soup.select(".edition")}


def state(row) -> str:
    return " ".join(row.select_one(".kind").get_text().split())


def days(row) -> dict[str, str]:
    """Return {what: ISO date} of the row's facts."""
    pairs = row.select(".facts > div")
    return {p.dt.get_text(): p.time["datetime"] for p in pairs if p.time}


@pytest.mark.parametrize("number", ["0", "-1", "2", "x", "99999999999999999999", "%00"])
def test_a_page_of_the_list_that_is_not_there_is_not_found(client, page, number):
    make_adopted(page)
    assert client.get(f"{page.url}udgaver/?page={number}").status_code == 404


def test_the_first_edition_is_compared_with_nothing(client, page):
    make_adopted(page)
    row = rows(client, page)["1"]
    assert state(row) == "Gælder nu"
    assert "Gjaldt til" not in days(row)
    assert not row.select("a[href*='/sammenlign/']")


def test_a_replaced_edition_was_in_force_until_the_day_before(client, page, today):
    make_adopted(page, on=today - 30 * DAY)
    make_adopted(page, on=today - 9 * DAY)
    found = rows(client, page)
    assert list(found) == ["2", "1"]
    assert state(found["1"]).startswith("Gjaldt ")
    assert days(found["1"])["Gjaldt til"] == (today - 10 * DAY).isoformat()
    assert found["2"].select_one("a[href$='/sammenlign/1/2/']")


def test_an_edition_that_is_coming_ends_the_one_in_force_on_a_known_day(client, page, today):
    make_adopted(page, on=today - 9 * DAY)
    make_adopted(page, in_force_from=today + 9 * DAY)
    found = rows(client, page)
    assert state(found["2"]).startswith("Gælder fra ")
    assert state(found["1"]) == "Gælder nu"
    assert days(found["1"])["Gælder til"] == (today + 8 * DAY).isoformat()


def test_an_edition_replaced_before_its_day_says_so(client, page, today):
    make_adopted(page, on=today - 9 * DAY)
    make_adopted(page, on=today - 8 * DAY, in_force_from=today + 9 * DAY)
    make_adopted(page, on=today - 7 * DAY, in_force_from=today - 7 * DAY)
    found = rows(client, page)
    assert state(found["3"]) == "Gælder nu"
    assert state(found["2"]).startswith("Gælder fra")


def test_a_withdrawn_edition_says_when_and_the_one_before_goes_on(client, page, today):
    make_adopted(page, on=today - 30 * DAY)
    second = make_adopted(page, on=today - 9 * DAY)
    withdraw(edition=second, user=make_user(), reason="En fejl i beslutningen.")
    found = rows(client, page)
    assert state(found["2"]).startswith("Trukket tilbage")
    assert state(found["1"]) == "Gælder nu"


def test_a_draft_tells_of_its_hearing_and_what_was_said(client, page):
    make_adopted(page)
    hearing = make_hearing(page)
    make_comment(hearing)
    row = rows(client, page)["2-1"]
    assert state(row).startswith("Udkast i høring til")
    closes = timezone.localtime(hearing.closes_at)
    assert days(row)["Høring slutter"] == closes.isoformat(timespec="minutes")
    assert "1 bemærkning" in row.select_one(".facts").get_text()
    assert row.select_one("a[href$='/bemaerk/']")
    close(hearing)
    row = rows(client, page)["2-1"]
    assert state(row).startswith("Udkast, i høring")
    assert not row.select_one("a[href$='/bemaerk/']")


def test_fifty_editions_stand_on_a_page(client, page, today):
    for _ in range(51):
        make_adopted(page, on=today)
    assert len(rows(client, page)) == 50
    assert list(rows(client, page, "?page=2")) == ["1"]


def test_an_earlier_edition_names_the_one_that_replaced_it(client, page, today):
    first = make_adopted(page, on=today - 30 * DAY)
    edit(page, introduction="Ny.")
    make_adopted(page, on=today - 9 * DAY)
    make_adopted(page, on=today - 2 * DAY)
    soup = BeautifulSoup(client.get(page.edition_url(first)).content, "html.parser")
    facts = {p.dt.get_text(): p.dd for p in soup.select(".cover .facts > div")}
    assert facts["Afløst af"].a["href"].endswith("/udgaver/2/")
    assert facts["Afløst af"].time["datetime"] == (today - 9 * DAY).isoformat()


def test_a_hearing_version_is_in_hearing_or_was_and_never_in_force(client, page):
    draft = make_hearing_version(page)
    assert "1-1" in rows(client, page)
    soup = BeautifulSoup(client.get(page.edition_url(draft)).content, "html.parser")
    assert "gælder" not in soup.select_one(".cover .kind").get_text()


def test_more_editions_and_hearings_cost_no_more_queries(
    client, page, today, django_assert_max_num_queries
):
    make_adopted(page, on=today - 30 * DAY)
    for _ in range(3):
        make_comment(make_hearing(page))
        edition = make_adopted(page, on=today)
    withdraw(edition=edition, user=make_user(), reason="En fejl.")
    rows(client, page)
    with django_assert_max_num_queries(12):
        assert len(rows(client, page)) == 7
