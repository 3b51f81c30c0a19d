"""The end of a hearing moves only with a public reason, and everybody can read when and why."""

import datetime

import pytest
from django.utils import timezone

from comments.actions import end_early, extend, interrupt, resume
from comments.errors import HearingNotOpen, NotPossible
from comments.models import NEVER, Hearing, HearingKind
from comments.reading.deadlines import deadline_log
from policy.append_only import AppendOnlyError
from tests.factories.comments import make_hearing, send

pytestmark = [pytest.mark.django_db, pytest.mark.database]
WEEK = datetime.timedelta(weeks=1)
WHY = {"da": "Mødet er flyttet.", "en": "The meeting was moved.", "ar": " "}


@pytest.fixture
def hearing():
    return make_hearing()


def closed():
    now = timezone.now()
    return make_hearing(opens_at=now - 3 * WEEK, closes_at=now - WEEK)


def change(action, hearing, **values):
    return action(hearing=hearing, reasons=values.pop("reasons", WHY), user=None, **values)


def test_a_hearing_is_not_extended_to_an_earlier_end(hearing):
    for moment in (hearing.closes_at, hearing.closes_at - WEEK):
        with pytest.raises(NotPossible):
            change(extend, hearing, closes_at=moment)


def test_a_closed_hearing_is_not_extended():
    with pytest.raises(NotPossible):
        change(extend, closed(), closes_at=timezone.now() + WEEK)


@pytest.mark.parametrize("reasons", [{}, {"da": " "}, {"en": "Because"}])
def test_nothing_moves_without_a_danish_reason(hearing, reasons):
    before = hearing.closes_at
    with pytest.raises(NotPossible):
        change(extend, hearing, closes_at=before + WEEK, reasons=reasons)
    with pytest.raises(NotPossible):
        change(interrupt, hearing, reasons=reasons)
    assert Hearing.objects.get().closes_at == before


def test_only_an_open_hearing_is_interrupted_or_ended():
    over = closed()
    for action in (interrupt, end_early):
        with pytest.raises(NotPossible):
            change(action, over)


def test_only_an_interrupted_hearing_is_resumed(hearing):
    with pytest.raises(NotPossible):
        change(resume, hearing, closes_at=timezone.now() + WEEK)
    change(end_early, hearing)
    with pytest.raises(NotPossible):
        change(resume, hearing, closes_at=timezone.now() + WEEK)


def test_a_hearing_is_not_resumed_into_the_past(hearing):
    change(interrupt, hearing)
    with pytest.raises(NotPossible):
        change(resume, hearing, closes_at=timezone.now() - WEEK)


def test_a_standing_dialogue_has_no_end_to_move(hearing):
    Hearing.objects.update(kind=HearingKind.STANDING, closes_at=NEVER)
    with pytest.raises(NotPossible):
        change(interrupt, hearing)


def test_the_log_is_never_changed(hearing):
    event = change(extend, hearing, closes_at=hearing.closes_at + WEEK)
    with pytest.raises(AppendOnlyError):
        event.save()
    with pytest.raises(AppendOnlyError):
        event.texts.all().delete()


def test_an_interrupted_hearing_takes_no_comment_and_a_resumed_one_does(hearing):
    change(interrupt, hearing)
    with pytest.raises(HearingNotOpen):
        send(hearing)
    change(resume, hearing, closes_at=timezone.now() + WEEK)
    assert send(hearing).comment.number == 1


def test_the_log_tells_the_whole_course_with_reasons(hearing):
    first = hearing.closes_at
    change(extend, hearing, closes_at=first + WEEK)
    change(interrupt, hearing)
    log = deadline_log(hearing)
    assert [entry.what for entry in log] == [
        "Høringen åbnede",
        "Høringen blev forlænget",
        "Høringen blev afbrudt",
    ]
    assert (log[0].closes_after, log[1].closes_after) == (first, first + WEEK)
    assert (log[1].reason, log[1].reason_language) == ("Mødet er flyttet.", "da")


def test_a_hearing_that_closed_by_the_clock_says_so_without_a_row():
    over = closed()
    assert [entry.what for entry in deadline_log(over)] == ["Høringen åbnede", "Høringen lukkede"]


def test_nothing_is_told_of_a_hearing_before_it_opens():
    now = timezone.now()
    coming = make_hearing(opens_at=now + WEEK, closes_at=now + 9 * WEEK)
    assert deadline_log(coming) == []


def test_the_log_costs_two_queries_however_long_it_is(hearing, django_assert_num_queries):
    for week in range(1, 6):
        change(extend, hearing, closes_at=hearing.closes_at + week * WEEK)
    with django_assert_num_queries(2):
        assert len(deadline_log(hearing)) == 6
