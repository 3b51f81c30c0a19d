"""Hearings in calendars and feed readers; and what a closed hearing says of what comes next."""

import datetime
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from comments.actions import extend, interrupt
from tests.factories.comments import close, make_comment, make_hearing
from tests.factories.policy import make_adopted, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = datetime.timedelta(days=1)
ATOM = "{http://www.w3.org/2005/Atom}"
WHY = {"da": "Bilag manglede."}


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def hearing(page):
    return make_hearing(
        page,
        opens_at=datetime.datetime(2026, 11, 2, 7, tzinfo=datetime.UTC),
        closes_at=datetime.datetime(2030, 3, 12, 22, 59, 59, tzinfo=datetime.UTC),
        purposes={"da": "Sig til; gerne, kort.\nSEQUENCE:99", "en": "Tell us."},
        answers_due=datetime.date(2030, 4, 30),
    )


def url(name, *args, language="da"):
    with translation.override(language):
        return reverse(f"comments:{name}", args=args)


def events(client, language="da"):
    file = client.get(url("calendar", language=language)).content
    return {str(event["uid"]): event for event in Calendar.from_ical(file).walk("VEVENT")}


def entries(client):
    return ElementTree.fromstring(client.get(url("feed")).content).findall(f"{ATOM}entry")


def test_a_hearing_that_has_not_begun_is_in_neither(client, page):
    later = timezone.now() + DAY
    make_hearing(page, opens_at=later, closes_at=later + 30 * DAY)
    assert events(client) == {}
    assert entries(client) == []


def test_a_hearing_on_a_page_that_is_closed_to_the_public_is_in_neither(client, page, hearing):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert events(client) == {}
    assert entries(client) == []


def test_the_calendar_knows_when_it_opens_and_closes(client, hearing):
    response = client.get(url("calendar"))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert not response.cookies
    assert b"\n" not in response.content.replace(b"\r\n", b"")
    opens, closes = sorted(events(client).values(), key=lambda event: event["dtstart"].dt)
    assert (opens["dtstart"].dt, closes["dtstart"].dt) == (hearing.opens_at, hearing.closes_at)
    assert "tirsdag 12. marts 2030 kl. 23.59 dansk tid" in str(closes["description"])
    assert str(closes["summary"]).startswith("Lukker: ")
    assert closes["sequence"] == 0


def test_the_same_dates_give_the_same_file_and_others_the_same_ids(client, hearing):
    before = events(client)
    assert client.get(url("calendar")).content == client.get(url("calendar")).content
    extend(hearing=hearing, closes_at=hearing.closes_at + DAY, reasons=WHY, user=None)
    after = events(client, "en")
    assert set(after) == set(before)
    assert {event["sequence"] for event in after.values()} == {1}


def test_an_interruption_is_in_the_calendar(client, hearing):
    interrupt(hearing=hearing, reasons=WHY, user=None)
    assert any(str(event["summary"]).startswith("Afbrudt: ") for event in events(client).values())


def test_the_feed_says_when_the_dates_changed_under_the_same_id(client, hearing):
    (before,) = entries(client)
    event = extend(hearing=hearing, closes_at=hearing.closes_at + DAY, reasons=WHY, user=None)
    (after,) = entries(client)
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    updated = datetime.datetime.fromisoformat(after.findtext(f"{ATOM}updated"))
    assert abs(updated - event.made_at) < datetime.timedelta(seconds=1)


def test_more_hearings_cost_no_more_queries(client, page, hearing, django_assert_max_num_queries):
    for _ in range(3):
        make_hearing(page)
    for name in ("calendar", "feed"):
        with django_assert_max_num_queries(4):
            client.get(url(name))


def test_the_list_of_hearings_leads_to_both(client, hearing):
    shown = client.get(url("hearings")).content.decode()
    assert f'href="{url("calendar")}"' in shown
    assert f'href="{url("feed")}"' in shown


def test_a_closed_hearing_says_what_comes_next_and_an_open_one_does_not(client, hearing):
    make_comment(hearing)
    place = url("hearing", hearing.pk)
    assert "Det sker der nu" not in client.get(place).content.decode()
    close(hearing)
    shown = client.get(place).content.decode()
    assert "Det sker der nu" in shown
    assert "30. april 2030" in shown
    assert "Dagen er ikke fastlagt endnu." in shown


def test_when_the_edition_is_adopted_the_hearing_says_so_and_promises_nothing(
    client, page, hearing
):
    close(hearing)
    edition = make_adopted(page)
    shown = client.get(url("hearing", hearing.pk)).content.decode()
    assert "Det kom der ud af det" in shown
    assert f'href="{page.edition_url(edition)}"' in shown
    assert "Det sker der nu" not in shown
