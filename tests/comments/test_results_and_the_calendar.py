"""After a hearing: an address that says what came of it. And all hearings by month."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from comments.actions import interrupt, open_standing_dialogue
from comments.models import Hearing
from policy.models import Policy
from tests.factories.comments import close, make_answer, make_comment, make_hearing, send
from tests.factories.policy import make_adopted, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = datetime.timedelta(days=1)


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def hearing(page):
    return make_hearing(
        page,
        answers_due=datetime.date(2030, 4, 30),
        decision_planned_on=datetime.date(2030, 5, 28),
    )


def url(name, *args, language="da"):
    with translation.override(language):
        return reverse(f"comments:{name}", args=args)


def body(response):
    assert response.status_code == 200
    return response.content.decode()


def queries(client, place) -> int:
    client.get(place)
    with CaptureQueriesContext(connection) as found:
        assert client.get(place).status_code == 200
    return len(found)


def test_before_it_opens_there_is_no_result_and_after_that_it_leads_to_the_hearing(client, page):
    now = timezone.now()
    later = make_hearing(page, opens_at=now + DAY, closes_at=now + 30 * DAY)
    assert client.get(url("result", later.pk)).status_code == 404
    Hearing.objects.update(opens_at=now - DAY)
    response = client.get(url("result", later.pk))
    assert (response.status_code, response["Location"]) == (302, url("hearing", later.pk))


def test_an_interrupted_hearing_has_no_result_yet(client, hearing):
    interrupt(hearing=hearing, reasons={"da": "Bilag manglede."}, user=None)
    assert client.get(url("result", hearing.pk)).status_code == 302
    assert url("result", hearing.pk) not in body(client.get(url("hearing", hearing.pk)))


def test_a_standing_dialogue_has_no_result(client, page):
    edition = make_adopted(page)
    policy = Policy.objects.get(pk=edition.policy_id)
    dialogue = open_standing_dialogue(policy=policy, purposes={"da": "Sig til."}, user=None)
    assert client.get(url("result", dialogue.pk)).status_code == 302


def test_closed_it_says_how_many_wrote_and_what_happens_when(client, hearing):
    make_answer(make_comment(hearing, text="Svar hurtigere."))
    make_comment(hearing, text="Bliv ved.")
    make_comment(hearing, status="pending", text="Hemmelig kladde")
    close(hearing)
    response = client.get(url("result", hearing.pk))
    shown = body(response)
    assert response.context["figures"] == {"came": 3, "total": 2, "answered": 1}
    assert "30. april 2030" in shown
    assert "28. maj 2030" in shown
    assert "Svar hurtigere." in shown
    assert "Vi svarer nu inden tre uger." in shown
    assert "Bliv ved." not in shown
    assert "Hemmelig" not in shown


def test_the_adopted_edition_is_named_when_it_is_there(client, page, hearing):
    close(hearing)
    edition = make_adopted(page)
    shown = body(client.get(url("result", hearing.pk)))
    assert page.edition_url(edition) in shown
    assert "Hvad der skete" not in shown


def test_the_hearing_the_front_page_and_the_receipt_lead_to_it(client, hearing):
    secret = send(hearing).receipt_secret
    places = [url("hearing", hearing.pk), "/da/", url("receipt", secret)]
    for place in places:
        assert url("result", hearing.pk) not in body(client.get(place)), place
    close(hearing)
    for place in places:
        assert url("result", hearing.pk) in body(client.get(place)), place


def test_the_result_costs_the_same_with_many_answers(client, hearing):
    make_answer(make_comment(hearing))
    close(hearing)
    few = queries(client, url("result", hearing.pk))
    Hearing.objects.update(closes_at=timezone.now() + DAY)
    make_answer(*[make_comment(hearing) for _n in range(30)])
    close(hearing)
    assert queries(client, url("result", hearing.pk)) == few <= 20


def test_the_calendar_shows_what_is_open_and_then_by_month(client, page):
    march = datetime.datetime(2026, 3, 12, 22, 59, 59, tzinfo=datetime.UTC)
    old = make_hearing(page, opens_at=march - 30 * DAY, closes_at=march)
    now = make_hearing(page)
    later = timezone.now() + DAY
    coming = make_hearing(page, opens_at=later, closes_at=later + 30 * DAY)
    response = client.get(url("calendar_page"))
    shown = body(response)
    groups = [(g["heading"], [r["hearing"] for r in g["rows"]]) for g in response.context["groups"]]
    assert groups == [("Åbne nu", [now]), ("Lukket i marts 2026", [old])]
    assert url("hearing", coming.pk) not in shown
    assert url("calendar") in shown
    assert url("feed") in shown
    assert "Closed in March 2026" in body(client.get(url("calendar_page", language="en")))


@pytest.mark.parametrize("name", ["calendar_page", "hearings"])
def test_hearings_on_a_page_that_is_closed_to_the_public_are_not_listed(
    client, page, hearing, name
):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert url("hearing", hearing.pk) not in body(client.get(url(name)))


def test_the_calendar_is_paged_and_costs_the_same(client, page, hearing):
    few = queries(client, url("calendar_page"))
    for _n in range(21):
        make_hearing(page)
    assert queries(client, url("calendar_page")) <= few + 1 <= 12
    assert "?page=2" in body(client.get(url("calendar_page")))
    assert client.get(url("calendar_page") + "?page=3").status_code == 404
