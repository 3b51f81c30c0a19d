"""The comparison in a browser: no barrier, no sideways scroll, and a filter that needs no script."""

import pytest

from tests.factories.policy import chapter, edit, make_adopted, make_page, principle
from tests.flows.looking import fits, half

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def address():
    """The address of a comparison with reworded, moved, removed and unchanged passages."""
    page = make_page(principles=5)
    make_adopted(page)
    reworded = principle(2, statement="<p>Vi holder helt fast i sag 2.</p>", questions=["1", "2"])
    edit(page, body=[chapter(), principle(4), principle(1), reworded, principle(3)])
    make_adopted(page)
    return f"{page.url}sammenlign/1/2/"


@pytest.mark.parametrize(
    ("scheme", "width"), half(("dark", 320), ("light", 1280), ("light", 320), ("dark", 1280))
)
def test_a_comparison_has_no_barrier(address, new_context, axe, width, scheme):
    context = new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for shown in (address, address.removesuffix("1/2/")):
        assert page.goto(shown).status == 200
        axe(page)
        assert fits(page)
    assert not context.cookies()


def test_one_kind_of_change_is_shown_by_the_keyboard_alone_without_script(address, no_script_page):
    page = no_script_page
    page.goto(address)
    page.locator("#kind-all").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".change--reworded").is_visible()
    assert not page.locator(".change--removed").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".change--removed").is_visible()


def test_two_editions_are_chosen_without_script(address, no_script_page):
    page = no_script_page
    page.goto(address.removesuffix("1/2/"))
    page.get_by_label("Den ældste udgave").select_option("2")
    page.get_by_label("Den nyeste udgave").select_option("1")
    page.get_by_role("button", name="Sammenlign").click()
    page.wait_for_url(f"**{address}")
