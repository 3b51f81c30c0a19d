"""The admin's first page as a list of work: what is due comes first, and each thing has one next step."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from accounts.work import Told, Work
from comments.actions import ask_erasure, propose_rejection, report_comment
from comments.models import Outcome
from home.today.panel import arranged
from notifications.models import OutgoingMail
from tests.factories.accounts import make_staff
from tests.factories.comments import (
    close,
    make_answer,
    make_comment,
    make_hearing,
    make_reason,
    make_report,
    send,
)
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def hearing():
    return make_hearing(answers_due=timezone.localdate() + 30 * DAY)


def home(client, role) -> str:
    client.force_login(make_staff(role))
    return client.get(reverse("wagtailadmin_home")).content.decode()


def work(due_on=None, title="Noget") -> Work:
    return Work("k", "comment", title, "Derfor", "Gør det", "/", due_on)


def groups(*works) -> dict[str, list[str]]:
    with translation.override("da"):
        told = arranged(Told(list(works)))
    return {name: [line.due for line in lines] for name, _heading, lines in told["groups"]}


def test_a_translator_is_told_nothing_of_deciding_or_answering(client, hearing):
    send(hearing, text="Hemmelige ord")
    make_answer(make_comment(hearing), published=False)
    page = home(client, "translator")
    assert 'data-work="answers-to-read"' not in page
    assert 'data-work="erasure-requests"' not in page
    assert "Hemmelige ord" not in page


def test_what_is_late_is_said_first_then_today_then_the_week_then_the_rest():
    today = timezone.localdate()
    shown = groups(
        work(), work(today + 40 * DAY), work(today + 2 * DAY), work(today), work(today - 2 * DAY)
    )
    weekday = (today + 2 * DAY).weekday()
    names = ["Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag"]
    assert shown["now"] == ["2 dage over", "I dag"]
    assert shown["week"] == [names[weekday]]
    assert shown["later"][1] == ""
    assert list(shown) == ["now", "week", "later"]


def test_a_week_from_today_is_further_ahead_and_tomorrow_is_named():
    today = timezone.localdate()
    assert groups(work(today + 6 * DAY), work(today + DAY))["week"][0] == "I morgen"
    assert list(groups(work(today + 7 * DAY))) == ["later"]


def test_there_is_one_solid_button_and_it_is_the_first_lines(client, hearing):
    send(hearing)
    page = home(client, "administrator")
    body = page.split('class="today"', 1)[1].split("today-fine", 1)[0]
    assert body.count('class="button"') == 1
    assert body.index('class="button"') < body.index("button-secondary")


def test_a_moderator_sees_what_waits_for_her(client, hearing):
    make_reason(needs_second_reader=True)
    waits = send(hearing).comment
    other = make_user("en anden")
    propose_rejection(comment=waits, seen_version=1, reason="off_topic", by=other)
    public = make_comment(hearing, email="bo@viby.example")
    report_comment(comment=public, kind="other", text="", nonce="n")
    ask_erasure(comment=public)
    page = home(client, "moderator")
    for kind in ("waiting-comments", "proposed-rejections", "reported-comments"):
        assert f'data-work="{kind}"' in page
    assert 'data-work="erasure-requests"' in page
    assert 'data-work="unanswered-comments"' not in page


def test_ones_own_proposal_waits_for_another(client, hearing):
    make_reason(needs_second_reader=True)
    me = make_staff("moderator")
    propose_rejection(comment=send(hearing).comment, seen_version=1, reason="off_topic", by=me)
    client.force_login(me)
    assert "proposed-rejections" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_an_editor_sees_what_is_promised_and_which_paper_is_missing(client, hearing):
    make_comment(hearing)
    make_answer(make_comment(hearing))
    Outcome.objects.update(follow_up_on=timezone.localdate() - DAY)
    page = home(client, "editor")
    for kind in ("unanswered-comments", "promises", "open-hearing"):
        assert f'data-work="{kind}"' in page
    assert "1 bemærkning mangler svar" in page
    assert "2 bemærkninger er kommet, 2 er offentlige." in page
    close(hearing)
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert 'data-work="missing-report"' in page
    make_report(hearing)
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert 'data-work="missing-report"' not in page
    assert 'data-work="report-without-decision"' in page


def test_mails_that_are_not_delivered_are_for_who_can_see_them(client):
    OutgoingMail.objects.create(
        kind="received",
        cause="comment:1",
        status="parked",
        to="x@viby.example",
        language="da",
        subject="Emne",
        message_id="<1@viby.example>",
    )
    assert "1 mail er ikke leveret" in home(client, "administrator")
    assert 'data-work="mails"' not in home(client, "moderator")


def test_what_is_fine_is_one_folded_line(client):
    page = home(client, "administrator")
    assert "Alt er i orden" in page
    assert "Ingen ønsker om sletning venter." in page


def test_the_page_costs_the_same_however_much_waits(client, hearing):
    client.force_login(make_staff("administrator"))
    url = reverse("wagtailadmin_home")

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    send(hearing)
    make_comment(hearing)
    cost()
    few = cost()
    for _n in range(20):
        send(hearing)
        make_comment(hearing)
    assert cost() == few <= 60
