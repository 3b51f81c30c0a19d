"""The screen of a hearing's dates, and what everybody sees of them."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from comments.actions import extend, interrupt, resume
from comments.models import Hearing
from tests.comments.citizen import address
from tests.factories.comments import close, make_hearing
from tests.factories.policy import make_adopted, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WEEK = datetime.timedelta(weeks=1)
WHY = {"da": "Bilag manglede <b>.", "en": "A file was missing."}


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def hearing(page):
    return make_hearing(page)


@pytest.fixture
def as_role(client):
    def log_in(role):
        user = make_user(f"{role}-bruger")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


def screen(hearing):
    return reverse("comments_hearing_dates", args=[hearing.pk])


def body(response):
    return response.content.decode()


def public_page(hearing, language="da"):
    with translation.override(language):
        return reverse("comments:hearing", args=[hearing.pk])


@pytest.mark.parametrize("role", ["moderator", "translator", "facilitator"])
def test_other_roles_move_no_date(as_role, hearing, role):
    client = as_role(role)
    fields = {"step": "interrupt", "reason_da": "Nej."}
    assert client.get(screen(hearing)).status_code in {302, 403}
    assert client.post(screen(hearing), fields).status_code in {302, 403}
    assert not hearing.events.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"step": "interrupt", "reason_da": " "},
        {"step": "extend", "reason_da": "Mere tid."},
        {"step": "extend", "reason_da": "Mere tid.", "closes_at": "2020-01-01 12:00"},
        {"step": "resume", "reason_da": "Videre.", "closes_at": "2030-01-01 12:00"},
        {"reason_da": "Uden valg."},
    ],
)
def test_what_is_wrong_is_told_and_nothing_moves(as_role, hearing, fields):
    response = as_role("editor").post(screen(hearing), fields)
    assert response.status_code == 200
    assert 'role="alert"' in body(response)
    assert not hearing.events.exists()


def test_a_closed_hearing_offers_nothing(as_role, hearing):
    close(hearing)
    assert 'name="step"' not in body(as_role("editor").get(screen(hearing)))


def test_an_editor_extends_to_the_end_of_the_minute_and_sees_the_log(as_role, hearing):
    fields = {"step": "extend", "reason_da": "Flere vil skrive.", "closes_at": "2030-03-12 23:59"}
    shown = body(as_role("editor").post(screen(hearing), fields, follow=True))
    assert Hearing.objects.get().closes_at.isoformat() == "2030-03-12T22:59:59+00:00"
    assert "Flere vil skrive." in shown
    assert "tirsdag 12. marts 2030 kl. 23.59 dansk tid" in shown


def test_an_end_on_a_day_off_is_warned_about_once_and_then_moved(as_role, hearing):
    client = as_role("editor")
    fields = {"step": "extend", "reason_da": "Flere vil skrive.", "closes_at": "2030-03-16 06:00"}
    shown = client.post(screen(hearing), fields)
    assert not hearing.events.exists()
    assert "lørdag" in body(shown)
    assert "6.00" in body(shown)
    assert "Flere vil skrive." in body(shown)
    client.post(screen(hearing), {**fields, "warned": shown.context["form"].dates_key})
    assert Hearing.objects.get().closes_at.isoformat() == "2030-03-16T05:00:59+00:00"


def test_the_front_page_says_that_the_hearing_is_interrupted(client, page, hearing):
    assert "er i høring" in body(client.get("/da/"))
    interrupt(hearing=hearing, reasons=WHY, user=None)
    shown = body(client.get("/da/"))
    assert "er afbrudt" in shown
    assert "er i høring" not in shown
    assert "dage tilbage" not in shown
    make_adopted(page)
    assert "er afbrudt" not in body(client.get("/da/"))


def test_the_log_is_public_with_reasons_in_the_readers_language(client, hearing):
    extend(hearing=hearing, closes_at=hearing.closes_at + WEEK, reasons=WHY, user=None)
    danish, english = (body(client.get(public_page(hearing, code))) for code in ("da", "en"))
    assert "Høringen blev forlænget" in danish
    assert "Bilag manglede &lt;b&gt;." in danish
    assert "A file was missing." in english


def test_an_interruption_is_told_on_every_page_and_forgotten_when_it_ends(client, page, hearing):
    interrupt(hearing=hearing, reasons=WHY, user=None)
    form = address(hearing, whole=True)
    hearings = reverse("comments:hearings")
    for place in (public_page(hearing), form, page.edition_url(hearing.edition), hearings):
        assert "afbrudt" in body(client.get(place)).lower(), place
    resume(hearing=hearing, closes_at=timezone.now() + WEEK, reasons=WHY, user=None)
    for place in (form, page.edition_url(hearing.edition), hearings):
        assert "afbrudt" not in body(client.get(place)).lower(), place


def test_an_interruption_is_past_when_its_edition_was_adopted(client, page, hearing):
    interrupt(hearing=hearing, reasons=WHY, user=None)
    make_adopted(page)
    assert "er afbrudt" not in body(client.get(page.url))


def test_an_interruption_costs_the_policys_page_no_query(client, page, hearing):
    place = page.edition_url(hearing.edition)
    client.get(place)
    with CaptureQueriesContext(connection) as before:
        client.get(place)
    interrupt(hearing=hearing, reasons=WHY, user=None)
    client.get(place)
    with CaptureQueriesContext(connection) as after:
        client.get(place)
    assert len(after) <= len(before)
