"""The staff's pages ask the same number of questions with sixty comments and with a hundred times as many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from comments.admin.queue import WAITING
from comments.models import Comment
from tests.factories.comments import make_comment, make_hearing, make_report
from tests.factories.many import multiply
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
FEW, MANY = 60, 1_000
BUDGET = 60
QUEUE = "wagtailsnippets_comments_comment:list"
FILTERS = ("", "&flag=phone", "&assignee=me", "&alike=same", "&age=1", "&language=da&source=form")


@pytest.fixture
def staff(client):
    client.force_login(make_user(superuser=True))
    return client


def cost(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def check_costs(client, hearing, addresses, *, status: str, many: int) -> None:
    """Ask with few comments and with many; `addresses` is asked for them after each filling."""
    multiply(hearing, FEW, status=status, first=10)
    few = {name: cost(client, address) for name, address in addresses().items()}
    multiply(hearing, many, status=status, first=10 + FEW)
    more = {name: cost(client, address) for name, address in addresses().items()}
    assert more == few
    assert max(more.values()) <= BUDGET, more


def waiting_pages() -> dict[str, str]:
    ids = list(
        Comment.objects.undecided().order_by("received_at", "pk").values_list("pk", flat=True)
    )
    queue = reverse(QUEUE) + WAITING
    return {
        **{f"queue {query}": queue + query for query in FILTERS},
        "second page": f"{queue}&p=2",
        "beside": reverse("comments_decide", args=[ids[len(ids) // 2]]),
        "today": reverse("wagtailadmin_home"),
    }


def public_pages(hearing) -> dict[str, str]:
    with translation.override("da"):
        return {
            "report": reverse("comments_hearing_report", args=[hearing.pk]),
            "unanswered": reverse("comments_unanswered", args=[hearing.pk]),
            "figures": reverse("comments:figures", args=[hearing.pk]),
            "frozen": reverse("comments:hearing_report", args=[hearing.pk, 1]),
        }


def test_queue_filters_and_today_cost_the_same_with_a_thousand_that_wait(staff):
    hearing = make_hearing()
    check_costs(staff, hearing, waiting_pages, status="pending", many=MANY)


def test_report_and_figures_cost_the_same_with_a_thousand_public_ones(staff):
    hearing = make_hearing()
    make_comment(hearing)
    make_report(hearing)
    check_costs(staff, hearing, lambda: public_pages(hearing), status="published", many=MANY)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_queue_and_filters_cost_the_same_with_ten_thousand_that_wait(staff):
    hearing = make_hearing()
    check_costs(staff, hearing, waiting_pages, status="pending", many=10_000)
