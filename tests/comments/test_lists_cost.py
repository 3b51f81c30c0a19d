"""The staff's lists of hearings and answers ask the same number of questions however long they are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.comments import make_answer, make_comment, make_hearing
from tests.factories.policy import make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def staff(client):
    client.force_login(make_user(superuser=True))
    return client


def cost(client, name) -> int:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(reverse(f"{name}:index"))
    assert response.status_code == 200
    return len(queries)


def test_the_list_of_answers_counts_its_comments_and_costs_the_same(staff):
    hearing = make_hearing()
    make_answer(make_comment(hearing), make_comment(hearing))
    cost(staff, "responses")
    few = cost(staff, "responses")
    for _n in range(6):
        make_answer(make_comment(hearing))
    assert cost(staff, "responses") == few
    rows = staff.get(reverse("responses:index")).context["object_list"]
    assert sorted(row.answered for row in rows) == [1, 1, 1, 1, 1, 1, 2]


def test_the_list_of_hearings_costs_the_same(staff):
    page = make_page()
    make_hearing(page)
    cost(staff, "hearings")
    few = cost(staff, "hearings")
    for _n in range(4):
        make_hearing(page)
    assert cost(staff, "hearings") == few
