"""The queue, its filters and the unanswered ask the database the same with 5 comments as with 200."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.comments import make_comment, make_hearing
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
QUEUE = "wagtailsnippets_comments_comment:list"
FILTERS = [
    "",
    "?status=published",
    "?q=er",
    "?language=da&source=web",
    "?age=1",
    "?assigned=nobody",
]


def cost(client, address) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_queue_its_filters_and_the_unanswered_cost_the_same_with_many(client):
    client.force_login(make_user(superuser=True))
    hearing = make_hearing()
    places = [reverse(QUEUE) + query for query in FILTERS]
    places += [f"{reverse(QUEUE)}?hearing={hearing.pk}"]
    places += [reverse("comments_unanswered", args=[hearing.pk]), reverse("comments_due")]
    for _n in range(5):
        make_comment(hearing)
    for place in places:
        cost(client, place)
    few = {place: cost(client, place) for place in places}
    for _n in range(195):
        make_comment(hearing)
    many = {place: cost(client, place) for place in places}
    # A second page has its links, and asks nothing more for them.
    assert many == few
