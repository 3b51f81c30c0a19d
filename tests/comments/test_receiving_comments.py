"""What a comment needs to be received, and what becomes of one that is sent again."""

import datetime

import pytest
from django.utils import timezone

from comments.errors import HearingNotOpen, NotPossible
from comments.models import Comment, CommentNumbers, CommentText, Decision, Sender
from comments.receipts import hash_of
from comments.signals import comment_received
from tests.factories.comments import close, make_hearing, send, wordings_of
from tests.factories.policy import make_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture
def hearing():
    return make_hearing()


def nothing_is_stored():
    return not any(m.objects.exists() for m in (Comment, CommentText, Sender, Decision))


def test_a_closed_hearing_takes_no_comment(hearing):
    close(hearing)
    with pytest.raises(HearingNotOpen):
        send(hearing)
    assert nothing_is_stored()


def test_a_hearing_that_has_not_begun_takes_no_comment():
    now = timezone.now()
    hearing = make_hearing(opens_at=now + 60 * SECOND, closes_at=now + 120 * SECOND)
    with pytest.raises(HearingNotOpen):
        send(hearing)
    assert nothing_is_stored()


def test_the_database_decides_and_not_what_the_caller_believes(hearing):
    close(type(hearing).objects.get(pk=hearing.pk))
    assert hearing.is_open()
    with pytest.raises(HearingNotOpen):
        send(hearing)


def test_a_refused_comment_leaves_no_gap_in_the_numbers(hearing):
    assert send(hearing).comment.number == 1
    closes_at = hearing.closes_at
    close(hearing)
    with pytest.raises(HearingNotOpen):
        send(hearing)
    close(hearing, closes_at)
    assert send(hearing).comment.number == 2


@pytest.mark.parametrize("text", ["", "   \n\t ", "\u200b\u200b\u2060", "\ufeff", "\u3164\u2800"])
def test_a_comment_without_visible_words_is_refused(hearing, text):
    with pytest.raises(NotPossible):
        send(hearing, text=text)
    assert nothing_is_stored()


def test_a_letter_from_the_future_is_refused(hearing):
    with pytest.raises(NotPossible):
        send(hearing, received_at=timezone.now() + 60 * SECOND)


def test_a_letter_that_came_after_the_closing_is_refused(hearing):
    close(hearing)
    with pytest.raises(HearingNotOpen):
        send(hearing, received_at=hearing.closes_at + SECOND / 1000)


def test_a_letter_that_came_at_the_instant_of_closing_is_in_time(hearing):
    close(hearing)
    comment = send(hearing, received_at=hearing.closes_at, source="letter").comment
    comment.refresh_from_db()
    assert comment.received_at == hearing.closes_at


def test_a_number_that_is_taken_is_refused(hearing):
    send(hearing)
    with pytest.raises(NotPossible):
        send(hearing, number=1)
    assert Comment.objects.count() == 1


def test_numbers_go_on_after_one_that_was_given(hearing):
    send(hearing, number=12)
    assert send(hearing).comment.number == 13
    assert send(hearing, number=3).comment.number == 3
    assert send(hearing).comment.number == 14


def test_each_policy_counts_for_itself(hearing):
    other = make_hearing(make_page(title="En anden politik", slug="anden"))
    assert [send(hearing).comment.number, send(other).comment.number] == [1, 1]
    assert CommentNumbers.objects.count() == 2


def test_the_same_form_sent_again_is_the_same_comment_with_the_same_receipt(hearing):
    first = send(hearing, nonce="x")
    again = send(hearing, nonce="x", text="Noget andet")
    assert (again.comment, again.receipt_secret) == (first.comment, first.receipt_secret)
    assert (first.is_repeat, again.is_repeat) == (False, True)
    assert Comment.objects.count() == 1


def test_the_same_form_sent_again_after_the_closing_still_gets_its_receipt(hearing):
    first = send(hearing, nonce="x")
    close(hearing)
    assert send(hearing, nonce="x").comment == first.comment


def test_the_secret_is_long_and_only_its_hash_is_stored(hearing):
    submission = send(hearing, nonce="x")
    comment = Comment.objects.values().get()
    assert len(submission.receipt_secret) >= 22
    assert comment["receipt_hash"] == hash_of(submission.receipt_secret)
    assert submission.receipt_secret not in str(comment)


def test_a_comment_on_a_passage_keeps_the_wording_that_was_seen(hearing):
    wording = wordings_of(hearing)[1]
    comment = send(hearing, wording=wording).comment
    assert (comment.wording, comment.passage) == (wording, wording.passage)


def test_a_comment_on_the_whole_text_has_no_passage(hearing):
    comment = send(hearing, whole=True).comment
    assert (comment.wording, comment.passage) == (None, None)


def test_a_wording_of_another_text_is_a_programming_error(hearing):
    other = make_hearing(make_page(title="En anden politik", slug="anden"))
    with pytest.raises(ValueError, match="wording"):
        send(hearing, wording=wordings_of(other)[0])


def test_the_words_are_cleaned_and_kept_apart_from_the_sender(hearing):
    comment = send(
        hearing, text="Et\r\nord\u202e", proposal="\u200bBedre ord ", name="A\nB", email="a@b.dk"
    ).comment
    words = dict(comment.texts.values_list("role", "text"))
    assert words == {"original": "Et\nord", "proposal": "Bedre ord"}
    assert (comment.sender.name, comment.sender.email) == ("A B", "a@b.dk")


def test_the_log_begins_with_receiving_it(hearing):
    comment = send(hearing).comment
    log = comment.decisions.get()
    assert (log.action, log.to_status, log.at) == ("receive", "pending", comment.received_at)


def test_a_comment_that_is_held_has_both_steps_in_its_log(hearing):
    comment = send(hearing, hold=True).comment
    assert comment.status == "held"
    assert list(comment.decisions.values_list("action", flat=True)) == ["receive", "hold"]


def test_receivers_are_told_once_with_the_secret_that_is_stored_nowhere(hearing):
    told = []

    def listen(sender, comment, receipt_secret, **kwargs):
        told.append((comment.number, receipt_secret))

    comment_received.connect(listen)
    try:
        submission = send(hearing, nonce="x")
        send(hearing, nonce="x")
    finally:
        comment_received.disconnect(listen)
    assert told == [(1, submission.receipt_secret)]
