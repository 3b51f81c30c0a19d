"""Which edition is in force is computed from dates, by the Danish calendar, whenever it is asked."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from policy.models import Edition
from tests.factories.policy import make_adopted, make_hearing_version, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DENMARK = ZoneInfo("Europe/Copenhagen")


def moment(year, month, day, hour=12, minute=0, second=0):
    return datetime.datetime(year, month, day, hour, minute, second, tzinfo=DENMARK)


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def two_editions(page):
    first = make_adopted(page, on=datetime.date(2025, 1, 1), at=moment(2025, 1, 1))
    second = make_adopted(
        page,
        on=datetime.date(2026, 2, 1),
        in_force_from=datetime.date(2026, 4, 1),
        at=moment(2026, 2, 1),
    )
    return first, second


def in_force(page, at):
    return Edition.objects.in_force(page.translation_key, at)


def test_nothing_is_in_force_before_the_first_edition(page, two_editions):
    assert in_force(page, moment(2024, 12, 31)) is None


def test_a_hearing_version_is_never_in_force(page):
    make_hearing_version(page, at=moment(2025, 1, 1), public_from=moment(2025, 1, 1))
    assert in_force(page, moment(2026, 1, 1)) is None


def test_an_adopted_edition_waits_for_its_day(page, two_editions):
    assert in_force(page, moment(2026, 3, 31, 23, 59, 59)) == two_editions[0]


def test_it_takes_effect_when_the_danish_day_begins(page, two_editions):
    assert in_force(page, moment(2026, 4, 1, 0, 0, 0)) == two_editions[1]
    # Summer time: the same instant is still 31 March by UTC.
    assert moment(2026, 4, 1).astimezone(datetime.UTC).day == 1
    assert moment(2026, 4, 1, 0, 30).astimezone(datetime.UTC).day == 31


def test_the_newer_number_wins_when_two_are_in_force_from_the_same_day(page):
    day = datetime.date(2025, 1, 1)
    make_adopted(page, on=day, at=moment(2025, 1, 1))
    later = make_adopted(page, on=day, at=moment(2025, 1, 1, 13))
    assert in_force(page, moment(2025, 1, 2)) == later


def test_another_policy_does_not_matter(page, two_editions):
    other = make_page(slug="anden")
    assert in_force(other, moment(2026, 5, 1)) is None
