"""What an editor is asked to look at once more before a hearing's dates are set."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from comments.hearing_warnings import warnings_about

DENMARK = ZoneInfo("Europe/Copenhagen")


def at(*when):
    return datetime.datetime(*when, tzinfo=DENMARK)


def about(opens=(2027, 1, 11, 8), closes=(2027, 3, 12, 23, 59)):
    return warnings_about(at(*opens), at(*closes))


def test_there_is_nothing_to_say_about_good_dates():
    assert about() == []


@pytest.mark.parametrize(
    ("closes", "why"),
    [
        ((2027, 3, 13, 23, 59), "lørdag"),
        ((2027, 3, 25, 23, 59), "Skærtorsdag"),
        ((2027, 12, 24, 12), "Juleaftensdag"),
        ((2027, 6, 5, 23, 59), "Grundlovsdag"),
    ],
)
def test_a_day_off_is_named(closes, why):
    (warning,) = about(closes=closes)
    assert why.lower() in warning.lower()


def test_a_friday_that_was_store_bededag_is_a_working_day_again():
    assert about(closes=(2027, 4, 23, 23, 59)) == []


def test_less_than_four_weeks_is_short():
    (warning,) = about(closes=(2027, 2, 5, 23, 59))
    assert "25 dage" in warning


def test_an_end_before_office_hours_is_asked_about():
    (warning,) = about(closes=(2027, 3, 12, 8, 0))
    assert "08.00" in warning


def test_hours_are_danish_whatever_the_zone_they_are_given_in():
    closes = at(2027, 3, 12, 8, 0).astimezone(datetime.UTC)
    assert len(warnings_about(at(2027, 1, 11, 8), closes)) == 1
