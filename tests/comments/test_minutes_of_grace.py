"""Row 35: minutes of grace for forms that were open when the hearing closed, told on every page."""

import datetime

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from django.utils import timezone, translation

from comments.models import Comment, Hearing
from config import environment
from tests.comments.citizen import address, post, token_for
from tests.factories.comments import close, make_hearing

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TOLD = "kan sendes i 5 minutter"


@pytest.fixture
def hearing(settings):
    settings.GRACE_MINUTES = 5
    return make_hearing()


def closed(hearing, minutes):
    close(hearing, timezone.now() - datetime.timedelta(minutes=minutes))


def send(client, hearing, age, **fields):
    """Send a form that was opened so many minutes ago."""
    return post(client, address(hearing), token=token_for(hearing, age=age * 60), **fields)


def test_without_the_setting_a_second_is_too_late(client, hearing, settings):
    settings.GRACE_MINUTES = 0
    close(hearing)
    assert send(client, hearing, 10).status_code == 409


def test_row_35_after_the_minutes_it_is_too_late_and_the_text_is_given_back(client, hearing):
    closed(hearing, 5.1)
    response = send(client, hearing, 10, text="Mine ord.")
    assert response.status_code == 409
    assert "Mine ord." in response.content.decode()
    assert not Comment.objects.exists()


def test_row_35_a_form_that_was_opened_after_the_closing_is_too_late(client, hearing):
    closed(hearing, 3)
    assert send(client, hearing, 2).status_code == 409
    assert client.get(address(hearing)).status_code == 200
    assert 'name="token"' not in client.get(address(hearing)).content.decode()


def test_row_35_a_form_that_was_open_is_taken(client, hearing):
    closed(hearing, 4.8)
    assert send(client, hearing, 6).status_code == 303
    assert Comment.objects.get().received_at > Hearing.objects.get().closes_at


def test_row_35_looking_and_mending_an_error_are_possible_meanwhile(client, hearing):
    closed(hearing, 2)
    assert send(client, hearing, 6, text=" ").status_code == 422
    page = send(client, hearing, 6, step="preview")
    assert (page.status_code, 'name="token"' in page.content.decode()) == (200, True)


def test_row_35_everybody_is_told(client, hearing):
    with translation.override("da"):
        url = reverse("comments:hearing", args=[hearing.pk])
    for place in (url, address(hearing)):
        assert TOLD in client.get(place).content.decode()
    closed(hearing, 20)
    assert TOLD in client.get(address(hearing)).content.decode()


@pytest.mark.parametrize("value", ["16", "-1", "five"])
def test_row_35_there_are_fifteen_at_most(monkeypatch, value):
    monkeypatch.setenv("GRACE_MINUTES", value)
    with pytest.raises(ImproperlyConfigured, match="GRACE_MINUTES"):
        environment.number("GRACE_MINUTES", 0, most=15)
