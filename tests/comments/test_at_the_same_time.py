"""Several at once: copies of one form, many citizens, two moderators. Real threads, real commits."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from comments.actions import decide, publish_response
from comments.errors import HearingNotOpen, Refused
from comments.models import Comment, CommentText, Decision
from tests.factories.comments import close, make_answer, make_comment, make_hearing, send
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


def at_once(*calls):
    """Run the calls in threads that start together; return each one's value or `Refused`."""
    barrier = Barrier(len(calls))

    def run(call):
        try:
            barrier.wait(timeout=20)
            return call()
        except Refused as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_ten_copies_of_a_form_are_one_comment_with_one_receipt():
    hearing = make_hearing()
    made = at_once(*[lambda: send(hearing, nonce="the same")] * 10)
    assert {submission.receipt_secret for submission in made} == {made[0].receipt_secret}
    assert sum(not submission.is_repeat for submission in made) == 1
    assert (Comment.objects.count(), CommentText.objects.count()) == (1, 1)


def test_comments_that_come_together_get_numbers_without_gaps():
    hearing = make_hearing()
    at_once(*[lambda: [send(hearing) for _ in range(3)]] * 6)
    assert sorted(Comment.objects.values_list("number", flat=True)) == list(range(1, 19))


def test_what_was_taken_was_in_time_by_the_databases_clock():
    hearing = make_hearing()

    def send_until_closed():
        taken = 0
        try:
            while taken < 200:
                send(hearing)
                taken += 1
        except HearingNotOpen:
            return taken
        return taken

    def close_soon():
        send(hearing)
        close(type(hearing).objects.get(pk=hearing.pk))
        return 1

    made = at_once(send_until_closed, send_until_closed, close_soon)
    assert Comment.objects.count() == sum(made)
    assert sorted(Comment.objects.values_list("number", flat=True)) == list(range(1, sum(made) + 1))


def test_two_moderators_at_once_make_one_decision():
    comment = send(make_hearing()).comment
    by = make_user("moderator")

    def choose(action):
        return lambda: decide(comment=comment, seen_version=1, action=action, reason="x", by=by)

    made = at_once(choose("publish"), choose("reject"), choose("hold"))
    assert sum(isinstance(result, Decision) for result in made) == 1
    assert comment.decisions.count() == 2


def test_an_answer_never_becomes_public_on_a_comment_that_is_rejected_meanwhile():
    comment = make_comment(make_hearing())
    response = make_answer(comment, published=False)
    by = make_user("moderator")
    made = at_once(
        lambda: decide(comment=comment, seen_version=2, action="reject", reason="x", by=by),
        lambda: publish_response(response=response, seen_version=1, by=by),
    )
    comment.refresh_from_db()
    response.refresh_from_db()
    assert sum(isinstance(result, Refused) for result in made) == 1
    assert not (comment.status == "rejected" and response.is_public)
