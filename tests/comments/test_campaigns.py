"""Campaigns: many comments that say the same, put together by the worker and none of them lost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments.actions import edit, erase, sort_alike
from comments.models import Comment, CommentText, FamilyBand, TextFamily
from comments.reading.alike import alike_of
from notifications.background import sort_alike as job
from tests.factories.comments import make_comment, make_hearing, send
from tests.factories.policy import make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LETTER = (
    "Vi vil bevare svømmehallen i Vesterby. Den er for børn og gamle, og der er ikke en anden inden "
    "for ti kilometer. Lad borgerne være med, før I beslutter noget."
)


@pytest.fixture
def hearing():
    return make_hearing()


def said(hearing, text, **fields):
    return send(hearing, text=text, **fields).comment


def alike(comment) -> tuple[int, int]:
    found = alike_of(comment)
    return found.same, found.near


def test_different_comments_are_like_none(hearing):
    one, two = said(hearing, "Svar hurtigere."), said(hearing, LETTER)
    job()
    assert alike(one) == alike(two) == (1, 0)
    assert TextFamily.objects.count() == 2


def test_identical_ones_are_counted_at_once_without_the_worker(hearing):
    one = said(hearing, "Jeg er enig.")
    said(hearing, "jeg er  ENIG")
    said(hearing, "Jeg er uenig.")
    assert alike(one) == (2, 0)


def test_nearly_the_same_is_found_by_the_worker(hearing):
    one, two = said(hearing, LETTER), said(hearing, LETTER)
    signed = said(hearing, LETTER + " Hilsen Anna fra Vesterby")
    assert alike(one) == (2, 0)
    job()
    assert alike(one) == alike(two) == (2, 1)
    assert alike(signed) == (1, 2)


def test_the_same_words_in_another_hearing_are_another_case(hearing):
    one = said(hearing, LETTER)
    other = said(make_hearing(make_page(slug="en-anden")), LETTER)
    job()
    assert alike(one) == alike(other) == (1, 0)


def test_changed_words_leave_the_family_and_find_another(hearing):
    one, two = said(hearing, LETTER), said(hearing, LETTER)
    job()
    edit(comment=one, seen_version=one.version, text="Noget helt andet.")
    assert alike(one) == alike(two) == (1, 0)
    job()
    edit(comment=one, seen_version=one.version, text=LETTER + " Og tak.")
    job()
    assert alike(one) == alike(two) == (1, 1)


def test_of_an_erased_text_nothing_stays_and_the_others_stay_together(hearing):
    first = said(hearing, LETTER)
    others = [said(hearing, LETTER), said(hearing, LETTER + " Hilsen Anna")]
    job()
    assert TextFamily.objects.get().first.comment_id == first.pk
    erase(comment=first, by=make_user("moderator"))
    assert not TextFamily.objects.exists()
    assert not FamilyBand.objects.exists()
    job()
    assert alike(others[0]) == alike(others[1]) == (1, 1)
    assert alike(first) == (1, 0)
    assert Comment.objects.count() == 3


def test_what_was_written_before_there_were_marks_gets_one(hearing):
    one, two = said(hearing, LETTER), said(hearing, LETTER)
    CommentText.objects.update(mark="")
    assert alike(one) == (1, 0)
    job()
    assert alike(one) == alike(two) == (2, 0)


def test_the_worker_goes_on_until_nothing_is_left_and_then_does_nothing(hearing):
    for n in range(5):
        said(hearing, f"Nummer {n} er nok.")
    assert [sort_alike(limit=2) for _n in range(4)] == [2, 2, 1, 0]


def test_a_proposal_and_a_shortened_text_are_not_compared(hearing):
    one = said(hearing, "Svar hurtigere.", proposal=LETTER)
    two = said(hearing, "Svar langsommere.", proposal=LETTER)
    job()
    assert alike(one) == alike(two) == (1, 0)


def test_a_round_costs_the_same_however_many_texts_are_in_it(hearing):
    def cost(count):
        for n in range(count):
            said(hearing, f"{LETTER} Det siger nummer {n} og {n * 7}.")
            said(hearing, f"{n} ord om {n} andre ting, som ingen anden end nummer {n} siger.")
        with CaptureQueriesContext(connection) as queries:
            assert sort_alike() == 2 * count
        return len(queries)

    cost(1)
    assert cost(2) == cost(30)


def test_rejected_and_public_ones_count_too(hearing):
    one = said(hearing, LETTER)
    make_comment(hearing, text=LETTER)
    make_comment(hearing, text=LETTER, status="rejected")
    assert alike(one) == (3, 0)
