"""How many queries a page costs does not depend on how many have said something."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from policy.models import PolicyPage
from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
from tests.factories.many import multiply
from tests.factories.policy import make_adopted, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]
POLICY_BUDGET = 12
THREAD_BUDGET = 15


@pytest.fixture
def hearing():
    """A policy of 50 passages: an edition in force, and the same text in an open hearing."""
    page = make_page(principles=49)
    make_adopted(page)
    return make_hearing(page)


def page_of(hearing):
    return PolicyPage.objects.get(translation_key=hearing.edition.policy_id)


def queries(client, url) -> int:
    cache.clear()
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_the_policy_page_costs_the_same_with_0_and_with_1000_comments(hearing, client):
    url = page_of(hearing).url
    before = queries(client, url)
    multiply(hearing, 1000)
    assert "20 bemærkninger" in client.get(url).content.decode()
    assert queries(client, url) == before <= POLICY_BUDGET


def test_the_hearing_version_costs_the_same_with_0_and_with_1000_comments(hearing, client):
    url = page_of(hearing).url + f"udgaver/{hearing.edition.key}/"
    before = queries(client, url)
    multiply(hearing, 1000)
    assert queries(client, url) == before <= POLICY_BUDGET


def test_a_thread_of_20_with_answers_stays_in_its_budget_and_does_not_grow(hearing, client):
    wording = wordings_of(hearing)[0]
    url = page_of(hearing).url + f"afsnit/{wording.passage.code}/"
    two = [make_comment(hearing, wording=wording) for _ in range(2)]
    make_answer(*two)
    few = queries(client, url)
    comments = [make_comment(hearing, wording=wording) for _ in range(18)]
    for comment in comments[:10]:
        make_answer(comment)
    assert queries(client, url) == few <= THREAD_BUDGET


def test_the_list_of_editions_does_not_cost_more_with_more_editions(hearing, client):
    page = page_of(hearing)
    few = queries(client, page.url + "udgaver/")
    for _ in range(5):
        make_adopted(page)
    assert queries(client, page.url + "udgaver/") == few <= POLICY_BUDGET
