"""Filters of the queue, and the same under a name."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from comments.actions import assign, save_view
from comments.models import Comment, SavedView
from tests.factories.comments import make_comment, make_hearing, send
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
QUEUE = "wagtailsnippets_comments_comment:list"
SAVE = "comments_save_view"


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def as_role(client):
    def log_in(role, name=""):
        user = make_user(name or f"{role}-bruger")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


def rows(client, query) -> set[str]:
    page = client.get(reverse(QUEUE) + query).content.decode()
    page = page.split("<tbody", 1)[-1]
    return {word for word in ("Alfa", "Beta") if word in page}


def test_an_editor_shares_no_view(as_role):
    as_role("editor").post(reverse(SAVE), {"name": "Min", "filters": "age=3", "is_shared": "1"})
    assert SavedView.objects.get().owner.username == "editor-bruger"


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_a_view_needs_a_short_name(as_role, name):
    response = as_role("moderator").post(reverse(SAVE), {"name": name, "filters": "age=3"})
    assert response.status_code == 302
    assert not SavedView.objects.exists()


@pytest.mark.parametrize("shared", ["", "1"])
def test_a_name_is_taken_once(as_role, shared):
    client = as_role("moderator")
    for age in (1, 3):
        values = {"name": "Gamle", "filters": f"age={age}", "is_shared": shared}
        client.post(reverse(SAVE), values)
    assert SavedView.objects.get().query == "age=1"


def test_nothing_but_filters_is_kept_of_an_address(as_role):
    filters = "age=3&status=held&p=7&next=https://example.com&q=Anne"
    as_role("moderator").post(reverse(SAVE), {"name": "Gamle", "filters": filters})
    assert SavedView.objects.get().query == "status=held&age=3"


def test_another_persons_view_is_neither_seen_nor_deleted(as_role):
    view = save_view(by=make_user("other"), name="Andens", query="age=1", is_shared=False)
    client = as_role("moderator")
    assert "Andens" not in client.get(reverse(QUEUE)).content.decode()
    client.post(reverse("comments_delete_view", args=[view.pk]))
    assert SavedView.objects.exists()


def test_a_shared_view_is_a_link_for_all_and_deleted_by_moderators_only(as_role):
    view = save_view(by=make_user("other"), name="Gamle", query="age=3", is_shared=True)
    url = reverse("comments_delete_view", args=[view.pk])
    client = as_role("editor")
    assert "?age=3" in client.get(reverse(QUEUE)).content.decode()
    client.post(url)
    assert SavedView.objects.exists()
    as_role("moderator").post(url)
    assert not SavedView.objects.exists()


def test_the_queue_is_narrowed_down_by_flag_age_and_who_has_it(as_role, hearing):
    old = timezone.now() - datetime.timedelta(days=4)
    alfa = send(hearing, text="Alfa, ring 20 12 34 56", source="letter", received_at=old).comment
    send(hearing, text="Beta")
    client = as_role("moderator")
    me = get_user_model().objects.get(username="moderator-bruger")
    assign(comment=alfa, to=me, by=None)
    assert rows(client, "?flag=phone") == rows(client, "?age=3") == {"Alfa"}
    assert rows(client, "?assignee=me") == rows(client, f"?assignee={me.pk}") == {"Alfa"}
    assert rows(client, "?assignee=nobody") == {"Beta"}
    assert rows(client, "?flag=cpr") == rows(client, "?age=7") == set()
    assert rows(client, "?flag=x&age=y&assignee=z") == {"Alfa", "Beta"}


def test_the_next_one_is_of_the_kind_that_was_asked_for(as_role, hearing):
    first, _other, third = (send(hearing, text=text).comment for text in ("a", "b", "20 12 34 56"))
    client = as_role("moderator")
    url = reverse("comments_decide", args=[first.pk]) + "?flag=phone"
    response = client.post(url, {"version": 1, "action": "hold"})
    assert response["Location"] == reverse("comments_decide", args=[third.pk]) + "?flag=phone"


def test_the_first_page_of_the_admin_leads_to_the_oldest(as_role, hearing):
    make_comment(hearing)
    oldest = send(hearing).comment
    send(hearing)
    past = timezone.now() - datetime.timedelta(days=3)
    Comment.objects.filter(pk=oldest.pk).update(received_at=past)
    page = as_role("moderator").get(reverse("wagtailadmin_home")).content.decode()
    assert "2 bemærkninger venter" in page
    assert "Den ældste har ventet 3\xa0dage" in page
    assert reverse("comments_decide", args=[oldest.pk]) in page


def test_who_reads_no_comments_sees_no_panel(client, hearing):
    send(hearing)
    group = Group.objects.get(name="facilitator")
    group.permissions.remove(group.permissions.get(codename="view_comment"))
    staff = make_user("staff")
    staff.groups.add(group)
    client.force_login(staff)
    assert "waiting-comments" not in client.get(reverse("wagtailadmin_home")).content.decode()
