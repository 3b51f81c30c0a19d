"""No public page is kept beyond the instant at which the clock alone changes it."""

import datetime
import re

import pytest
import time_machine
from django.http import HttpResponse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.freshness import Freshness
from home.shell import shell_for
from policy import instants
from policy.actions import withdraw
from tests.factories.comments import make_hearing, send
from tests.factories.home import make_english_home
from tests.factories.policy import edit, make_adopted, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = datetime.timedelta(days=1)


def kept(client, url) -> int:
    """Return for how many seconds a page may be kept by servers in between; browsers ask again."""
    found = client.get(url).headers["Cache-Control"]
    assert "public" in found
    assert "max-age=0" in found
    return int(re.search(r"s-maxage=(\d+)", found)[1])


def at(hour, minute=0, second=0, day=0):
    """Return an instant of tomorrow (or later) in Denmark."""
    date = timezone.localdate() + DAY * (1 + day)
    return timezone.make_aware(datetime.datetime.combine(date, datetime.time(hour, minute, second)))


@pytest.fixture
def page():
    make_english_home()
    return make_page()


@pytest.fixture
def coming(page):
    """An edition in force, and one that comes into force the day after tomorrow."""
    make_adopted(page)
    edit(page, introduction="Nyt.")
    return make_adopted(page, in_force_from=timezone.localdate() + 2 * DAY)


def test_a_page_is_kept_a_minute_while_nothing_is_to_come(page, client):
    make_adopted(page)
    assert kept(client, page.url) == 60


@pytest.mark.parametrize("second", [30, 50, 59])
def test_no_page_is_kept_beyond_danish_midnight(page, coming, client, second):
    code = coming.texts.get().content[1]["code"]
    urls = [
        page.url,
        page.editions_url(),
        page.passage_url(code),
        "/da/",
        "/en/",
        "/da/soeg/?q=sag",
    ]
    with time_machine.travel(at(23, 59, second), tick=False):
        assert [kept(client, url) for url in urls] == [60 - second] * len(urls)
    with time_machine.travel(at(0, 0, 0, day=1), tick=False):
        assert kept(client, page.url) == 60


def test_a_hearing_that_opens_or_closes_ends_it_too(page, client):
    make_adopted(page)
    hearing = make_hearing(page, opens_at=at(8), closes_at=at(20))
    assert instants.next_change() == hearing.opens_at
    with time_machine.travel(at(7, 59, 55), tick=False):
        assert kept(client, page.url) == 5
    with time_machine.travel(at(19, 59, 40), tick=False):
        assert kept(client, page.url) == 20


def test_the_earliest_counts(page, coming):
    make_hearing(page, opens_at=at(8), closes_at=at(8, day=3))
    assert instants.next_change() == at(8)
    assert instants.next_change(at(9)) == at(0, day=1)
    assert instants.next_change(at(9, day=1)) == at(8, day=3)
    assert instants.next_change(at(9, day=4)) is None


def test_what_changes_while_a_page_is_made_is_kept_no_second(page, coming, rf):
    with time_machine.travel(at(23, 59, 59), tick=False) as clock:

        def slow(request):
            clock.shift(2)
            shell_for(request)
            return HttpResponse()

        response = Freshness(slow)(rf.get("/da/"))
    assert response.headers["Cache-Control"] == ("public, max-age=0, s-maxage=0, must-revalidate")


def test_nobody_elses_page_is_kept(page, client):
    hearing = make_hearing(page)
    receipt = f"/da/kvittering/{send(hearing).receipt_secret}/"
    for url in (receipt, "/da/findes-ikke/"):
        assert "no-store" in client.get(url).headers["Cache-Control"]


def test_a_preview_is_not_kept_by_anybody(page, client):
    client.force_login(make_user("boss", superuser=True))
    response = client.get(f"/admin/pages/{page.pk}/revisions/{page.latest_revision_id}/view/")
    assert response.status_code == 200
    assert "public" not in response.headers.get("Cache-Control", "")


def test_a_page_behind_a_password_is_not_kept_by_others(page, client):
    make_adopted(page)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    client.force_login(make_user("boss", superuser=True))
    response = client.get(page.url)
    assert response.status_code == 200
    assert "public" not in response.headers.get("Cache-Control", "")


def test_the_instants_cost_one_query(page, coming, django_assert_num_queries):
    with django_assert_num_queries(1):
        instants.next_change()


def test_a_withdrawn_edition_changes_nothing_worse_than_a_shorter_minute(page, coming, client):
    withdraw(edition=coming, user=make_user(), reason="Fejl.")
    with time_machine.travel(at(23, 59, 50), tick=False):
        assert kept(client, page.url) <= 10
