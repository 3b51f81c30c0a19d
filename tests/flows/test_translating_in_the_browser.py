"""From an order to readers in two languages, and on to a comment in a third and its answer.

The Danish is changed in between, and nobody misses it.
"""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale

from comments.actions import approve_translation, decide
from comments.models import Comment, CommentText, TextRole
from comments.states import DecisionAction
from policy.models import PolicyPage
from tests.comments.citizen import address
from tests.factories.comments import make_answer, make_hearing
from tests.factories.home import danish_home
from tests.factories.policy import chapter, edit, make_adopted, make_page, make_user, principle
from tests.flows.looking import fits
from tests.flows.staff import log_in
from translation.models import TranslationOrder

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BEFORE = "<p>Vi svarer senest fire uger efter fristen.</p>"
AFTER = "<p>Vi svarer senest tre uger efter fristen.</p>"
ARABIC = "نجيب خلال ثلاثة أسابيع."
POLISH = "Proszę odpowiadać szybciej na listy."
DANISH = "Svar hurtigere på breve."
ARABIC_ANSWER = "شكرا. سنفعل ذلك."


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
    write_in_polish(page, make_hearing(policy))
    comment = Comment.objects.get()
    translate_the_comment(page, comment)
    response = answer_in_danish(comment)
    translate_the_answer(page, response)
    read_the_thread(page, axe, comment)


def write_in_polish(page, hearing):
    """Send a comment in Polish from the Arabic side of the site, where the interface is English."""
    page.goto(address(hearing, language="ar"))
    assert page.get_by_text("Your comment", exact=True).get_attribute("lang") == "en"
    page.get_by_label("Your comment").fill(POLISH)
    page.get_by_label("The language you write in").select_option("pl")
    page.get_by_role("button", name="Send the comment").click()
    page.get_by_role("heading", name="Thank you. We have your comment.").wait_for()


def translate_the_comment(page, comment):
    """Publish it; one member of staff translates it on the screen, and a second one has read it."""
    publish = DecisionAction.PUBLISH
    decide(comment=comment, seen_version=comment.version, action=publish, by=make_user("anna"))
    page.goto(f"/admin/dialogue/comments/{comment.pk}/translations/")
    assert page.locator("blockquote").first.get_attribute("lang") == "pl"
    page.get_by_label("Oversættelse", exact=False).fill(DANISH)
    page.get_by_role("button", name="Gem, så en anden kan læse den").click()
    page.get_by_text(DANISH).wait_for()
    waiting = CommentText.objects.get(role=TextRole.UNREAD)
    approve_translation(waiting=waiting, by=make_user("bo"), seen_text=DANISH)


def answer_in_danish(comment):
    return make_answer(comment, texts={"da": "Tak. Det skal vi gøre."})


def translate_the_answer(page, response):
    page.goto(f"/admin/dialogue/answers/{response.pk}/translation/?language=ar")
    page.get_by_label("Svar", exact=False).first.fill(ARABIC_ANSWER)
    page.get_by_role("button", name="Offentliggør oversættelsen").click()
    page.wait_for_load_state()


def read_the_thread(page, axe, comment):
    """On the Arabic side the Polish is Polish, and the answer Arabic; on the Danish all is Danish."""
    page.goto(comment_address(comment, "ar"))
    assert page.locator('main [lang="pl"]', has_text=POLISH).count()
    answer = page.locator("main", has_text=ARABIC_ANSWER).get_by_text(ARABIC_ANSWER)
    assert answer.evaluate("e => e.closest('[lang]').lang") == "ar"
    axe(page)
    page.goto(comment_address(comment, "da"))
    assert page.get_by_text(DANISH).count()
    assert page.get_by_text("Kommunens oversættelse fra polsk", exact=False).count()
    page.get_by_text("Vis den oprindelige tekst på polsk").click()
    assert page.get_by_text(POLISH).evaluate("e => e.closest('[lang]').lang") == "pl"


def comment_address(comment, language):
    with translation.override(language):
        return reverse("comments:trace", args=[comment.hearing_id, comment.number])
