"""Row 30: a flood from many networks stops at each network's limit, and citizens get through."""

import pytest
from django.test import Client

from comments import limits
from comments.models import Attachment, Comment, RateCount
from notifications.models import OutgoingMail
from tests.comments.citizen import address, post, token_for
from tests.factories.comments import make_hearing

pytestmark = pytest.mark.django_db
VICTIM = "anna@viby.example"


def flood(hearing, *, networks: int, posts: int) -> list[int]:
    """Send so many posts from so many networks, in turn; return the statuses."""
    statuses = []
    for n in range(networks * posts):
        sender = Client(REMOTE_ADDR=f"198.51.{n % networks // 250}.{n % networks % 250 + 1}")
        fields = {"token": token_for(hearing, nonce=f"flood {n}"), "text": f"Reklame {n}"}
        statuses.append(post(sender, address(hearing), fields, email=VICTIM).status_code)
    return statuses


def check_flood(*, networks: int, posts: int, most: int) -> None:
    hearing = make_hearing()
    statuses = flood(hearing, networks=networks, posts=posts)
    assert statuses.count(303) == networks * most
    assert statuses.count(429) == networks * (posts - most)
    # A citizen between them is served, and the list of who was counted grows by networks alone.
    citizen = Client(REMOTE_ADDR="203.0.113.9")
    sent = post(citizen, address(hearing), token=token_for(hearing, nonce="citizen"))
    assert sent.status_code == 303
    assert Comment.objects.count() == networks * most + 1
    assert RateCount.objects.count() <= 2 * (networks + 1) * len(limits.SENDING)
    assert OutgoingMail.objects.exclude(to="").count() <= 3
    assert not Attachment.objects.exists()
    assert not Comment.objects.public().exists()


def test_row_30_each_network_stops_at_its_limit_and_a_citizen_gets_through(monkeypatch):
    monkeypatch.setattr(limits, "SENDING", (limits.Limit("test", 2, 24 * 60 * 60),))
    check_flood(networks=4, posts=4, most=2)


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_row_30_10_000_posts_from_200_networks(monkeypatch):
    monkeypatch.setattr(limits, "SENDING", (limits.Limit("test", 10, 24 * 60 * 60),))
    check_flood(networks=200, posts=50, most=10)
