"""Those who are next with an order hear of it, once; nobody hears of what she did herself."""

import datetime

import pytest
from django.utils import timezone

from notifications.models import OutgoingMail, StaffMailSetting
from notifications.translations import tell_about_translations
from tests.factories.accounts import make_staff
from tests.factories.orders import make_order, make_ready
from tests.factories.policy import make_page
from translation.models import TranslationOrder
from translation.orders import approve, send_back

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MONDAY = "2026-11-23T08:00"


@pytest.fixture
def page():
    return make_page(principles=1)


def staff(role, name):
    user = make_staff(role, name)
    user.email = f"{name}@viby.example"
    user.save()
    return user


@pytest.fixture
def editor():
    return staff("editor", "editor")


@pytest.fixture
def translator():
    return staff("translator", "translator")


def told(kind) -> list[str]:
    return sorted(OutgoingMail.objects.filter(kind=kind).values_list("to", flat=True))


def at(moment) -> int:
    when = timezone.make_aware(datetime.datetime.fromisoformat(moment))
    return tell_about_translations(when)


def test_an_order_tells_the_languages_translators_and_the_link_leads_to_it(
    page, editor, translator
):
    order = make_order(page, by=editor, deadline=datetime.date(2099, 1, 2), note="Skynd dig.")
    mail = OutgoingMail.objects.filter(kind="translation_ordered", to=translator.email).get()
    assert f"/translation/orders/{order.pk}/" in mail.text
    assert "Skynd dig." in mail.text
    assert "2. januar 2099" in mail.text
    assert editor.email not in told("translation_ordered")


def test_a_named_translator_alone_is_told(page, editor, translator):
    other = staff("translator", "other")
    make_order(page, by=editor, translator=other)
    assert told("translation_ordered") == [other.email]


def test_each_step_tells_who_is_next(page, editor, translator):
    order = make_ready(make_order(page, by=editor), translator)
    assert told("translation_ready") == [editor.email]
    order = send_back(order=order, by=editor, seen_version=order.version, note="Ret titlen.")
    assert told("translation_back") == [translator.email]
    assert "Ret titlen." in OutgoingMail.objects.get(kind="translation_back").text
    order = make_ready(order, translator)
    approve(order=order, by=editor, seen_version=order.version, left=0)
    assert told("translation_approved") == [translator.email]


def test_a_deadline_that_is_near_is_told_of_once(page, editor, translator):
    order = make_order(page, by=editor, translator=translator)
    TranslationOrder.objects.update(deadline="2026-11-27")
    assert at("2026-11-20T08:00") == 0
    assert at("2026-11-25T08:00") == 1
    assert at("2026-11-26T08:00") == 0
    TranslationOrder.objects.update(state="ready", deadline="2026-11-28")
    assert at("2026-11-26T08:00") == 0
    assert told("translation_due") == [translator.email]
    assert order.pk


def test_once_a_week_what_is_behind_is_told_to_those_responsible(page, editor, translator):
    make_order(page, by=editor)
    assert at("2026-11-22T08:00") == 0  # a Sunday
    assert at(MONDAY) == 2
    assert at(MONDAY) == 0
    assert at("2026-11-24T08:00") == 0
    assert told("translation_week") == [editor.email, translator.email]
    text = OutgoingMail.objects.filter(kind="translation_week")[0].text
    assert "Engelsk" in text
    assert at("2026-11-30T08:00") == 2


def test_who_said_no_is_not_told_weekly(page, translator):
    make_order(page)
    StaffMailSetting.objects.create(user=translator, wants_translations=False)
    assert at(MONDAY) == 0


def test_a_language_that_is_up_to_date_is_not_told_of(page, translator):
    order = make_order(page)
    make_ready(order, translator)
    assert at(MONDAY) == 0
