"""An order in Arabic that waits to be read through, in light and dark: it is read, and nothing spills."""

import pytest

from tests.factories.orders import make_order, make_ready, translate
from tests.factories.policy import make_page, make_user
from tests.flows.looking import WIDTHS_AND_SCHEMES, spills
from tests.flows.staff import log_in
from translation.desk.pieces import pieces_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ARABIC = "نجيب خلال ثلاثة أسابيع (Viby Kommune)، وإلا نقول لماذا."


@pytest.fixture
def order():
    """An order that somebody else handed in, with a note and a deadline."""
    order = make_order(
        make_page(principles=2), "ar", by=make_user("anna"), note="Kig på (ordlisten)."
    )
    for piece in pieces_of(order):
        translate(order, piece, ARABIC)
    return make_ready(order, make_user("salma"))


@pytest.mark.parametrize(("width", "scheme"), WIDTHS_AND_SCHEMES)
def test_it_is_read_corrected_and_approved(page, axe, order, width, scheme):
    log_in(page, "administrator")
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"/admin/translation/orders/{order.pk}/")
    assert page.locator("#text").evaluate("e => getComputedStyle(e).direction") == "rtl"
    axe(page, include=".desk")
    assert not spills(page)
    page.locator("#text").fill(ARABIC + " .")
    page.keyboard.press("Control+Enter")
    page.get_by_text("Gemt: ").wait_for()
    page.get_by_role("button", name="Godkend").click()
    page.get_by_text("Godkendt").first.wait_for()
    axe(page, include=".desk")
    assert not spills(page)
