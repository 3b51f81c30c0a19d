"""Rows 87, 88 and 90: what went wrong, and what went well, reaches eyes, ears and keyboards alike."""

import pytest

from comments import limits
from tests.factories.comments import close
from tests.flows.looking import half
from tests.flows.states import at, fill_and_press, make_states

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BROWSERS_AND_LANGUAGES = pytest.mark.parametrize(
    ("kind", "language"),
    half(("page", "en"), ("no_script_page", "da"), ("page", "da"), ("no_script_page", "en")),
)
BROWSERS = pytest.mark.parametrize("kind", ["page", "no_script_page"])
WORDS = {"da": ("Fejl:", "Modtaget"), "en": ("Error:", "Received")}


@pytest.fixture
def states():
    return make_states()


def is_focused(page, selector) -> bool:
    """Ask the browser, not a script of the page's: it also works where those are off."""
    return page.locator(f"{selector}:focus").count() == 1


def described_by(page, field) -> str:
    """Return the words that are read out with a field."""
    ids = page.locator(f"[name={field}]").get_attribute("aria-describedby").split()
    return " ".join(page.locator(f"#{found}").inner_text() for found in ids)


@BROWSERS_AND_LANGUAGES
def test_row_87_an_error_has_the_focus_leads_to_its_field_and_keeps_the_words(
    request, kind, states, language
):
    page = request.getfixturevalue(kind)
    page.goto(at(language, "form", states["open"].pk, states["code"]))
    fill_and_press(page, "send", text="", email="ingen adresse", proposal="Et forslag", name="Bo")
    assert page.title().startswith(WORDS[language][0])
    assert is_focused(page, "[role=alert]")
    for name in ("text", "email"):
        field, link = page.locator(f"[name={name}]"), page.locator(f".summary a[href='#f-{name}']")
        assert field.get_attribute("aria-invalid") == "true"
        assert link.inner_text().strip() in described_by(page, name)
        link.press("Enter")
        assert is_focused(page, f"#f-{name}"), name
    assert page.locator("[name=proposal]").get_attribute("aria-invalid") is None
    assert page.input_value("[name=email]") == "ingen adresse"
    assert page.input_value("[name=proposal]") == "Et forslag"
    assert page.input_value("[name=name]") == "Bo"


@BROWSERS
def test_row_87_a_hearing_that_closed_meanwhile_says_so_first_and_gives_the_words_back(
    request, kind, states
):
    page = request.getfixturevalue(kind)
    page.goto(at("da", "form", states["open"].pk, states["code"]))
    close(states["open"])
    fill_and_press(page, "send", text="Mine ord.")
    assert page.title().startswith("Fejl:")
    assert is_focused(page, "[role=alert]")
    assert page.locator("textarea[readonly]").input_value() == "Mine ord."


@BROWSERS_AND_LANGUAGES
def test_row_90_who_sends_too_often_reads_when_to_come_back_and_other_ways(
    request, kind, states, monkeypatch, language
):
    monkeypatch.setattr(limits, "SENDING", (limits.Limit("test", 1, 24 * 60 * 60),))
    page = request.getfixturevalue(kind)
    for text in ("De første.", "Mine ord."):
        page.goto(at(language, "form", states["open"].pk, states["code"]))
        fill_and_press(page, "send", text=text)
    assert page.title().startswith(WORDS[language][0])
    assert is_focused(page, "[role=alert]")
    assert page.locator("[role=alert] time").count() == 1
    assert page.locator("main a[href='mailto:post@viby.example']").count() == 1
    assert page.locator("main a[href^='tel:']").count() == 1
    assert page.input_value("[name=text]") == "Mine ord."
    assert "429" not in page.inner_text("main")


@BROWSERS_AND_LANGUAGES
def test_row_88_what_was_sent_is_said_with_its_number_and_stays_said(
    request, kind, states, language
):
    page = request.getfixturevalue(kind)
    page.goto(at(language, "form", states["open"].pk, states["code"]))
    fill_and_press(page, "send", text="Mine ord.")
    for _time in range(2):
        said = page.locator("main [role=status]").inner_text()
        assert said.startswith(WORDS[language][1])
        assert "10" in said  # the number: nine were there before
        page.reload()
