"""An edition that comes into force is told to the editors, once, on its first day or when it can be."""

import datetime

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.utils import formats, timezone, translation
from wagtail.users.models import UserProfile

from notifications.editions import tell_editors
from notifications.keys import MailKey
from notifications.models import OutgoingMail
from policy.actions import withdraw
from tests.factories.policy import edit, make_adopted, make_page, make_user
from tests.factories.races import at_once

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


def the_day(edition, language="da"):
    with translation.override(language):
        return formats.date_format(edition.in_force_from, "DATE_FORMAT")


def test_nothing_is_said_before_its_day(coming):
    with midnight(-1):
        assert tell_editors() == 0
    assert not mails().exists()


def test_the_editor_hears_of_it_once(coming, editor):
    with midnight():
        assert [tell_editors(), tell_editors()] == [1, 0]
    mail = mails().get()
    assert (mail.to, mail.subject) == (editor.email, f"Udgave 2 gælder fra {the_day(coming)}")
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


def test_after_two_weeks_it_is_no_news(coming):
    with midnight(15 * 24 * 60 * 60):
        assert tell_editors() == 0


def test_who_becomes_an_editor_the_day_after_is_not_told(coming):
    with midnight():
        tell_editors()
    staff("ny", "editor")
    with midnight(24 * 60 * 60):
        assert tell_editors() == 0


def test_an_edition_that_was_adopted_after_its_day_had_no_day_to_be_told_of(page, editor):
    yesterday = timezone.localdate() - DAY
    make_adopted(page, on=yesterday, in_force_from=yesterday)
    assert tell_editors() == 0


def test_a_worker_that_was_down_for_a_day_tells_it_once_with_the_day_that_it_was(coming, editor):
    day_after = 24 * 60 * 60
    with midnight(day_after + 3_600):
        assert [tell_editors(), tell_editors()] == [1, 0]
    with midnight(2 * day_after):
        assert tell_editors() == 0
    assert mails().get().subject == f"Udgave 2 gælder fra {the_day(coming)}"
    assert the_day(coming) in mails().get().text


def test_of_two_editions_that_came_meanwhile_the_one_in_force_is_told(page, coming):
    edit(page, introduction="Endnu nyere.")
    make_adopted(page, in_force_from=timezone.localdate() + 2 * DAY)
    with midnight(2 * 24 * 60 * 60):
        assert tell_editors() == 1
    assert mails().get().subject.startswith("Udgave 3 ")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("hours", [0, 25])
def test_two_workers_at_once_write_one_mail(coming, editor, hours):
    with midnight(hours * 3_600):
        at_once(tell_editors, tell_editors)
        assert tell_editors() == 0
    assert mails().count() == 1


def test_an_editor_reads_it_in_her_own_language(page, coming, editor):
    UserProfile.objects.create(user=editor, preferred_language="en")
    with midnight():
        tell_editors()
    assert mails().get().subject == f"Edition 2 is in force from {the_day(coming, 'en')}"


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
