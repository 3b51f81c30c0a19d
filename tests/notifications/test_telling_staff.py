"""Staff get the day's queue by mail on working days, and what is due; each may turn it off."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from comments.actions import assign
from comments.models import Hearing, Outcome
from notifications.models import OutgoingMail, StaffMailSetting
from notifications.staff import tell_staff
from tests.factories.comments import make_answer, make_comment, make_hearing, send
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TUESDAY = "2026-11-24T08:00"


@pytest.fixture
def hearing():
    return make_hearing()


def staff(role, **fields):
    user = make_user(f"{role}-bruger", email=f"{role}@kommune.example", **fields)
    user.groups.add(Group.objects.get(name=role))
    return user


def at(when) -> int:
    return tell_staff(timezone.make_aware(datetime.datetime.fromisoformat(when)))


def mails(kind):
    return list(OutgoingMail.objects.filter(kind=kind))


@pytest.mark.parametrize(
    "when",
    [
        "2026-11-24T06:59",
        "2026-11-28T09:00",
        "2026-11-29T09:00",
        "2026-12-25T09:00",
        "2026-04-03T09:00",
    ],
)
def test_not_before_seven_nor_on_days_off(hearing, when):
    staff("moderator")
    send(hearing)
    assert at(when) == 0


def test_when_nothing_waits_there_is_no_mail(hearing):
    staff("moderator")
    make_comment(hearing)
    assert at(TUESDAY) == 0


def test_only_those_who_decide_are_told_of_the_queue_and_once_a_day(hearing):
    moderator, editor = staff("moderator"), staff("editor")
    staff("translator")
    send(hearing, text="Hemmelige ord", name="Anna Afsender")
    assert at(TUESDAY) == 1
    assert at(TUESDAY) == 0
    assert at("2026-11-25T08:00") == 1
    told = mails("queue")
    assert {mail.to for mail in told} == {moderator.email}
    assert editor.email not in {mail.to for mail in told}
    assert "venter på en afgørelse: 1." in told[0].text
    assert "status=pending" in told[0].text
    for word in ("Hemmelige", "Anna", "Tildelt dig"):
        assert word not in told[0].text


def test_ones_own_comments_are_told_of(hearing):
    moderator = staff("moderator")
    assign(comment=send(hearing).comment, to=moderator, by=moderator)
    send(hearing)
    at(TUESDAY)
    assert "Tildelt dig: 1." in mails("queue")[0].text


def test_who_is_inactive_has_no_address_or_said_no_is_not_told(hearing):
    send(hearing)
    staff("moderator", is_active=False)
    administrator = staff("administrator")
    StaffMailSetting.objects.create(user=administrator, wants_queue=False)
    assert at(TUESDAY) == 0


def test_what_is_due_is_told_on_its_day_and_on_mondays(hearing):
    editor = staff("editor")
    outcome = make_answer(make_comment(hearing)).outcomes.get()
    Outcome.objects.filter(pk=outcome.pk).update(follow_up_on="2026-11-24")
    assert at("2026-11-23T08:00") == 0
    assert at(TUESDAY) == 1
    assert at("2026-11-25T08:00") == 0
    assert at("2026-11-30T08:00") == 1
    text = mails("due")[0].text
    assert mails("due")[0].to == editor.email
    assert "skulle være holdt nu: 1." in text
    assert "over tiden" not in text


def test_answers_that_are_overdue_are_told_of(hearing):
    staff("editor")
    make_comment(hearing)
    Hearing.objects.update(answers_due="2026-11-23")
    assert at("2026-11-23T08:00") == 0
    assert at(TUESDAY) == 1
    assert "over tiden: 1." in mails("due")[0].text


def test_each_chooses_in_her_own_account(client, hearing):
    moderator = staff("moderator")
    client.force_login(moderator)
    page = client.get(reverse("wagtailadmin_account")).content.decode()
    assert 'name="staff_mail-wants_queue"' in page
    assert 'name="staff_mail-wants_due"' not in page


def test_the_choice_is_kept(client, rf):
    from notifications.account import StaffMailPanel

    user = staff("administrator")
    request = rf.post("/", {"staff_mail-wants_due": "on"})
    request.user = user
    form = StaffMailPanel(request, user, None).get_form()
    assert form.is_valid()
    form.save()
    setting = StaffMailSetting.objects.get(user=user)
    assert (setting.wants_queue, setting.wants_due) == (False, True)


def test_who_does_neither_has_no_such_choice(client):
    client.force_login(staff("facilitator"))
    page = client.get(reverse("wagtailadmin_account")).content.decode()
    assert "staff_mail" not in page
