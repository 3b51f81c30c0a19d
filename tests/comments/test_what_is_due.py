"""What the municipality owes is one list: answers, and promises for later."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from comments.actions import OutcomeDraft, draft_response, follow_up, publish_response
from comments.errors import NotPossible
from comments.models import Hearing, Outcome
from tests.factories.comments import make_answer, make_comment, make_hearing, send
from tests.factories.policy import make_page, make_user

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate
DAY = datetime.timedelta(days=1)
URL = "comments_due"


@pytest.fixture
def editor(client):
    user = make_user("karim")
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    return client


def make_promise(hearing, day, *, published=True) -> Outcome:
    comment = make_comment(hearing)
    by = make_user("editor")
    draft = OutcomeDraft(comment, "passed_on", passed_on_to="Vej og Park", follow_up_on=day)
    texts = {"da": "Vi vender tilbage."}
    response = draft_response(
        hearing=hearing, by=by, signed_by="Kontoret", texts=texts, outcomes=[draft]
    )
    if published:
        publish_response(response=response, seen_version=response.version, by=by)
    return comment.outcome


@pytest.fixture
def hearing():
    return make_hearing()


def test_the_page_says_what_it_is(editor, hearing):
    soup = BeautifulSoup(editor.get(reverse(URL)).content, "html.parser")
    assert "Forfalder" in soup.find("header").text


def test_a_draft_is_no_promise_and_a_kept_one_is_not_asked_about(editor, hearing):
    make_promise(hearing, TODAY(), published=False)
    kept = make_promise(hearing, TODAY())
    follow_up(outcome=kept, seen_on=TODAY(), by=None)
    assert editor.get(reverse(URL)).context["rows"] == []


def test_two_who_follow_up_at_once_do_not_both(hearing):
    promise = make_promise(hearing, TODAY())
    follow_up(outcome=promise, seen_on=TODAY(), by=None, ask_again_on=TODAY() + DAY)
    with pytest.raises(NotPossible):
        follow_up(outcome=promise, seen_on=TODAY(), by=None)
    promise.refresh_from_db()
    assert (promise.follow_up_on, promise.followed_up_at) == (TODAY() + DAY, None)


@pytest.mark.parametrize("day", ["", "i morgen", "2026-02-31"])
def test_moving_a_promise_needs_a_day(editor, hearing, day):
    promise = make_promise(hearing, TODAY())
    fields = {"seen_on": TODAY().isoformat(), "ask_again_on": day}
    editor.post(reverse("comments_follow_up", args=[promise.pk]), fields)
    promise.refresh_from_db()
    assert (promise.follow_up_on, promise.followed_up_at) == (TODAY(), None)


def test_promises_stand_by_their_day_and_the_menu_counts_those_that_came(editor, hearing):
    later, now = make_promise(hearing, TODAY() + DAY), make_promise(hearing, TODAY())
    page = editor.get(reverse(URL))
    assert [(row[0], row[2]) for row in page.context["rows"]] == [(now, True), (later, False)]
    assert "Forfalder (1)" in page.content.decode()
    fields = {"seen_on": TODAY().isoformat(), "kept": "1"}
    editor.post(reverse("comments_follow_up", args=[now.pk]), fields)
    page = editor.get(reverse(URL))
    assert [row[0] for row in page.context["rows"]] == [later]
    assert "Forfalder (" not in page.content.decode()


def test_a_promise_moves_to_another_day(editor, hearing):
    promise = make_promise(hearing, TODAY())
    fields = {"seen_on": TODAY().isoformat(), "ask_again_on": (TODAY() + DAY).isoformat()}
    editor.post(reverse("comments_follow_up", args=[promise.pk]), fields)
    promise.refresh_from_db()
    assert promise.follow_up_on == TODAY() + DAY


def test_hearings_count_what_is_public_without_a_public_answer(editor, hearing):
    make_answer(make_comment(hearing))
    make_answer(make_comment(hearing), published=False)
    make_comment(hearing)
    send(hearing)
    done = make_hearing(make_page(slug="anden"))
    make_answer(make_comment(done))
    rows = editor.get(reverse(URL)).context["hearings"]
    assert [(row, row.waiting, row.drafted) for row in rows] == [(hearing, 2, 1)]


@pytest.mark.database
def test_what_was_promised_first_stands_first(editor, hearing):
    make_comment(hearing)
    sooner = make_hearing(make_page(slug="anden"))
    make_comment(sooner)
    Hearing.objects.filter(pk=sooner.pk).update(answers_due=TODAY() - DAY)
    page = editor.get(reverse(URL))
    assert list(page.context["hearings"]) == [sooner, hearing]
    assert "overskredet" in page.content.decode()


def test_the_list_costs_the_same_however_long_it_is(editor, hearing):
    make_promise(hearing, TODAY())
    make_comment(hearing)
    editor.get(reverse(URL))
    with CaptureQueriesContext(connection) as few:
        editor.get(reverse(URL))
    for _n in range(5):
        make_promise(hearing, TODAY())
        make_comment(hearing)
    with CaptureQueriesContext(connection) as many:
        editor.get(reverse(URL))
    assert len(many) == len(few)


def test_readers_see_to_whom_a_comment_was_passed_on(client, hearing):
    promise = make_promise(hearing, TODAY())
    url = reverse("comments:trace", args=[hearing.pk, promise.comment.number])
    assert "Sendt videre: Vej og Park" in client.get(url).content.decode()
