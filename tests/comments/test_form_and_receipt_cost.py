"""The form and the receipt ask the database as often with a hundred rows around them as with one."""

from functools import partial

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments.actions import appeal, ask_erasure
from comments.receipts import secret_for
from tests.comments.citizen import address, post, token_for
from tests.factories.comments import make_answer, make_comment, make_hearing, make_reason
from tests.factories.policy import make_adopted, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MOST = {"form": 16, "refused": 16, "preview": 15, "receipt": 25, "answered": 25, "rejected": 25}


@pytest.fixture
def hearing():
    page = make_page()
    make_adopted(page)
    make_reason()
    return make_hearing(page)


def pages(client, hearing):
    """Return {name: a function that opens it}."""
    for state, status in (
        ("receipt", "pending"),
        ("answered", "published"),
        ("rejected", "rejected"),
    ):
        comment = make_comment(hearing, status=status, nonce=state)
        if state == "answered":
            make_answer(comment)
            ask_erasure(comment=comment)
        if state == "rejected":
            appeal(comment=comment, text="Det handler om breve.")
    form, token = address(hearing), token_for(hearing)
    receipts = {
        state: partial(client.get, f"/da/kvittering/{secret_for(state)}/")
        for state in ("receipt", "answered", "rejected")
    }
    return {
        "form": lambda: client.get(form),
        "refused": lambda: post(client, form, token=token, text=""),
        "preview": lambda: post(client, form, token=token, step="preview"),
        **receipts,
    }


def cost_of(opening, status) -> int:
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        assert opening().status_code == status
    return len(captured)


def test_they_cost_the_same_with_one_comment_and_with_a_hundred(client, hearing):
    opened = pages(client, hearing)
    status = {name: 422 if name == "refused" else 200 for name in opened}
    first = {name: cost_of(opening, status[name]) for name, opening in opened.items()}
    for number in range(100):
        comment = make_comment(hearing, email=f"a{number}@viby.example")
        if not number % 10:
            make_answer(comment)
    then = {name: cost_of(opening, status[name]) for name, opening in opened.items()}
    assert then == first
    assert {name: cost for name, cost in first.items() if cost > MOST[name]} == {}


@pytest.mark.django_db(transaction=True)
def test_a_comment_waits_for_the_disk_once(client):
    hearing = make_hearing()
    form, token = address(hearing), token_for(hearing)
    with CaptureQueriesContext(connection) as captured:
        assert post(client, form, token=token).status_code == 303
    assert sum(query["sql"] == "COMMIT" for query in captured) == 1
