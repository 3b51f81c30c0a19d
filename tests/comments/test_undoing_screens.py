"""The line about what was just decided, its button, and several taken back in one go (row 52)."""

import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import ModelLogEntry

from comments.actions import decide, withdraw
from comments.models import Comment
from comments.states import CommentStatus
from tests.comments.test_queue_screens import QUEUE, address, body, bulk, choose, seen
from tests.factories.comments import make_comment, make_hearing, make_reason, send
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing():
    make_reason()
    return make_hearing()


def log_in(client, role="moderator"):
    user = make_user(f"{role}-bruger")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    return client


def ids_in(page) -> list[str]:
    return re.findall(r'name="decision" value="(\d+)"', page)


def take_back(client, ids):
    return client.post(reverse("comments_undo"), {"decision": ids}, follow=True)


def statuses() -> list[str]:
    return list(Comment.objects.order_by("number").values_list("status", flat=True))


@pytest.mark.parametrize("role", ["editor", "translator", "facilitator"])
def test_other_roles_take_nothing_back(client, hearing, role):
    decision = make_comment(hearing).decisions.last()
    take_back(log_in(client, role), [decision.pk])
    assert statuses() == [CommentStatus.PUBLISHED]
    assert ids_in(body(client.get(reverse(QUEUE)))) == []


@pytest.mark.parametrize("ids", [[], ["x"], ["²"], ["0"], ["9" * 40]])
def test_what_is_no_decision_is_told(client, hearing, ids):
    assert "ikke noget at fortryde" in body(take_back(log_in(client), ids))


def test_looking_takes_nothing_back(client):
    assert log_in(client).get(reverse("comments_undo")).status_code == 405


def test_the_next_page_says_what_was_decided_and_takes_it_back(client, hearing):
    first, second = send(hearing).comment, send(hearing).comment
    page = choose(log_in(client), first, "publish")
    assert page.request["PATH_INFO"] == address(second)
    assert "Du har lige afgjort bemærkning 1" in body(page)
    back = take_back(client, ids_in(body(page)))
    assert back.request["PATH_INFO"] == address(first)
    assert "Afgørelsen er fortrudt" in body(back)
    assert ids_in(body(back)) == []
    assert statuses() == ["pending", "pending"]
    assert ModelLogEntry.objects.filter(action="comments.undo").count() == 1


def test_a_colleague_who_may_decide_takes_it_back_too(client, hearing):
    decision = make_comment(hearing).decisions.last()
    take_back(log_in(client), [decision.pk])
    assert statuses() == ["pending"]


def test_row_52_of_several_those_that_can_are_taken_back_and_the_others_named(client, hearing):
    comments = [send(hearing).comment for _n in range(4)]
    log_in(client)
    client.post(bulk("delete", comments), {**seen(comments), "reason": "off_topic"})
    page = body(client.get(reverse(QUEUE)))
    assert "Du har lige afgjort 4 bemærkninger" in page
    withdraw(comment=comments[1])
    again = body(take_back(client, ids_in(page)))
    assert statuses() == ["pending", "withdrawn", "pending", "pending"]
    assert "3 afgørelser er fortrudt" in again
    assert "Afgørelsen om bemærkning 2 er ikke fortrudt" in again


def test_the_queue_costs_the_same_however_many_were_decided(
    client, hearing, django_assert_max_num_queries
):
    log_in(client)
    by = make_user("moderator-bruger")
    at = make_comment(hearing, by=by).decisions.last().at
    client.get(reverse(QUEUE))
    with django_assert_max_num_queries(27):
        client.get(reverse(QUEUE))
    for _n in range(30):
        comment = send(hearing).comment
        decide(comment=comment, seen_version=1, action="publish", by=by, at=at)
    with django_assert_max_num_queries(27):
        assert len(ids_in(body(client.get(reverse(QUEUE))))) == 31
