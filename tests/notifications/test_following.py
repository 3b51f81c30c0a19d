"""Follow by mail: a form asks, a button in a mail begins it, and nobody else's address is flooded."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from comments.reading.places import places_for
from notifications.blocking import block_address
from notifications.follow.actions import forget_follower, forget_unconfirmed
from notifications.models import Notice, OutgoingMail, Subscription
from notifications.outbox import address_hash
from tests.comments.citizen import HERE
from tests.factories.comments import make_comment, make_hearing, send
from tests.factories.policy import make_user
from tests.notifications.followers import ANNA, address, ask, follow, link_in, mails, told

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = datetime.timedelta(days=1)


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("hearing", "0"),
        ("hearing", "x"),
        ("hearing", "9" * 30),
        ("policy", "x"),
        ("policy", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
        ("passage", "3f2504e0-4f89-11d3-9a0c-0305e82c3301-abc"),
        ("passage", "abc"),
        ("comment", "0"),
        ("user", "1"),
    ],
)
def test_what_is_not_there_cannot_be_followed(client, hearing, kind, key):
    assert client.get(address(kind, key)).status_code == 404
    assert ask(client, address(kind, key)).status_code == 404


def test_what_is_not_public_cannot_be_followed(client, hearing):
    waiting = send(hearing).comment
    assert client.get(address("comment", waiting.pk)).status_code == 404
    page = places_for(hearing.edition.policy_id).page
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    for kind, key in (("hearing", hearing.pk), ("policy", hearing.edition.policy_id)):
        assert client.get(address(kind, key)).status_code == 404


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"email": ""}, 422), ({"email": "anna"}, 422), ({"rhythm": "hourly"}, 422)],
)
def test_a_wrong_form_keeps_what_was_typed_and_writes_nothing(client, hearing, fields, status):
    response = ask(client, address("hearing", hearing.pk), **fields)
    assert response.status_code == status
    assert {"email": ANNA, **fields}["email"] in response.content.decode()
    assert not Subscription.objects.exists()


def test_from_another_site_nothing_is_begun_or_ended(client, hearing):
    there = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
    assert ask(client, address("hearing", hearing.pk), headers=there).status_code == 403
    assert not OutgoingMail.objects.exists()
    ask(client, address("hearing", hearing.pk))
    assert client.post(link_in(mails("follow")[0].text, "ja"), headers=there).status_code == 403
    assert not Subscription.objects.confirmed().exists()


def test_opening_the_link_begins_nothing_and_the_button_does(client, hearing):
    ask(client, address("hearing", hearing.pk))
    yes = link_in(mails("follow")[0].text, "ja")
    assert "Ja, skriv til mig" in client.get(yes).content.decode()
    assert not Subscription.objects.confirmed().exists()
    assert client.post(yes, headers=HERE).status_code == 303
    assert "Nu følger du det" in client.get(yes).content.decode()
    assert Subscription.objects.confirmed().get().rhythm == "at_once"
    assert not client.cookies


def test_before_the_button_nothing_is_told(client, hearing):
    ask(client, address("hearing", hearing.pk))
    make_comment(hearing)
    assert not Notice.objects.exists()
    assert not told()


@pytest.mark.parametrize("token", ["x", "a:b:c", "x" * 300])
def test_a_false_token_is_not_found(client, token):
    for name in ("follow_yes", "follow_end"):
        url = reverse(f"notifications:{name}", args=[token])
        assert client.get(url).status_code == client.post(url, headers=HERE).status_code == 404


def test_an_address_gets_three_such_mails_a_day_and_the_answer_is_the_same(client, hearing):
    answers = [ask(client, address("hearing", hearing.pk)) for _n in range(5)]
    assert {a.status_code for a in answers} == {303}
    assert len({a["Location"] for a in answers}) == 1
    assert len(mails("follow")) <= 3


def test_a_network_that_asks_too_often_is_told_to_wait(client, hearing):
    url = address("hearing", hearing.pk)
    statuses = [ask(client, url, email=f"a{n}@viby.example").status_code for n in range(11)]
    assert statuses == [303] * 10 + [429]


def test_a_blocked_address_is_not_asked(client, hearing):
    block_address(address_hash=address_hash(ANNA))
    assert ask(client, address("hearing", hearing.pk)).status_code == 303
    assert not mails("follow")


def test_asking_again_changes_the_rhythm_only_after_the_button(client, hearing):
    follow(client, "hearing", hearing.pk)
    ask(client, address("hearing", hearing.pk), rhythm="weekly")
    assert Subscription.objects.get().rhythm == "at_once"
    client.post(link_in(mails("follow")[-1].text, "ja"), headers=HERE)
    assert Subscription.objects.get().rhythm == "weekly"


def test_an_address_is_forgotten_when_its_owner_asks(client, hearing):
    follow(client, "hearing", hearing.pk)
    follow(client, "policy", hearing.edition.policy_id)
    follow(client, "hearing", hearing.pk, email="b@viby.example")
    assert forget_follower(email="ANNA@viby.example") == 2
    assert [s.email for s in Subscription.objects.all()] == ["b@viby.example"]


def test_what_nobody_said_yes_to_is_deleted_after_three_days(client, hearing):
    ask(client, address("hearing", hearing.pk))
    follow(client, "policy", hearing.edition.policy_id)
    Subscription.objects.update(created_at=timezone.now() - 4 * DAY)
    forget_unconfirmed()
    assert Subscription.objects.get().confirmed_at


def test_in_english_it_is_english(client, hearing):
    response = ask(client, address("hearing", hearing.pk, "en"))
    assert response["Location"].startswith("/en/")
    assert "Do you want to follow" in mails("follow")[0].subject


def test_the_list_shows_who_follows_what_and_no_address(client, hearing):
    for n in range(60):
        Subscription.objects.create(
            topic="hearing:1",
            email=f"a{n}@viby.example",
            address_hash=str(n),
            language="da",
            rhythm="daily",
        )
    client.force_login(make_user("boss", superuser=True))
    response = client.get(reverse("followers:index"))
    assert len(response.context["object_list"]) == 50
    assert "a…@viby.example" in response.content.decode()
    assert "a59@viby.example" not in response.content.decode()
