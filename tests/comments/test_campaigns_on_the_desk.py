"""Moderators see how many say the same, what each adds, and decide about them together."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments.actions import decide, sort_alike
from comments.models import Comment, CommentText, Sender
from tests.factories.comments import make_comment, make_hearing, make_reason, send, wordings_of
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
QUEUE = "wagtailsnippets_comments_comment:list"
PUBLISH = reverse("wagtail_bulk_action", args=["comments", "comment", "publish_comments"])
REJECT = reverse("wagtail_bulk_action", args=["comments", "comment", "delete"])
LETTER = (
    "Vi vil bevare svømmehallen i Vesterby. Den er for børn og gamle, og der er ikke en anden inden "
    "for ti kilometer. Lad borgerne være med, før I beslutter noget."
)


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


def said(hearing, text=LETTER, **fields):
    return send(hearing, text=text, **fields).comment


def address(comment):
    return reverse("comments_alike", args=[comment.pk])


def body(response):
    assert response.status_code == 200
    return response.content.decode()


def decide_all(client, url):
    """Confirm what the page shows: each with the version that it was shown in."""
    items = client.get(url).context["items"]
    seen = {f"seen-{row['item'].pk}": row["item"].version for row in items}
    return client.post(url, {**seen, "reason": "off_topic"}, follow=True)


def statuses(hearing):
    return list(hearing.comments.order_by("pk").values_list("status", flat=True))


def test_who_only_reads_sees_them_and_is_offered_no_decision(as_role, hearing):
    comment, _other = said(hearing), said(hearing)
    client = as_role("facilitator")
    page = body(client.get(address(comment)))
    assert "2 ens" in page
    assert 'type="checkbox"' not in page
    assert PUBLISH not in page
    decide_all_address = f"{PUBLISH}?id=all&alike={comment.pk}"
    assert not client.get(decide_all_address).context["items"]
    client.post(decide_all_address, {f"seen-{comment.pk}": 1})
    assert statuses(hearing) == ["pending", "pending"]


def test_one_that_is_like_no_other_says_so(as_role, hearing):
    page = body(as_role("moderator").get(address(said(hearing))))
    assert "Der er ingen anden bemærkning som den her." in page


def test_an_erased_comment_has_a_page_and_no_words(as_role, hearing):
    comment = said(hearing)
    comment.texts.all().delete()
    body(as_role("moderator").get(address(comment)))


@pytest.mark.parametrize("asked", ["0", "999999", "x", "-1", "²", "9" * 40])
def test_a_false_group_decides_about_nothing_else(as_role, hearing, asked):
    said(hearing)
    response = as_role("moderator").get(f"{PUBLISH}?id=all&alike={asked}")
    assert response.status_code == 200
    assert not response.context["items"]


def test_the_queue_says_how_many_say_the_same_and_leads_to_them(as_role, hearing):
    comment = said(hearing)
    said(hearing)
    said(hearing, LETTER + " Hilsen Anna")
    said(hearing, "Noget andet.")
    sort_alike()
    page = body(as_role("moderator").get(reverse(QUEUE)))
    assert page.count("2 ens, 1 ligner") == 2
    assert page.count("2 ligner") == 1
    assert address(comment) in page


def test_the_queue_is_narrowed_down_to_those_that_say_the_same(as_role, hearing):
    same = [said(hearing).pk, said(hearing).pk]
    near = said(hearing, LETTER + " Hilsen Anna").pk
    said(hearing, "Noget andet.")
    sort_alike()
    client = as_role("moderator")
    found = client.get(reverse(QUEUE) + "?alike=same").context["object_list"]
    assert sorted(row.pk for row in found) == same
    found = client.get(reverse(QUEUE) + "?alike=near").context["object_list"]
    assert sorted(row.pk for row in found) == [*same, near]


def test_only_the_differences_are_shown_of_similar_ones(as_role, hearing):
    comment = said(hearing)
    said(hearing, LETTER.replace("gamle", "<b>ældre</b>"))
    sort_alike()
    page = body(as_role("moderator").get(address(comment)))
    assert '<ins><span class="addition">&lt;b&gt;ældre&lt;/b&gt;</span></ins>' in page
    assert '<del><span class="deletion">gamle</span></del>' in page


def test_identical_ones_with_nothing_to_look_out_for_are_chosen_beforehand(as_role, hearing):
    comment = said(hearing)
    flagged = said(hearing, name="010190-1234")
    near = said(hearing, LETTER + " Hilsen Anna")
    public = make_comment(hearing, text=LETTER)
    sort_alike()
    rows = as_role("moderator").get(address(comment)).context["rows"]
    chosen = {row["comment"].pk: row["is_chosen"] for row in rows}
    assert chosen == {comment.pk: True, flagged.pk: False, near.pk: False, public.pk: False}


def test_all_identical_ones_that_wait_are_published_in_one_go_and_none_is_lost(as_role, hearing):
    comment = said(hearing)
    said(hearing)
    other = said(hearing, "Noget andet.")
    rejected = make_comment(hearing, text=LETTER, status="rejected")
    client = as_role("moderator")
    decide_all(client, client.get(address(comment)).context["bulk"]["publish_all"])
    assert statuses(hearing) == ["published", "published", "pending", "rejected"]
    assert Comment.objects.public().count() == 2
    assert {other.pk, rejected.pk} <= set(Comment.objects.values_list("pk", flat=True))
    assert comment.decisions.last().by.username == "moderator-bruger"


def test_chosen_ones_are_rejected_with_one_reason_and_each_has_its_decision(as_role, hearing):
    make_reason()
    one, two, three = said(hearing), said(hearing), said(hearing)
    decide_all(as_role("moderator"), f"{REJECT}?id={one.pk}&id={three.pk}")
    assert statuses(hearing) == ["rejected", "pending", "rejected"]
    assert [c.decisions.last().reason for c in (one, two, three)] == ["off_topic", "", "off_topic"]


def test_one_that_somebody_was_first_with_is_left_and_told_of(as_role, hearing):
    one, two = said(hearing), said(hearing)
    client = as_role("moderator")
    url = client.get(address(one)).context["bulk"]["publish_all"]
    decide(comment=two, seen_version=1, action="hold", by=make_user("anden"))
    response = client.post(url, {f"seen-{one.pk}": 1, f"seen-{two.pk}": 1}, follow=True)
    assert statuses(hearing) == ["published", "held"]
    assert "1 blev ikke" in body(response)


def test_the_comments_own_page_leads_to_those_like_it(as_role, hearing):
    comment = said(hearing)
    said(hearing)
    page = body(as_role("moderator").get(reverse("comments_decide", args=[comment.pk])))
    assert address(comment) in page


def multiply(hearing, count) -> None:
    """Insert comments of one campaign as `submit` would write them."""
    wording = wordings_of(hearing)[0]
    first = said(hearing)
    mark = first.texts.get().mark
    made = Comment.objects.bulk_create(
        Comment(
            number=first.number + n,
            policy_id=hearing.edition.policy_id,
            hearing=hearing,
            edition_text_id=wording.edition_text_id,
            wording=wording,
            passage_id=wording.passage_id,
            language="da",
            submission_hash=f"{n:064}",
            receipt_hash=f"{n:064}",
        )
        for n in range(1, count)
    )
    CommentText.objects.bulk_create(
        CommentText(comment=c, role="original", language="da", text=LETTER, mark=mark) for c in made
    )
    Sender.objects.bulk_create(Sender(comment=comment) for comment in made)


@pytest.mark.parametrize("place", ["queue", "narrowed", "alike"])
def test_pages_cost_the_same_with_3_and_with_1000_that_say_the_same(as_role, hearing, place):
    comment = said(hearing)
    said(hearing)
    said(hearing)
    sort_alike()
    client = as_role("moderator")
    waiting = reverse(QUEUE) + "?status=pending"
    url = {"queue": waiting, "narrowed": waiting + "&alike=near", "alike": address(comment)}[place]

    def cost():
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    few = cost()
    multiply(hearing, 997)
    while sort_alike():
        pass
    assert cost() <= few
