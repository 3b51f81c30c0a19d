"""The form and the receipt in every state, in both languages, at 320 and 1280 px: no barrier."""

import os
from pathlib import Path

import pytest

from comments import limits
from tests.factories.comments import close
from tests.flows.looking import fits
from tests.flows.states import LONG, at, fill_and_press, make_states

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("STATE_PICTURES", "")
ONE = (limits.Limit("test", 1, 24 * 60 * 60),)
OTHERS = [("en", 1280), ("da", 1280), ("en", 320)]


@pytest.fixture
def look(axe):
    """A function that finds no fault with a page in a state; a picture where one is wanted."""

    def check(page, state, language, width):
        axe(page)
        assert fits(page), (state, language, width)
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{state}-{language}-{width}.png", full_page=True)

    return check


# Half a minute each: all twenty states in one shape in make test, in the others in make test-long.
@pytest.mark.parametrize(
    ("language", "width"),
    [("da", 320), *(pytest.param(*each, marks=pytest.mark.long) for each in OTHERS)],
)
def test_no_state_has_a_barrier(new_context, look, monkeypatch, language, width):
    states = make_states()
    page = new_context(viewport={"width": width, "height": 900}).new_page()
    form = at(language, "form", states["open"].pk, states["code"])
    for state, secret in states["receipts"].items():
        assert page.goto(at(language, "receipt", secret)).status == 200
        look(page, f"receipt-{state}", language, width)
    page.goto(at(language, "find"))
    look(page, "find-empty", language, width)
    page.locator("[name=code]").fill("x" * 32)
    with page.expect_navigation():
        page.locator("form.form button").click()
    look(page, "find-wrong", language, width)
    page.goto(form)
    look(page, "form-empty", language, width)
    fill_and_press(page, "send", text="", email="ingen adresse", name="n" * 200)
    look(page, "form-error", language, width)
    page.goto(form)
    fill_and_press(page, "preview", text=LONG, proposal=LONG)
    look(page, "form-long-preview", language, width)
    page.goto(form)
    fill_and_press(page, "send", text=LONG * 3)
    look(page, "form-too-long", language, width)
    monkeypatch.setattr(limits, "SENDING", ONE)
    page.goto(form)
    fill_and_press(page, "send", text="De første ord.")
    page.goto(form)
    fill_and_press(page, "send", text=LONG, proposal="Et forslag")
    assert page.locator("[name=text]").input_value().startswith("Donau")
    look(page, "form-too-often", language, width)
    page.goto(at(language, "form_whole", states["closed"].pk))
    look(page, "form-closed", language, width)
    page.goto(form)
    close(states["open"])
    fill_and_press(page, "send", text=LONG)
    look(page, "form-closed-meanwhile", language, width)
