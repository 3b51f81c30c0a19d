"""You said, we did, in figures, and the moderation log: what anybody can count again."""

import csv
import datetime
import io
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from comments.actions import appeal, decide, erase, undo, withdraw
from comments.figures.counts import figures_of
from comments.figures.tables import in_days, tables_of
from comments.models import Comment, Decision, Hearing
from comments.reading.places import places_for
from tests.factories.comments import (
    close,
    make_answer,
    make_comment,
    make_hearing,
    make_reason,
    send,
)
from tests.factories.policy import make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def hearing():
    return make_hearing()


def url(name, *args, language="da"):
    with translation.override(language):
        return reverse(f"comments:{name}", args=args)


def body(response):
    assert response.status_code == 200
    return response.content.decode()


def figures(hearing):
    return figures_of(Comment.objects.filter(hearing=hearing))


def decided_after(comment, **took):
    """Move a comment's arrival, so that its first decision came so long after it."""
    first = Decision.objects.filter(comment=comment).exclude(action="receive").earliest("pk")
    took = datetime.timedelta(**took)
    Comment.objects.filter(pk=comment.pk).update(received_at=first.at - took, decided_in=took)


def test_a_hearing_that_has_not_begun_has_no_figures(client):
    now = timezone.now()
    later = make_hearing(opens_at=now + DAY, closes_at=now + 30 * DAY)
    for name in ("figures", "figures_file"):
        assert client.get(url(name, later.pk)).status_code == 404
    assert str(later.name) not in body(client.get(url("all_figures")))


def test_what_is_closed_to_the_public_is_in_no_figure(client, hearing):
    make_comment(hearing)
    page = places_for(hearing.edition.policy_id).page
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    for name in ("figures", "figures_file"):
        assert client.get(url(name, hearing.pk)).status_code == 404
    response = client.get(url("all_figures"))
    assert response.context["figures"].came == 0
    assert str(hearing.name) not in body(response)


def test_an_empty_hearing_has_noughts_and_no_times(client, hearing):
    found = figures(hearing)
    assert (found.came, found.public, found.answered, found.changed) == (0, 0, 0, 0)
    assert found.decision_time is found.answer_time is None
    page = body(client.get(url("figures", hearing.pk)))
    assert "median" not in page.lower()


def test_no_name_and_no_word_of_a_sender_or_of_staff_is_in_it(client, hearing):
    by = make_user("mette", first_name="Mette", last_name="Moderator")
    comment = make_comment(
        hearing, status="rejected", by=by, name="Anna Afsender", text="Hemmelige ord."
    )
    make_comment(hearing, by=by, name="Bo Borger", name_is_public=True, text="Synlige ord.")
    for name in ("figures", "figures_file"):
        page = body(client.get(url(name, hearing.pk)))
        for word in ("Anna", "Bo Borger", "ord.", "Mette", "mette"):
            assert word not in page
    assert comment.status == "rejected"


def test_every_comment_is_counted_once_where_it_stands_now(hearing):
    make_comment(hearing)
    make_comment(hearing, status="rejected")
    make_comment(hearing, status="held")
    send(hearing)
    private = send(hearing, audience="municipality").comment
    decide(comment=private, seen_version=1, action="note", by=make_user("m"))
    erase(comment=make_comment(hearing), by=make_user("m2"))
    withdraw(comment=send(hearing).comment)
    found = figures(hearing)
    assert found.came == sum(found.by_status.values()) == hearing.comments.count() == 7
    assert (found.public, found.rejected, found.held) == (1, 1, 1)
    assert found.by_status["withdrawn"] == 2
    for table in tables_of(found):
        assert sum(row.value for row in table.rows) == table.total, table.key


def test_rejected_ones_are_counted_by_the_last_reason_that_was_given(client, hearing):
    make_reason()
    make_reason("hate", "Hadefuld tale")
    make_comment(hearing, status="rejected")
    comment = make_comment(hearing, status="rejected")
    decide(comment=comment, seen_version=comment.version, action="publish", by=make_user("m"))
    decide(comment=comment, seen_version=comment.version, action="reject", by=None, reason="hate")
    make_comment(hearing, status="rejected", reason="gone")
    assert figures(hearing).reasons == {"gone": 1, "hate": 1, "off_topic": 1}
    page = body(client.get(url("figures", hearing.pk)))
    for title in ("Hadefuld tale", "Uden for emnet", "En anden grund"):
        assert title in page


def test_appeals_are_told_with_what_came_of_them(hearing):
    shown, kept, waiting = (make_comment(hearing, status="rejected") for _n in range(3))
    for comment in (shown, kept, waiting):
        comment.refresh_from_db()
        appeal(comment=comment, text="Jeg er uenig.")
        comment.refresh_from_db()
    other = make_user("anden")
    decide(comment=shown, seen_version=shown.version, action="publish", by=other)
    decide(comment=kept, seen_version=kept.version, action="reject", by=other, reason="off_topic")
    assert figures(hearing).appeals == {"published": 1, "rejected": 1, "appealed": 1}


def test_the_median_is_of_the_first_decision_and_of_those_that_have_one(hearing):
    for hours in (1, 3, 50):
        decided_after(make_comment(hearing), hours=hours)
    send(hearing)
    assert figures(hearing).decision_time == 3 * HOUR
    decided_after(make_comment(hearing, status="rejected"), hours=5)
    assert figures(hearing).decision_time == 4 * HOUR
    assert figures(hearing).decided == 4


def test_a_decision_that_was_taken_back_is_none(hearing):
    comment = send(hearing).comment
    by = make_user("fortryder")
    step = decide(comment=comment, seen_version=1, action="publish", by=by)
    undo(decision=step, by=by)
    assert figures(hearing).decision_time is None


def test_what_is_decided_again_and_taken_back_was_decided_at_first(hearing):
    by, hour = make_user("fortryder"), datetime.timedelta(hours=1)
    comment = send(hearing, received_at=timezone.now() - 9 * hour).comment
    rejected = comment.received_at + 2 * hour
    decide(comment=comment, seen_version=1, action="reject", reason="off_topic", by=by, at=rejected)
    step = decide(comment=comment, seen_version=2, action="publish", by=by)
    assert figures(hearing).decision_time == 2 * hour
    undo(decision=step, by=by)
    assert figures(hearing).decision_time == 2 * hour


def test_what_was_decided_before_the_time_was_kept_is_counted_once(hearing):
    decided = make_comment(hearing, status="rejected")
    by = make_user("fortryder")
    taken_back, waiting = send(hearing).comment, send(hearing).comment
    undo(decision=decide(comment=taken_back, seen_version=1, action="publish", by=by), by=by)
    comments = Comment.objects.order_by("pk")
    kept = list(comments.values_list("pk", "decided_in"))
    comments.update(decided_in=None)
    import_module("comments.migrations.0036_counted_from_indexes").fill(apps, None)
    assert list(comments.values_list("pk", "decided_in")) == kept
    assert [pk for pk, took in kept if took is None] == [taken_back.pk, waiting.pk]
    assert kept[0][0] == decided.pk


def test_holding_back_is_no_decision(hearing):
    make_comment(hearing, status="held")
    assert figures(hearing).decision_time is None


def test_answers_and_what_they_led_to(hearing):
    changed, partly, not_changed, drafted, _bare = (make_comment(hearing) for _n in range(5))
    make_answer(changed)
    make_answer(partly, result="partly")
    make_answer(not_changed, result="not_changed")
    make_answer(drafted, published=False)
    found = figures(hearing)
    assert (found.answered, found.changed) == (3, 2)
    assert found.results == {"changed": 1, "partly": 1, "not_changed": 1, "passed_on": 0}
    answers = next(table for table in tables_of(found) if table.key == "answers")
    assert [row.value for row in answers.rows] == [1, 1, 1, 0, 2]


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (None, ""),
        (datetime.timedelta(0), "under en time"),
        (HOUR, "1 time"),
        (1.6 * HOUR, "2 timer"),
        (3.5 * DAY, "3,5 dage"),
        (12.4 * DAY, "12 dage"),
    ],
)
def test_a_time_is_said_as_people_say_it(time, said):
    with translation.override("da"):
        assert in_days(time) == said


def test_the_spreadsheet_has_the_same_figures_and_no_formula(client, hearing):
    make_reason("sum", "=SUM(A1)")
    make_comment(hearing, status="rejected", reason="sum")
    make_answer(make_comment(hearing))
    response = client.get(url("figures_file", hearing.pk))
    assert response["Content-Type"].startswith("text/csv")
    text = body(response).removeprefix("\ufeff")
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert {len(row) for row in rows} == {len(head)} == {4}
    values = {(row[1], row[2]): row[3] for row in rows}
    assert values["Hvad der kom ind", "Offentliggjort"] == "1"
    assert values["Hvorfor nogle ikke er offentliggjort", "'=SUM(A1)"] == "1"
    with translation.override("da"):
        told = {
            (table.heading, row.label): str(row.value)
            for table in tables_of(figures(hearing))
            for row in table.rows
        }
    assert all(
        values.get((h, label.replace("=SUM", "'=SUM"))) == v for (h, label), v in told.items()
    )


def test_all_hearings_together_are_their_sum(client, hearing):
    make_comment(hearing)
    other = make_hearing(make_page(slug="en-anden"))
    make_answer(make_comment(other))
    make_comment(other, status="rejected")
    response = client.get(url("all_figures"))
    found = response.context["figures"]
    assert (found.came, found.public, found.rejected, found.answered) == (3, 2, 1, 1)
    counts = ("came", "public", "rejected", "answered", "changed")
    rows = {row["hearing"]: tuple(row[n] for n in counts) for row in response.context["rows"]}
    assert rows == {hearing: (1, 1, 0, 0, 0), other: (2, 1, 1, 1, 1)}
    assert "Alle høringer" in body(client.get(url("all_figures_file")))


def test_the_result_page_and_the_hearing_lead_to_them(client, hearing):
    assert url("figures", hearing.pk) in body(client.get(url("hearing", hearing.pk)))
    close(hearing)
    assert url("figures", hearing.pk) in body(client.get(url("result", hearing.pk)))
    assert url("all_figures") in body(client.get(url("hearings")))


def test_they_cost_the_same_however_many_wrote(client, hearing):
    make_reason()

    def cost(place):
        client.get(place)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(place).status_code == 200
        return len(queries)

    def grow(times):
        for _n in range(times):
            make_answer(make_comment(hearing))
            make_comment(hearing, status="rejected")

    places = [url("figures", hearing.pk), url("all_figures"), url("figures_file", hearing.pk)]
    grow(1)
    few = [cost(place) for place in places]
    grow(15)
    make_hearing(make_page(slug="en-anden"))
    assert [cost(place) for place in places] == few
    assert max(few) <= 16


def test_public_hearings_alone_are_counted(client, hearing):
    make_comment(hearing)
    Hearing.objects.update(opens_at=timezone.now() + DAY, closes_at=timezone.now() + 2 * DAY)
    assert client.get(url("all_figures")).context["figures"].came == 0
