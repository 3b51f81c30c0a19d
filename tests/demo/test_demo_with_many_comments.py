"""`manage.py demo --comments N`: thousands come in by the same way as one, and keep every promise."""

import io
import time

import pytest
from django.core.management import call_command
from django.db.models import Count, F
from django.test import override_settings

from comments.models import Comment, Decision, Sender
from home.demo.policy import hearing_of
from home.demo.texts import load

pytestmark = pytest.mark.django_db
NO_JOBS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def fill(count) -> None:
    with override_settings(TASKS=NO_JOBS):
        call_command("demo", comments=count, stdout=io.StringIO())


def assert_whole(count) -> None:
    """As many as asked for, numbered without gaps, each with words, a sender and its whole log."""
    hearing = hearing_of(load("dialogue")["hearings"][-1]["key"])
    assert Comment.objects.filter(hearing=hearing).count() == count
    numbers = sorted(Comment.objects.values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert not Comment.objects.annotate(words=Count("texts")).filter(words=0).exists()
    assert Sender.objects.count() == Comment.objects.count()
    for comment in Comment.objects.prefetch_related("decisions"):
        log = list(comment.decisions.all())
        assert log[0].action == "receive"
        assert log[-1].to_status == comment.status
    outside = Comment.objects.exclude(
        received_at__range=(F("hearing__opens_at"), F("hearing__closes_at"))
    )
    assert not outside.exists()


@pytest.mark.long
def test_more_comments_are_whole_and_a_second_run_adds_nothing():
    fill(130)
    assert_whole(130)
    before = Comment.objects.count(), Decision.objects.count()
    fill(130)
    assert (Comment.objects.count(), Decision.objects.count()) == before


@pytest.mark.long
def test_ten_thousand_comments_come_in_under_three_minutes():
    began = time.monotonic()
    fill(10_000)
    assert time.monotonic() - began < 180
    assert_whole(10_000)
