"""From an order to a translation that readers get: the Danish is changed in between, and nobody misses it."""

import pytest
from wagtail.models import Locale

from policy.models import PolicyPage
from tests.factories.home import danish_home
from tests.factories.policy import chapter, edit, make_adopted, make_page, principle
from tests.flows.looking import fits
from tests.flows.staff import log_in
from translation.models import TranslationOrder

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BEFORE = "<p>Vi svarer senest fire uger efter fristen.</p>"
AFTER = "<p>Vi svarer senest tre uger efter fristen.</p>"
ARABIC = "نجيب خلال ثلاثة أسابيع."


def body(statement):
    fields = {"why": "", "citizens_can_expect": "", "we_expect_of_citizens": "", "promises": []}
    return [chapter(), principle(1, statement=statement, plain="", **fields)]


@pytest.fixture
def policy():
    """A page that is marked ready, and homes in English and Arabic that can be visited."""
    page = make_page(body=body(BEFORE))
    for code in ("en", "ar"):
        locale, _made = Locale.objects.get_or_create(language_code=code)
        if not PolicyPage.objects.filter(locale=locale).exists():
            home = danish_home().copy_for_translation(locale)
            home.save_revision().publish()
    return page


def order_in_two_languages(page, policy):
    page.goto(f"/admin/translation/{policy.pk}/order/")
    page.get_by_label("Engelsk").check()
    page.get_by_label("Arabisk").check()
    page.get_by_role("button", name="Bestil", exact=True).click()
    page.get_by_text("2 oversættelser er bestilt.").wait_for()


def translate_what_is_left(page, order, words):
    """Write each text and save it by keyboard alone, until none is left."""
    page.goto(f"/admin/translation/orders/{order.pk}/")
    while not page.get_by_role("button", name="Send til gennemlæsning").count():
        page.locator("#text").fill(words)
        with page.expect_navigation():
            page.keyboard.press("Control+Enter")


def mark_ready(policy, statement):
    edit(policy, body=body(statement)).get_latest_revision().publish()


def see_the_difference(page, order):
    page.goto(f"/admin/translation/orders/{order.pk}/?show=changed")
    assert page.locator("del", has_text="fire").count() == 1
    assert page.locator("ins", has_text="tre").count() == 1
    assert page.get_by_role("button", name="Send til gennemlæsning").count() == 0


def approve_and_publish(page, order):
    page.goto(f"/admin/translation/orders/{order.pk}/")
    page.get_by_role("button", name="Send til gennemlæsning").click()
    page.get_by_role("button", name="Godkend").click()
    page.get_by_role("button", name="Offentliggør og frys").click()
    page.get_by_text("Oversættelsen er offentlig").wait_for()


def test_ordered_translated_changed_meanwhile_and_read_in_two_languages(page, axe, policy):
    log_in(page, "administrator")
    order_in_two_languages(page, policy)
    english = TranslationOrder.objects.get(locale__language_code="en")
    arabic = TranslationOrder.objects.get(locale__language_code="ar")
    translate_what_is_left(page, english, "We answer.")
    translate_what_is_left(page, arabic, "نجيب.")
    mark_ready(policy, AFTER)
    page.goto(f"/admin/pages/{policy.pk}/edit/")
    assert page.get_by_text(": ikke ajour.").count() == 2
    see_the_difference(page, arabic)
    axe(page, disabled=["color-contrast"], include=".desk")
    assert page.locator("#text").evaluate("e => getComputedStyle(e).direction") == "rtl"
    translate_what_is_left(page, arabic, ARABIC)
    translate_what_is_left(page, english, "We answer within three weeks.")
    make_adopted(policy)
    approve_and_publish(page, english)
    approve_and_publish(page, arabic)
    for order, words in ((english, "We answer within three weeks."), (arabic, ARABIC)):
        read = PolicyPage.objects.get(translation_key=policy.translation_key, locale=order.locale)
        page.goto(read.url)
        assert words in page.inner_text("main")
        assert fits(page)
    assert page.locator("html").get_attribute("dir") == "rtl"
    axe(page)
