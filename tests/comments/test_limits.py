"""Rate limits: exact over processes, kind to households and town halls, and nobody's address kept."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import RequestFactory
from django.utils import timezone

from comments.limits import Limit, count_one, forget_old_counts, network_of, pass_limits
from comments.models import RateCount

NOW = datetime.datetime(2026, 11, 24, 12, 0, 5, tzinfo=datetime.UTC)
TWO_A_MINUTE = (Limit("test", 2, 60),)


def request(address="192.0.2.1", **headers):
    return RequestFactory().get("/", REMOTE_ADDR=address, **headers)


def attempts(number, address="192.0.2.1", at=NOW, **headers):
    """Try so many times and return what came of each: None, or seconds to wait."""
    stops = [pass_limits(request(address, **headers), TWO_A_MINUTE, at=at) for _n in range(number)]
    return [stop and stop.retry_after for stop in stops]


@pytest.mark.django_db
def test_the_third_of_two_is_stopped_and_told_when_to_come_back():
    assert attempts(3) == [None, None, 56]


@pytest.mark.django_db
def test_another_address_is_not_stopped():
    attempts(3)
    assert attempts(1, "192.0.2.2") == [None]


@pytest.mark.django_db
def test_the_next_window_begins_anew():
    attempts(3)
    assert attempts(1, at=NOW + datetime.timedelta(seconds=56)) == [None]


@pytest.mark.django_db
def test_a_household_with_ipv6_is_one_sender_and_its_neighbour_another():
    assert attempts(2, "2001:db8:1:1::1") + attempts(1, "2001:db8:1:1:ffff::2") == [None, None, 56]
    assert attempts(1, "2001:db8:1:2::1") == [None]


@pytest.mark.django_db
def test_a_town_hall_is_not_locked_out(settings):
    settings.SHARED_NETWORKS = ["192.0.2.0/24"]
    assert attempts(150) == [None] * 150


@pytest.mark.django_db
def test_without_a_proxy_nobody_escapes_by_a_header_of_his_own():
    stops = [attempts(1, HTTP_X_FORWARDED_FOR=f"198.51.100.{n}") for n in range(3)]
    assert stops[-1] == [56]


@pytest.mark.django_db
def test_behind_a_proxy_what_the_proxy_wrote_counts_and_not_what_the_sender_did(settings):
    settings.BEHIND_PROXY = True
    forged = [attempts(1, HTTP_X_FORWARDED_FOR=f"198.51.100.{n}, 192.0.2.9") for n in range(3)]
    assert forged == [[None], [None], [56]]
    assert attempts(1, HTTP_X_FORWARDED_FOR="192.0.2.10") == [None]


@pytest.mark.parametrize("address", ["", "not an address", "999.1.1.1", "::g"])
def test_an_address_that_is_none_is_one_sender_and_no_error(address):
    assert network_of(address) == "unknown"


def test_an_ipv4_address_written_as_ipv6_is_the_same_sender():
    assert network_of("::ffff:192.0.2.1") == "192.0.2.1"


@pytest.mark.django_db
def test_no_address_is_stored_and_tomorrow_the_hash_is_another():
    attempts(1)
    attempts(1, at=NOW + datetime.timedelta(days=1))
    keys = list(RateCount.objects.values_list("key", flat=True))
    assert len(set(keys)) == 2
    assert not any("192" in key for key in keys)


@pytest.mark.django_db
def test_counts_of_the_days_before_are_forgotten():
    RateCount.objects.create(key="old", window=timezone.now() - datetime.timedelta(days=3))
    RateCount.objects.create(key="new", window=timezone.now())
    forget_old_counts()
    assert list(RateCount.objects.values_list("key", flat=True)) == ["new"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.database
def test_of_any_number_at_once_exactly_the_limit_pass():
    barrier = Barrier(8)

    def run(_n):
        try:
            barrier.wait(timeout=20)
            return sum(count_one("key", NOW, 10) for _try in range(5))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(run, range(8))) == 10
