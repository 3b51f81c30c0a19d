"""Whatever day the demo is loaded on, one hearing is open and no comment comes from the future."""

import datetime

import pytest
from django.utils import timezone

from home.demo.calendar import calendar_at
from home.demo.texts import load

HEARING = load("dialogue")["hearings"][-1]
COMMENTS = [c for c in load("dialogue")["comments"] if c["hearing"] == HEARING["key"]]
DAY = datetime.timedelta(days=1)


def instant(text):
    return timezone.make_aware(datetime.datetime.fromisoformat(text))


@pytest.mark.parametrize(
    "now", ["2026-11-24T15:00:00", "2026-12-01T09:00:00", "2026-12-15T23:00:00"]
)
def test_nothing_moves_while_the_hearing_is_open_and_its_comments_have_come(now):
    assert calendar_at(instant(now)).shift == 0 * DAY


@pytest.mark.parametrize(
    "now",
    [
        "2026-10-18T12:00:00",
        "2026-10-25T02:30:00",
        "2026-11-24T14:59:00",
        "2026-12-16T00:00:00",
        "2027-03-28T03:30:00",
        "2027-07-01T08:00:00",
        "2031-01-01T00:00:00",
    ],
)
def test_on_other_days_the_hearing_is_open_with_two_to_three_weeks_left(now):
    now = instant(now)
    calendar = calendar_at(now)
    assert calendar.shift % datetime.timedelta(weeks=1) == 0 * DAY
    opens, closes = (
        calendar.instant(HEARING[name], moves=True) for name in ("opens_at", "closes_at")
    )
    assert opens < now < closes
    assert 14 * DAY < closes - now < 22 * DAY
    assert all(calendar.instant(c["received_at"], moves=True) <= now for c in COMMENTS)


def test_the_closed_hearing_never_moves():
    calendar = calendar_at(instant("2030-01-01T00:00:00"))
    assert calendar.instant("2022-08-22T08:00:00") == instant("2022-08-22T08:00:00")
