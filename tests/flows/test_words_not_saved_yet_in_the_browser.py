"""Leaving words that are not saved asks first; what is saved is left without a word."""

import pytest
from django.urls import reverse

from comments.models import Response
from tests.factories.comments import make_comment, make_hearing, wordings_of
from tests.flows.staff import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "Tak for dit forslag. Vi svarer inden tre uger."


@pytest.fixture
def asked(page):
    """The questions that the browser asked; each is answered with "stay"."""
    found = []

    def stay(dialog):
        found.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    return found


# Wagtail looks for changes from two seconds after the page has come, and then twice a second.
WATCHED = "document.addEventListener('w-unsaved:watch-edits', () => { window.watched = true })"
EDITED = "form[data-w-unsaved-has-edits-value='true']"


@pytest.fixture
def answering(page):
    page.add_init_script(WATCHED)
    comment = make_comment(make_hearing())
    log_in(page, "editor")
    address = reverse("comments_new_answer", args=[comment.hearing_id])
    page.goto(f"{address}?c={comment.pk}")
    page.wait_for_function("() => window.watched")
    return page


def leave(page) -> None:
    """Go somewhere else by a link, as a person does."""
    page.locator("a[href='/admin/']").first.evaluate("link => link.click()")


def write(page) -> None:
    page.locator("[name=text_da]").click()
    page.keyboard.type(WORDS)
    page.locator(EDITED).wait_for()


def test_an_answer_that_nobody_touched_is_left_without_a_question(answering, asked):
    leave(answering)
    answering.wait_for_url("**/admin/")
    assert asked == []


def test_words_that_are_not_saved_are_not_lost_by_a_link(answering, asked):
    write(answering)
    leave(answering)
    assert asked == ["beforeunload"]
    assert answering.input_value("[name=text_da]") == WORDS


def test_words_that_were_refused_are_not_lost_either(answering, asked):
    write(answering)
    with answering.expect_navigation():
        answering.keyboard.press("Control+Enter")
    assert "Svaret er ikke gemt endnu" in answering.locator("[role=alert]").inner_text()
    answering.locator("[name=text_da]").click()  # A browser asks only whoever touched the page.
    answering.locator(EDITED).wait_for()
    leave(answering)
    assert asked == ["beforeunload"]
    assert answering.input_value("[name=text_da]") == WORDS


def test_what_is_saved_is_left_without_a_question(answering, asked):
    answering.get_by_label("Delvist ændret").first.check()
    answering.fill("[name=signed_by]", "Byrådssekretariatet")
    write(answering)
    with answering.expect_navigation():
        answering.keyboard.press("Control+s")
    assert Response.objects.count() == 1
    leave(answering)
    answering.wait_for_url("**/admin/")
    assert asked == []


def test_saving_one_remark_of_a_report_does_not_lose_another(page, asked):
    hearing = make_hearing()
    for wording in wordings_of(hearing)[:2]:
        make_comment(hearing, wording=wording)
    page.add_init_script(WATCHED)
    log_in(page, "editor")
    page.goto(reverse("comments_hearing_report", args=[hearing.pk]))
    page.wait_for_function("() => window.watched")
    remarks = page.locator("[name=remark_da]")
    for number in (0, 1):
        remarks.nth(number).click()
        page.keyboard.type(WORDS)
    page.locator(EDITED).nth(1).wait_for()
    with page.expect_event("dialog"):
        page.locator("button[name=write]").first.click()
    assert asked == ["beforeunload"]
    assert remarks.nth(1).input_value() == WORDS
