"""Links to a translation lead to its order at the desk where there is one, else to the page's editor."""

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation

from policy import checklist
from policy.checklist.shapes import candidate_of_page
from tests.factories.accounts import make_staff
from tests.factories.orders import make_order, piece_at
from tests.factories.policy import edit, make_adopted, make_page
from translation.admin.work import order_for
from translation.models import TranslationOrder
from translation.orders import withdraw

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def order(page):
    return make_order(page)


@pytest.fixture
def translator(client):
    client.force_login(make_staff("translator", "t"))
    return client


def english_of(page):
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code="en")


def led_to(client, page) -> str:
    translation = Translation.objects.get(source__object_id=page.translation_key)
    return client.get(reverse("translation_work", args=[translation.pk])).headers["Location"]


def at_desk(order) -> str:
    return reverse("translation_order", args=[order.pk])


def editor_of(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[english_of(page).pk])


def test_without_an_open_order_it_leads_to_the_pages_editor(translator, page, order):
    withdraw(order=order, by=None, seen_version=order.version)
    assert led_to(translator, page) == editor_of(page)
    assert at_desk(order) not in translator.get(editor_of(page)).text


def test_an_order_of_an_edition_that_the_page_has_left_behind_is_not_the_pages(
    translator, page, order
):
    older = make_adopted(page)
    edit(page, introduction="Nyt.")
    make_adopted(page)
    TranslationOrder.objects.filter(pk=order.pk).update(edition=older)
    assert led_to(translator, page) == editor_of(page)


def test_whoever_does_not_translate_into_the_language_is_not_led_to_its_order(page, order):
    asked = page.translation_key, order.locale_id
    assert order_for(*asked, make_staff("moderator")) is None
    assert order_for(*asked, make_staff("translator")) == order


def test_the_report_and_the_editor_lead_to_the_order(translator, page, order):
    assert led_to(translator, page) == at_desk(order)
    assert at_desk(order) in translator.get(editor_of(page)).text


def test_the_checklist_leads_there_too(page, order):
    assert not piece_at(order, "title").is_done
    urls = {item.key: item.url for item in checklist.ask_all(candidate_of_page(page))}
    translation = Translation.objects.get(source__object_id=page.translation_key)
    assert urls["translations-en"] == reverse("translation_work", args=[translation.pk])
