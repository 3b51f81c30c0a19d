"""A citizen without script looks at her comment, corrects it and sends it; nothing is in her way."""

import pytest

from comments.models import Comment
from tests.comments.citizen import address
from tests.factories.comments import make_hearing
from tests.flows.looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.long)])
def test_she_is_warned_corrects_and_sends(no_script_page, live_server, width):
    page = no_script_page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(live_server.url + address(make_hearing()))
    page.get_by_label("Din bemærkning").fill("Mit nummer er 010190-1234.")
    page.get_by_label("Dit forslag til andre ord").fill("Vi svarer inden tre uger.")
    page.get_by_role("button", name="Send bemærkningen").click()
    page.get_by_role("heading", name="Gennemse din bemærkning").wait_for()
    assert "010190-1234" in page.locator("mark").inner_text()
    assert not Comment.objects.exists()
    page.get_by_role("button", name="Ret").click()
    page.get_by_label("Din bemærkning").fill("Svar hurtigere.")
    page.get_by_role("button", name="Se det, før du sender").click()
    assert page.locator("mark").count() == 0
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("heading", name="Tak. Vi har din bemærkning.").wait_for()
    assert Comment.objects.get().texts.get(role="original").text == "Svar hurtigere."


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.long)])
def test_the_preview_has_no_barrier_and_fits(page, axe, live_server, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(live_server.url + address(make_hearing()))
    page.get_by_label("Din bemærkning").fill(f"CPR 010190-1234 {'x' * 300}")
    page.get_by_role("button", name="Se det, før du sender").click()
    page.get_by_role("heading", name="Gennemse din bemærkning").wait_for()
    axe(page)
    assert fits(page)
