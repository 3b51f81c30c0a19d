"""A draft survives a reload on the reader's own device: the words alone, and only if she lets it."""

import json

import pytest

from tests.comments.citizen import address
from tests.factories.comments import make_hearing
from tests.factories.policy import make_adopted, make_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "Svar hurtigere på breve."
SAVED = "Kladden er gemt på denne enhed."


@pytest.fixture
def form():
    policy = make_page()
    make_adopted(policy)
    return address(make_hearing(policy))


def kept(page) -> dict:
    return {
        key: value
        for key, value in json.loads(page.evaluate("JSON.stringify(localStorage)")).items()
        if key.startswith("draft:")
    }


def write(page, form):
    page.goto(form)
    page.get_by_label("Din bemærkning").fill(WORDS)
    page.get_by_text(SAVED).wait_for()


def test_without_script_nothing_is_said_of_drafts(no_script_page, form):
    no_script_page.goto(form)
    assert not no_script_page.locator("[data-draft]").is_visible()


def test_a_reload_gives_the_words_back_and_neither_name_nor_address_is_kept(page, form, axe):
    page.goto(form)
    assert kept(page) == {}
    page.locator("[name=name]").fill("Anna And")
    page.get_by_label("Din e-mail").fill("anna@viby.example")
    write_only = page.get_by_label("Din bemærkning")
    write_only.fill(WORDS)
    page.get_by_text(SAVED).wait_for()
    axe(page)
    assert list(kept(page)) == [f"draft:{form}"]
    assert not any(word in str(kept(page)) for word in ("Anna", "anna"))
    page.reload()
    page.get_by_text("Her er din kladde").wait_for()
    assert page.get_by_label("Din bemærkning").input_value() == WORDS
    assert page.context.cookies() == []


def test_the_receipt_takes_the_draft_away_and_leaves_the_others(page, form):
    other = form.replace("/bemaerk/", "/bemaerk/x")
    page.goto(form)
    page.evaluate(
        "k => localStorage.setItem(k, JSON.stringify({words: ['x'], at: Date.now()}))",
        f"draft:{other}",
    )
    write(page, form)
    page.get_by_role("button", name="Se det, før du sender").click()
    page.get_by_role("button", name="Send", exact=True).click()
    page.wait_for_url("**/kvittering/**")
    page.wait_for_function("k => !localStorage.getItem(k)", arg=f"draft:{form}")
    assert list(kept(page)) == [f"draft:{other}"]
    page.goto(form)
    assert page.get_by_label("Din bemærkning").input_value() == ""


def test_words_that_came_back_with_an_error_are_not_replaced_by_the_draft(page, form):
    write(page, form)
    page.get_by_label("Din e-mail").fill("ikke en adresse")
    page.get_by_label("Din bemærkning").fill("Nyere ord.")
    page.get_by_role("button", name="Send bemærkningen").click()
    page.locator(".summary").wait_for()
    assert page.get_by_label("Din bemærkning").input_value() == "Nyere ord."


def test_deleting_leaves_nothing_on_the_device(page, form):
    write(page, form)
    page.get_by_role("button", name="Slet kladden").click()
    page.get_by_text("Kladden er slettet").wait_for()
    assert kept(page) == {}
    page.reload()
    assert page.get_by_label("Din bemærkning").input_value() == ""


def test_who_says_no_has_nothing_kept_on_this_form_or_another(page, form):
    write(page, form)
    page.get_by_label("Gem en kladde på denne enhed").uncheck()
    page.get_by_label("Din bemærkning").fill(WORDS * 2)
    assert kept(page) == {}
    page.goto(form.rsplit("/", 2)[0] + "/")
    page.get_by_label("Din bemærkning").fill(WORDS)
    assert not page.get_by_label("Gem en kladde på denne enhed").is_checked()
    assert kept(page) == {}


def test_an_old_draft_and_one_that_can_not_be_read_are_thrown_away(page, form):
    page.goto(form)
    page.evaluate("localStorage.setItem('draft:/old/', JSON.stringify({words: ['x'], at: 1}))")
    page.evaluate("k => localStorage.setItem(k, '{')", f"draft:{form}")
    page.reload()
    page.locator("[data-draft]").wait_for()
    assert kept(page) == {}
    assert page.get_by_label("Din bemærkning").input_value() == ""


def test_a_browser_that_keeps_nothing_has_the_form_all_the_same(new_context, form):
    context = new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw 1 }})")
    page = context.new_page()
    faults = []
    page.on("pageerror", lambda fault: faults.append(fault))
    page.goto(form)
    page.get_by_label("Din bemærkning").fill(WORDS)
    assert not page.locator("[data-draft]").is_visible()
    assert faults == []
