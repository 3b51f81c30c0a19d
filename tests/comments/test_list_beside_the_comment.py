"""The queue beside the comment in hand: its neighbours, its order, its filters, its cost."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from comments.actions import save_view
from comments.admin.queue import age_of
from comments.models import Comment
from tests.factories.accounts import group_of
from tests.factories.comments import make_comment, make_hearing, send
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
QUEUE = "wagtailsnippets_comments_comment:list"


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def as_role(client):
    def log_in(role):
        user = make_user(f"{role}-bruger")
        user.groups.add(group_of(role))
        client.force_login(user)
        return client

    return log_in


def address(comment, query=""):
    return reverse("comments_decide", args=[comment.pk]) + query


def listed(client, comment, query=""):
    """Return (numbers in the list, the number in hand) of a comment's page."""
    rows = client.get(address(comment, query)).context["rows"]
    current = [row["comment"].number for row in rows if row["is_current"]]
    return [row["comment"].number for row in rows], current


def test_who_reads_and_does_not_decide_has_nothing_to_tick(as_role, hearing):
    one, _two = send(hearing).comment, send(hearing)
    page = as_role("editor").get(address(one)).content.decode()
    assert "data-bulk-action-checkbox" not in page
    assert "data-bulk-action-footer" not in page


def test_a_comment_that_is_public_is_in_nobodys_list_but_its_own(as_role, hearing):
    client = as_role("moderator")
    public, waiting = make_comment(hearing), send(hearing).comment
    assert listed(client, waiting) == ([waiting.number], [waiting.number])
    assert listed(client, public)[1] == [public.number]


def test_those_that_wait_stand_in_the_order_in_which_they_came(as_role, hearing):
    one, two, three = (send(hearing).comment for _n in range(3))
    past = timezone.now() - datetime.timedelta(days=2)
    Comment.objects.filter(pk=three.pk).update(received_at=past)
    order = [three.number, one.number, two.number]
    assert listed(as_role("moderator"), one) == (order, [one.number])


def test_the_filters_go_along_from_row_to_row(as_role, hearing):
    texts = ("Ring 20 12 34 56", "Uden tal", "Ring 20 12 34 57")
    one, _two, three = (send(hearing, text=text).comment for text in texts)
    client = as_role("moderator")
    assert listed(client, one, "?flag=phone")[0] == [one.number, three.number]
    page = client.get(address(one, "?flag=phone")).content.decode()
    assert f'href="{address(three, "?flag=phone")}"' in page
    deciding = client.post(address(one, "?flag=phone"), {"version": 1, "action": "hold"})
    assert deciding["Location"] == address(three, "?flag=phone")


def test_beginning_leads_to_the_oldest_of_those_asked_for(as_role, hearing):
    send(hearing)
    phone = send(hearing, text="Ring 20 12 34 56").comment
    client = as_role("moderator")
    begin = reverse("comments_begin")
    assert client.get(f"{begin}?flag=phone&c=1")["Location"] == address(phone, "?flag=phone")
    found = client.get(f"{begin}?flag=cpr")
    assert found["Location"] == reverse(QUEUE) + "?flag=cpr"
    assert client.post(begin).status_code == 405


def test_a_saved_view_leads_to_its_own_first_comment(as_role, hearing):
    one = send(hearing).comment
    client = as_role("moderator")
    save_view(by=None, name="Telefoner", query="flag=phone", is_shared=True)
    page = client.get(address(one)).content.decode()
    assert f'{reverse("comments_begin")}?flag=phone">Telefoner' in page


def test_it_shows_the_nearest_of_many_and_leads_on_to_the_others(as_role, hearing):
    comments = [send(hearing).comment for _n in range(50)]
    client = as_role("moderator")
    numbers, _current = listed(client, comments[20])
    assert numbers == [comment.number for comment in comments[8:49]]
    page = client.get(address(comments[20])).content.decode()
    assert "De forrige" in page
    assert "De næste" in page


def test_it_asks_the_same_number_of_queries_however_many_wait(as_role, hearing):
    client = as_role("moderator")
    comments = [send(hearing).comment for _n in range(3)]

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(address(comments[1]))
        return len(queries)

    cost()
    few = cost()
    for _n in range(45):
        send(hearing)
    assert cost() == few <= 60


def test_decided_together_from_here_one_goes_on_to_the_next(as_role, hearing):
    one, two, three = (send(hearing).comment for _n in range(3))
    client = as_role("moderator")
    bulk = reverse("wagtail_bulk_action", args=["comments", "comment", "publish_comments"])
    url = f"{bulk}?id={one.pk}&id={two.pk}&next={address(one)}"
    seen = {f"seen-{comment.pk}": 1 for comment in (one, two)}
    assert client.post(url, seen)["Location"] == address(three)


def test_those_that_say_the_same_are_stayed_with_until_none_of_them_waits(as_role, hearing):
    one, two = (send(hearing, text="Bevar boldbanen").comment for _n in range(2))
    client = as_role("moderator")
    bulk = reverse("wagtail_bulk_action", args=["comments", "comment", "publish_comments"])
    alike = reverse("comments_alike", args=[one.pk])

    def publish(comment):
        url = f"{bulk}?id={comment.pk}&next={alike}"
        return client.post(url, {f"seen-{comment.pk}": 1})["Location"]

    assert publish(one) == alike
    assert publish(two).startswith(reverse(QUEUE))


@pytest.mark.parametrize(("hours", "said"), [(0, "0 t"), (47, "47 t"), (49, "2 d")])
def test_an_age_is_short(hours, said):
    received = timezone.now() - datetime.timedelta(hours=hours, minutes=5)
    assert age_of(received) == said


def test_no_key_is_on_the_page_twice(as_role, hearing):
    one, _two, _three = (send(hearing).comment for _n in range(3))
    client = as_role("moderator")
    for step in ("", "?step=reject", "?step=shorten", "?step=assign", "?step=anyway"):
        page = client.get(address(one, step)).content.decode()
        keys = re.findall(r'aria-keyshortcuts="([^"]+)"', page.split("<main", 1)[-1])
        assert len(keys) == len(set(keys)), keys
