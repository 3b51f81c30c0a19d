"""What followers are told: what is public, once, few mails, and each with one click to end it."""

import datetime

import pytest
from django.core import mail as sent
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.actions import decide, erase, undo
from comments.reading.places import places_for
from comments.told import undo_time
from notifications.follow.digest import next_hour
from notifications.models import Notice, Subscription
from notifications.sending import deliver_due
from tests.comments.citizen import HERE
from tests.factories.comments import make_answer, make_comment, make_hearing, send
from tests.factories.policy import make_adopted, make_user
from tests.notifications.followers import follow, link_in, told

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = datetime.timedelta(days=1)


@pytest.fixture
def hearing():
    return make_hearing()


def test_every_kind_of_topic_hears_of_a_comment_and_its_answer(client, hearing):
    first = make_comment(hearing)
    policy = hearing.edition.policy_id
    topics = [
        ("hearing", hearing.pk),
        ("policy", policy),
        ("passage", f"{policy}-{first.passage.code}"),
        ("comment", first.pk),
    ]
    if first.passage.wordings.public().count() == 0:
        make_adopted(places_for(policy).page)
    for n, (kind, key) in enumerate(topics):
        follow(client, kind, key, email=f"a{n}@viby.example")
    second = make_comment(hearing)
    make_answer(first)
    found = {mail.cause.split(":")[1]: mail.text for mail in told()}
    texts = [found[str(s.pk)] for s in Subscription.objects.order_by("pk")]
    for text in texts[:3]:
        assert f"Bemærkning nr. {second.number} til" in text
        assert f"Svar på bemærkning nr. {first.number}" in text
    assert "Svar på bemærkning nr." in texts[3]
    assert f"Bemærkning nr. {second.number} til" not in texts[3]


def test_what_was_taken_back_meanwhile_is_not_told_of(client, hearing):
    follow(client, "hearing", hearing.pk)
    comment = make_comment(hearing, text="Slettede ord", name="Bo")
    erase(comment=comment, by=make_user("m"))
    assert told() == []
    assert Subscription.objects.get().told == Notice.objects.latest("pk").pk


def test_no_word_and_no_name_of_a_citizen_is_in_the_mail(client, hearing):
    follow(client, "hearing", hearing.pk)
    make_comment(hearing, text="Mine egne ord", name="Bo Borger", name_is_public=True)
    [mail] = told()
    assert "egne ord" not in mail.text
    assert "Bo Borger" not in mail.text


def test_what_happened_before_it_began_is_no_news(client, hearing):
    follow(client, "hearing", hearing.pk, email="b@viby.example")
    make_comment(hearing)
    follow(client, "hearing", hearing.pk)
    assert [mail.to for mail in told()] == ["b@viby.example"]


def test_at_once_is_at_most_one_mail_an_hour_and_nothing_is_told_twice(client, hearing):
    follow(client, "hearing", hearing.pk)
    one = make_comment(hearing)
    assert len(told()) == 1
    two, three = make_comment(hearing), make_comment(hearing)
    assert len(told()) == 1
    Subscription.objects.update(next_at=timezone.now())
    last = told()[1].text
    assert f"nr. {two.number} " in last
    assert f"nr. {three.number} " in last
    assert f"nr. {one.number} " not in last
    Subscription.objects.update(next_at=timezone.now())
    assert len(told()) == 2


def test_a_days_mail_waits_for_its_hour(client, hearing):
    follow(client, "hearing", hearing.pk, rhythm="daily")
    make_comment(hearing)
    assert told() == []
    assert told() == []
    Subscription.objects.update(next_at=timezone.now())
    assert len(told()) == 1


@pytest.mark.parametrize(
    ("rhythm", "at", "expected"),
    [
        ("at_once", "2026-11-24T12:00", "2026-11-24T13:00"),
        ("daily", "2026-11-24T12:00", "2026-11-25T07:00"),
        ("daily", "2026-11-24T06:59", "2026-11-24T07:00"),
        ("daily", "2026-10-24T12:00", "2026-10-25T07:00"),
        ("weekly", "2026-11-24T12:00", "2026-11-30T07:00"),
        ("weekly", "2026-11-30T06:00", "2026-11-30T07:00"),
        ("weekly", "2026-11-30T07:00", "2026-12-07T07:00"),
    ],
)
def test_the_next_mail_comes_at_seven_in_denmark(rhythm, at, expected):
    when = timezone.make_aware(datetime.datetime.fromisoformat(at))
    assert next_hour(rhythm, when) == timezone.make_aware(datetime.datetime.fromisoformat(expected))


def test_a_mail_has_one_click_to_end_it_and_an_html_part(client, hearing):
    follow(client, "hearing", hearing.pk)
    make_comment(hearing)
    [mail] = told()
    deliver_due()
    message = next(m for m in sent.outbox if m.extra_headers["Message-ID"] == mail.message_id)
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    end = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert end in message.body
    [(html, kind)] = [(a.content, a.mimetype) for a in message.alternatives]
    assert kind == "text/html"
    assert f'<a href="{end}">' in html
    path = end.removeprefix("http://").partition("/")[2]
    assert client.get(f"/{path}").status_code == 200
    assert Subscription.objects.exists()
    response = client.post(f"/{path}", {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    assert not Subscription.objects.exists()
    assert client.post(f"/{path}", {"List-Unsubscribe": "One-Click"}).status_code == 200


def test_ending_it_takes_back_the_mail_that_waits(client, hearing):
    subscription = follow(client, "hearing", hearing.pk)
    make_comment(hearing)
    [mail] = told()
    end = link_in(mail.text, "stop")
    assert client.post(end, headers=HERE).status_code == 303
    mail.refresh_from_db()
    assert (mail.to, mail.text, mail.status) == ("", "", "recalled")
    assert not Subscription.objects.filter(pk=subscription.pk).exists()


def test_a_decision_costs_one_query_more_where_nobody_follows(hearing):
    comment = send(hearing).comment
    with CaptureQueriesContext(connection) as queries:
        decide(comment=comment, seen_version=1, action="publish", by=make_user("m"))
    asked = [q for q in queries if "notifications_subscription" in q["sql"]]
    assert len(asked) == 1


def test_news_waits_while_the_decision_can_be_taken_back(client, hearing):
    follow(client, "hearing", hearing.pk)
    comment = send(hearing).comment
    step = decide(comment=comment, seen_version=1, action="publish", by=make_user("m"))
    assert told(later=undo_time() - datetime.timedelta(seconds=5)) == []
    assert Subscription.objects.get().told < Notice.objects.latest("pk").pk
    undo(decision=step, by=step.by)
    assert told() == []


def test_what_is_younger_than_the_first_that_waits_is_told_with_it(client, hearing):
    follow(client, "hearing", hearing.pk)
    one, two = make_comment(hearing), make_comment(hearing)
    first, second = Notice.objects.order_by("pk")
    Notice.objects.filter(pk=second.pk).update(at=first.at - DAY)
    assert told(later=datetime.timedelta()) == []
    [mail] = told()
    assert f"nr. {one.number} " in mail.text
    assert f"nr. {two.number} " in mail.text
