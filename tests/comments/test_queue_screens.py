"""The moderators' side: the queue, one decision and the next, many at once."""

import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import ModelLogEntry

from comments.actions import decide
from comments.models import Comment
from tests.factories.comments import make_comment, make_hearing, make_reason, send
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
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


def address(comment):
    return reverse("comments_decide", args=[comment.pk])


def choose(client, comment, action, **fields):
    values = {"version": comment.version, "action": action, **fields}
    return client.post(address(comment), values, follow=True)


def body(response):
    return response.content.decode()


def test_a_stranger_is_sent_to_the_login(client, hearing):
    response = client.get(address(send(hearing).comment))
    assert reverse("wagtailadmin_login") in response["Location"]


@pytest.mark.parametrize("role", ["editor", "translator", "facilitator"])
def test_other_roles_read_and_do_not_decide(as_role, hearing, role):
    comment = send(hearing).comment
    client = as_role(role)
    page = body(client.get(address(comment)))
    assert 'name="action"' not in page
    assert client.post(address(comment), {"version": 1, "action": "publish"}).status_code in {
        302,
        403,
    }
    comment.refresh_from_db()
    assert comment.status == "pending"


@pytest.mark.parametrize("role", ["moderator", "administrator"])
def test_stock_forms_for_adding_changing_and_deleting_are_closed(as_role, hearing, role):
    comment = send(hearing).comment
    client = as_role(role)
    for name in ("edit", "delete"):
        url = reverse(f"wagtailsnippets_comments_comment:{name}", args=[comment.pk])
        assert client.post(url).status_code in {302, 403}
    assert client.post(reverse("wagtailsnippets_comments_comment:add")).status_code in {302, 403}
    assert Comment.objects.get().version == 1


def test_the_comment_stands_beside_the_words_that_it_is_about(as_role, hearing):
    comment = send(hearing, text="Svar hurtigere <b>nu</b>", name="<i>Anne", email="a@b.dk").comment
    page = body(as_role("moderator").get(address(comment)))
    assert "Svar hurtigere &lt;b&gt;nu&lt;/b&gt;" in page
    assert "&lt;i&gt;Anne" in page
    assert comment.wording.heading in page


def test_publishing_leads_to_the_next_one_that_waits(as_role, hearing):
    first, second = send(hearing).comment, send(hearing).comment
    client = as_role("moderator")
    response = choose(client, first, "publish")
    assert response.request["PATH_INFO"] == address(second)
    first.refresh_from_db()
    assert first.is_public
    assert first.decisions.last().by.username == "moderator-bruger"


def test_the_last_one_leads_back_to_the_queue(as_role, hearing):
    response = choose(as_role("moderator"), send(hearing).comment, "publish")
    assert response.request["PATH_INFO"] == reverse(QUEUE)


def test_a_rejection_without_a_reason_changes_nothing(as_role, hearing):
    make_reason()
    comment = send(hearing).comment
    response = choose(as_role("moderator"), comment, "reject", reason="")
    assert response.request["PATH_INFO"] == address(comment)
    comment.refresh_from_db()
    assert comment.status == "pending"


def test_a_rejection_keeps_its_reason(as_role, hearing):
    make_reason()
    comment = send(hearing).comment
    choose(as_role("moderator"), comment, "reject", reason="off_topic")
    assert comment.decisions.last().reason == "off_topic"


def test_the_second_moderator_sees_who_was_first_and_stays_on_the_page(as_role, hearing):
    comment = send(hearing).comment
    decide(comment=comment, seen_version=1, action="publish", by=make_user("m", first_name="Mette"))
    response = as_role("moderator").post(
        address(comment), {"version": 1, "action": "hold"}, follow=True
    )
    assert response.request["PATH_INFO"] == address(comment)
    assert "Mette" in body(response)
    comment.refresh_from_db()
    assert comment.is_public


@pytest.mark.parametrize("fields", [{}, {"action": "publish"}, {"version": "x", "action": "y"}])
def test_a_broken_decision_is_told(as_role, hearing, fields):
    comment = send(hearing).comment
    response = as_role("moderator").post(address(comment), fields, follow=True)
    assert response.status_code == 200
    comment.refresh_from_db()
    assert comment.version == 1


def test_words_are_covered_on_the_same_page(as_role, hearing):
    comment = send(hearing, text="Jens larmer").comment
    client = as_role("moderator")
    choose(client, comment, "shorten", text="[navn] larmer")
    comment.refresh_from_db()
    assert comment.texts.get(role="redacted").text == "[navn] larmer"
    choose(client, comment, "shorten", text="Jens larmer ikke")
    assert comment.texts.get(role="redacted").text == "[navn] larmer"


def test_wagtails_log_keeps_the_decision_and_no_words(as_role, hearing):
    choose(as_role("moderator"), send(hearing, text="Hemmeligt").comment, "publish")
    entry = ModelLogEntry.objects.get(action="comments.decide")
    assert entry.data["decision"] == "publish"
    assert "Hemmeligt" not in f"{entry.label} {entry.data}"


@pytest.mark.parametrize("role", ["moderator", "editor", "translator", "facilitator"])
def test_the_queue_shows_what_waits_on_top(as_role, hearing, role):
    make_comment(hearing, text="Allerede offentlig")
    send(hearing, text="Venter endnu")
    page = body(as_role(role).get(reverse(QUEUE)))
    assert page.index("Venter endnu") < page.index("Allerede offentlig")


def test_the_menu_counts_what_waits(as_role, hearing):
    send(hearing)
    send(hearing, hold=True)
    make_comment(hearing)
    page = body(as_role("moderator").get(reverse("wagtailadmin_home")))
    assert "rkninger (2)" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?status=pending&status=held", ["Alfa"]),
        ("?status=published", ["Beta"]),
        ("?q=alfa", ["Alfa"]),
        ("?q=2", ["Alfa"]),
        ("?q=Anne", ["Beta"]),
        ("?language=da", ["Alfa", "Beta"]),
        ("?source=letter", []),
        ("?passage=0&hearing=x&status=nonsense", ["Alfa", "Beta"]),
        ("?q=%27%22%25_%5C", []),
    ],
)
def test_the_queue_is_narrowed_down(as_role, hearing, query, found):
    make_comment(hearing, text="Beta", name="Anne")
    send(hearing, text="Alfa")
    page = body(as_role("moderator").get(reverse(QUEUE) + query))
    rows = page.split("<tbody", 1)[-1]
    assert [word for word in ("Alfa", "Beta") if word in rows] == found


def test_the_queue_asks_the_same_number_of_queries_for_many(
    as_role, hearing, django_assert_max_num_queries
):
    client = as_role("moderator")
    for _ in range(40):
        send(hearing)
    client.get(reverse(QUEUE))
    with django_assert_max_num_queries(25):
        client.get(reverse(QUEUE))


def bulk(name, comments):
    ids = "&".join(f"id={comment.pk}" for comment in comments)
    return f"{reverse('wagtail_bulk_action', args=['comments', 'comment', name])}?{ids}"


def seen(comments):
    return {f"seen-{comment.pk}": comment.version for comment in comments}


def test_many_are_published_at_once_each_as_it_was_seen(as_role, hearing):
    comments = [send(hearing).comment for _ in range(3)]
    client = as_role("moderator")
    url = bulk("publish_comments", comments)
    assert body(client.get(url)).count('name="seen-') == 3
    decide(comment=comments[0], seen_version=1, action="hold", by=make_user("m"))
    client.post(url, seen([Comment(pk=c.pk, version=1) for c in comments]))
    assert sorted(Comment.objects.values_list("status", flat=True)) == [
        "held",
        "published",
        "published",
    ]


def test_many_are_not_decided_without_having_been_shown(as_role, hearing):
    comments = [send(hearing).comment]
    as_role("moderator").post(bulk("publish_comments", comments))
    assert Comment.objects.get().status == "pending"


def test_nobody_is_offered_to_delete_many(as_role, hearing):
    send(hearing)
    page = body(as_role("administrator").get(reverse(QUEUE)))
    assert "bulk/comments/comment/delete/" in page
    assert not re.search(r"\bSlet\b", page)


def test_many_are_rejected_with_one_reason(as_role, hearing):
    make_reason()
    comments = [send(hearing).comment for _ in range(2)]
    client = as_role("moderator")
    url = bulk("delete", comments)
    assert client.post(url, {**seen(comments), "reason": "nonsense"}).status_code == 200
    assert not Comment.objects.filter(status="rejected").exists()
    client.post(url, {**seen(comments), "reason": "off_topic"})
    assert Comment.objects.filter(status="rejected").count() == 2


@pytest.mark.parametrize("role", ["editor", "translator", "facilitator"])
@pytest.mark.parametrize("name", ["publish_comments", "delete"])
def test_other_roles_decide_about_none(as_role, hearing, role, name):
    comments = [send(hearing).comment]
    as_role(role).post(bulk(name, comments), {**seen(comments), "reason": "off_topic"})
    assert Comment.objects.get().status == "pending"
