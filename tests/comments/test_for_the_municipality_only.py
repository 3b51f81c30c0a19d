"""A comment for the municipality only is read by staff, and leaves no trace in public."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from comments.actions import decide, withdraw
from comments.errors import NotPossible
from comments.models import Comment, NamesRule
from comments.reading.way import way_of
from comments.states import Audience
from tests.comments.citizen import address, post, token_for
from tests.factories.api import ask
from tests.factories.comments import make_comment, make_hearing, send
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
SECRET = "Rødgrød kun til kommunen"


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def private(hearing):
    return send(hearing, text=SECRET, audience=Audience.MUNICIPALITY).comment


def take(comment, action, **fields):
    decide(
        comment=comment,
        seen_version=comment.version,
        action=action,
        by=make_user("moderator"),
        **fields,
    )


def test_it_is_never_published(private):
    with pytest.raises(NotPossible, match="kun skrevet til kommunen|to the municipality only"):
        take(private, "publish")
    private.refresh_from_db()
    assert private.status == "pending"


@pytest.mark.database
def test_the_database_refuses_it_too(private):
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=private.pk).update(status="published")


def test_what_was_written_for_everybody_is_not_put_away_unread(hearing):
    with pytest.raises(NotPossible, match="skrevet til alle|for everybody"):
        take(send(hearing).comment, "note")


def test_it_is_noted_and_its_receipt_says_so(private):
    take(private, "note")
    private.refresh_from_db()
    assert private.status == "noted"
    assert [step.key for step in way_of(private, None)] == ["received", "read", "noted"]


@pytest.mark.parametrize("end", ["pending", "noted", "withdrawn"])
def test_nothing_of_it_is_public(client, hearing, private, end):
    seen = make_comment(hearing)
    if end != "pending":
        take(private, "note")
    if end == "withdrawn":
        private.refresh_from_db()
        withdraw(comment=private)
    assert list(Comment.objects.public()) == [seen]
    assert list(Comment.objects.public_or_withdrawn()) == [seen]
    counts = Comment.objects.counts_by_passage(private.policy_id)
    assert [count["comments"] for count in counts.values()] == [1]
    page = reverse("comments:hearing", args=[hearing.pk])
    for url in (page, reverse("comments:hearings"), reverse("search:search") + "?q=rødgrød"):
        assert SECRET not in client.get(url).content.decode()
    assert f'id="b{private.number}"' not in client.get(page).content.decode()
    assert [row["number"] for row in ask("/comments")["items"]] == [seen.number]
    assert ask(f"/hearings/{hearing.pk}")["comments"] == 1


@pytest.mark.parametrize(
    ("shown", "audience", "is_named"),
    [
        ("", "everybody", False),
        ("hidden", "everybody", False),
        ("name", "everybody", True),
        ("municipality", "municipality", False),
    ],
)
def test_the_sender_chooses_what_others_see(client, hearing, shown, audience, is_named):
    response = post(client, address(hearing), token=token_for(hearing), name="Bo", shown=shown)
    assert response.status_code == 303
    comment = Comment.objects.get()
    assert (comment.audience, comment.sender.name_is_public) == (audience, is_named)


def test_another_choice_than_the_three_is_refused(client, hearing):
    response = post(client, address(hearing), token=token_for(hearing), shown="<script>")
    assert response.status_code == 422
    assert 'href="#f-shown"' in response.content.decode()


def test_a_hearing_that_shows_no_names_does_not_offer_to_show_one(client, hearing):
    offered = 'name="shown" value="name"'
    assert offered in client.get(address(hearing)).content.decode()
    hearing.names = NamesRule.HIDDEN
    hearing.save()
    assert offered not in client.get(address(hearing)).content.decode()
