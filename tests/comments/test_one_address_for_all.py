"""Row 25: administrators are told when all citizens seem to come from one address."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from comments.checks import ENOUGH, everybody_is_one, visitors_have_their_own_addresses
from comments.limits import ASKING, SENDING, pass_limits
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def arrive(count, address="10.0.0.1", limits=SENDING, at=NOW):
    for _n in range(count):
        request = RequestFactory().get("/", REMOTE_ADDR=address)
        pass_limits(request, limits, at=at)


def test_few_comments_and_no_comments_say_nothing():
    assert not everybody_is_one()
    arrive(ENOUGH - 1)
    assert not everybody_is_one()


def test_two_addresses_are_two():
    arrive(ENOUGH)
    arrive(1, "10.0.0.2")
    assert not everybody_is_one()


def test_other_counts_than_of_comments_say_nothing():
    for n in range(ENOUGH):
        arrive(1, limits=ASKING, at=NOW + datetime.timedelta(hours=n))
    assert not everybody_is_one()


def test_behind_a_proxy_that_is_named_nothing_is_wrong(settings):
    arrive(ENOUGH)
    settings.BEHIND_PROXY = True
    assert not everybody_is_one()
    assert visitors_have_their_own_addresses(None) == []


def test_row_25_the_check_warns_and_the_first_page_tells_administrators_alone(client):
    arrive(ENOUGH // 2, at=NOW - datetime.timedelta(days=1))
    arrive(ENOUGH // 2)
    [warning] = visitors_have_their_own_addresses(None)
    assert (warning.id, "BEHIND_PROXY" in warning.hint) == ("comments.W001", True)
    client.force_login(make_user("boss", superuser=True))
    assert "BEHIND_PROXY" in client.get(reverse("wagtailadmin_home")).content.decode()


def test_row_25_a_moderator_is_not_told(client):
    arrive(ENOUGH)
    moderator = make_user("moderator")
    moderator.groups.add(Group.objects.get(name="moderator"))
    client.force_login(moderator)
    assert "BEHIND_PROXY" not in client.get(reverse("wagtailadmin_home")).content.decode()
