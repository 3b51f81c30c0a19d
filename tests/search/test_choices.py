"""What a searcher may choose, all of it in the address; and what is offered when nothing fits."""

import datetime

import pytest
from django.utils import timezone

from comments.actions import open_standing_dialogue
from comments.models import Hearing
from policy.models import Policy
from search import queue
from tests.factories.comments import make_comment, make_hearing
from tests.factories.policy import make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def hearing():
    page = make_page(body=[principle(1, heading="Fristen", statement="<p>Vi svarer.</p>")])
    make_adopted(page)
    return make_hearing(page)


def search(client, query, **parameters):
    queue.drain()
    response = client.get("/da/soeg/", {"q": query, **parameters})
    assert response.status_code == 200
    return response


def hits(response, kind):
    return [hit for group in response.context["groups"] if group.kind == kind for hit in group.hits]


def test_nothing_near_is_offered_for_one_word_that_nobody_wrote(client, hearing):
    context = search(client, "kvælstof").context
    assert (context["total"], context["is_near"]) == (0, False)


def test_nothing_near_is_offered_where_everything_fits(client, hearing):
    assert not search(client, "vi svarer").context["is_near"]


def test_where_nothing_has_all_the_words_what_has_some_is_offered(client, hearing):
    response = search(client, "kvælstof fristen")
    assert response.context["is_near"]
    assert [hit.title for hit in hits(response, "passages")] == ["Princip 1: Fristen"]
    assert "Intet har alle ordene" in response.content.decode()


def test_the_newest_may_come_first(client, hearing):
    make_comment(hearing, text="Fosfor, fosfor og fosfor")
    make_comment(hearing, text="I skal måle vandet i søen hver uge, og der skal måles fosfor")
    numbers = [hit.number for hit in hits(search(client, "fosfor"), "comments")]
    assert numbers == [1, 2]
    newest = search(client, "fosfor", order="newest")
    assert [hit.number for hit in hits(newest, "comments")] == [2, 1]


def test_only_what_is_in_an_open_hearing(client, hearing):
    make_comment(hearing, text="Om fosfor")
    (hit,) = hits(search(client, "fristen", hearings="open"), "passages")
    assert not hit.is_in_force
    assert search(client, "fosfor", hearings="open").context["total"] == 1
    Hearing.objects.update(closes_at=timezone.now() - datetime.timedelta(seconds=1))
    assert search(client, "fosfor", hearings="open").context["total"] == 0
    assert search(client, "fristen", hearings="open").context["total"] == 0
    assert search(client, "fristen").context["total"] == 1


def test_a_standing_dialogue_is_no_open_hearing(client):
    page = make_page(body=[principle(1, heading="Fristen", statement="<p>Vi svarer.</p>")])
    policy = Policy.objects.get(pk=make_adopted(page).policy_id)
    open_standing_dialogue(policy=policy, purposes={"da": "Skriv til os."}, user=None)
    assert search(client, "fristen").context["total"] == 1
    assert search(client, "fristen", hearings="open").context["total"] == 0


def test_every_choice_keeps_the_others_in_its_address(client, hearing):
    context = search(client, "fristen", order="newest", hearings="open", language="all").context
    urls = [choice.url for choice in context["filters"][0].choices]
    for url in urls:
        for part in ("q=fristen", "order=newest", "hearings=open", "language=all"):
            assert part in url


@pytest.mark.parametrize("value", ["", "oldest", "<script>", "received_at", "-sender__email"])
def test_row_43_an_order_that_is_not_there_is_as_if_not_asked(client, hearing, value):
    assert search(client, "fristen", order=value, hearings=value).context["total"] == 1
