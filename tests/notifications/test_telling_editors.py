"""An edition that comes into force is told to the editors, once, on its first day."""

import datetime

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.users.models import UserProfile

from notifications.editions import tell_editors
from notifications.keys import MailKey
from notifications.models import OutgoingMail
from policy.actions import withdraw
from tests.factories.policy import edit, make_adopted, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = datetime.timedelta(days=1)


@pytest.fixture
def page(settings):
    settings.BASE_URL = "https://samskabelse.viby.example"
    return make_page()


@pytest.fixture
def editor():
    return staff("redaktoer", "editor")


@pytest.fixture
def coming(page, editor):
    """An edition in force since a month, and one that comes into force tomorrow."""
    month_ago = timezone.localdate() - 30 * DAY
    make_adopted(page, on=month_ago, at=timezone.now() - 30 * DAY)
    edit(page, introduction="Nyt.")
    return make_adopted(page, in_force_from=timezone.localdate() + DAY)


def staff(name, role, **fields):
    user = make_user(name, email=f"{name}@viby.example", **fields)
    user.groups.add(Group.objects.get(name=role))
    return user


def midnight(seconds=0):
    date = timezone.localdate() + DAY
    begin = timezone.make_aware(datetime.datetime.combine(date, datetime.time.min))
    return time_machine.travel(begin + datetime.timedelta(seconds=seconds), tick=False)


def mails():
    return OutgoingMail.objects.filter(kind=MailKey.IN_FORCE).order_by("pk")


def test_nothing_is_said_before_its_day(coming):
    with midnight(-1):
        assert tell_editors() == 0
    assert not mails().exists()


def test_the_editor_hears_of_it_once(coming, editor):
    with midnight():
        assert [tell_editors(), tell_editors()] == [1, 0]
    mail = mails().get()
    assert (mail.to, mail.subject) == (editor.email, "Udgave 2 gælder fra i dag")
    assert "https://samskabelse.viby.example/da/politik/udgaver/2/" in mail.text
    assert "Samskabelsespolitik" in mail.text


def test_who_is_no_editor_or_has_no_address_hears_nothing(coming):
    staff("moderator", "moderator")
    staff("gammel", "editor", is_active=False)
    make_user("uden").groups.add(Group.objects.get(name="editor"))
    with midnight():
        assert tell_editors() == 1


def test_a_withdrawn_edition_is_not_told(coming):
    withdraw(edition=coming, user=make_user(), reason="Fejl.")
    with midnight():
        assert tell_editors() == 0


def test_the_day_after_it_is_no_news(coming):
    with midnight(24 * 60 * 60):
        assert tell_editors() == 0


def test_an_editor_reads_it_in_her_own_language(page, coming, editor):
    UserProfile.objects.create(user=editor, preferred_language="en")
    with midnight():
        tell_editors()
    assert mails().get().subject == "Edition 2 is in force from today"


def test_each_policy_is_told_of_by_itself(page, coming):
    other = make_page(slug="anden", title="Trafikpolitik")
    make_adopted(other, in_force_from=timezone.localdate() + DAY)
    with midnight():
        assert tell_editors() == 2
    assert mails().filter(text__contains="Trafikpolitik").count() == 1


def test_its_cost_does_not_grow_with_editors(coming, django_assert_max_num_queries):
    for number in range(20):
        staff(f"editor-{number}", "editor")
    with midnight(), django_assert_max_num_queries(12):
        assert tell_editors() == 21
