"""Reading a policy with a keyboard, with and without scripts, on small and on wide screens."""

import pytest

from tests.factories.policy import (
    chapter,
    edit,
    make_adopted,
    make_page,
    make_term,
    principle,
)
from tests.flows.looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STATEMENT = f"<p>Vi holder en høring.</p><p>{'Et ord til. ' * 200}</p>"
WIDE, SMALL = {"width": 1280, "height": 900}, {"width": 320, "height": 700}


@pytest.fixture
def policy():
    make_term("høring", "En frist til at svare.")
    policy = make_page(body=[chapter(), *(principle(n, statement=STATEMENT) for n in range(1, 4))])
    make_adopted(policy)
    edit(
        policy, body=[chapter(), principle(1), *(principle(n, statement=STATEMENT) for n in (2, 3))]
    )
    make_adopted(policy)
    return policy


def test_the_contents_follow_the_reader(page, policy):
    page.set_viewport_size(WIDE)
    page.goto(policy.url)
    page.locator("article.passage").nth(2).scroll_into_view_if_needed()
    page.evaluate("document.querySelectorAll('article.passage')[2].scrollIntoView()")
    current = page.locator(".toc [aria-current]")
    current.filter(has_text="Princip 3s overskrift").wait_for()
    assert current.count() == 1
    box = page.locator(".toc").bounding_box()
    assert 0 <= box["y"] < 100


def test_on_a_small_screen_the_contents_are_folded_and_open_by_keyboard(page, policy):
    page.set_viewport_size(SMALL)
    page.goto(policy.url)
    link = page.locator(".toc a").first
    assert not link.is_visible()
    page.locator(".toc summary").focus()
    page.keyboard.press("Enter")
    assert link.is_visible()
    assert fits(page)


def test_a_word_is_explained_by_keyboard_and_the_reader_comes_back_to_it(page, policy):
    page.goto(policy.url)
    term = page.locator("a.term").first
    term.focus()
    page.keyboard.press("Enter")
    shown = page.locator(".word:popover-open")
    shown.wait_for()
    assert "En frist til at svare." in shown.inner_text()
    assert page.evaluate("document.activeElement.id") == "w-1"
    page.keyboard.press("Escape")
    shown.wait_for(state="detached")
    assert term.evaluate("term => term === document.activeElement")
    assert "#" not in page.url


def test_without_scripts_a_word_is_explained_where_the_reader_is(no_script_page, policy):
    page = no_script_page
    page.goto(policy.url)
    page.locator("a.term").first.click()
    assert page.locator("#w-1").bounding_box()["y"] < page.viewport_size["height"]
    page.locator("#w-1 a").click()
    assert page.locator(".word__close").first.is_hidden()
    assert page.locator("a.term").first.is_visible()


def test_without_scripts_the_short_words_are_chosen_by_keyboard(no_script_page, policy):
    page = no_script_page
    page.goto(policy.url)
    short = page.locator(".passage__short").first
    assert not short.is_visible()
    page.locator("#reading-full").focus()
    page.keyboard.press("ArrowRight")
    assert short.is_visible()
    assert not page.locator(".passage__body .prose").first.is_visible()
    page.emulate_media(media="print")
    assert short.is_visible()


def test_a_permanent_address_is_copied_and_that_is_said(new_context, policy):
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(policy.url)
    link = page.locator("a[data-copy]").first
    link.focus()
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="Adressen er kopieret.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(link.get_attribute("href"))
    page.goto(copied)
    assert page.locator("h1").inner_text()


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["wide", "small"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_anybodys_way(new_context, axe, policy, size, scheme):
    context = new_context(viewport=size, color_scheme=scheme)
    page = context.new_page()
    page.goto(policy.url)
    page.locator("#news summary").click()
    page.locator("a.term").first.click()
    page.locator(".word:popover-open").wait_for()
    axe(page)
    for address in ("udgaver/", "ord/"):
        page.goto(policy.url + address)
        axe(page)
        assert fits(page)
