"""A citizen sends files along, without script and on a small screen; staff approve one of them."""

import pytest

from comments.models import Attachment, Comment
from tests.comments.citizen import address
from tests.factories.comments import make_hearing
from tests.factories.files import pdf, picture
from tests.flows.looking import fits
from tests.flows.staff import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHOTO = {"name": "Stien ved skolen.jpg", "mimeType": "image/jpeg", "buffer": picture()}
LETTER = {"name": f"{'Brev' * 25}.pdf", "mimeType": "application/pdf", "buffer": pdf()}
DRAWING = {"name": "tegning.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"}


def choose(page, *files):
    page.get_by_label("Filer").set_input_files(list(files))


def test_she_sends_files_without_script_on_a_small_screen(no_script_page, live_server):
    page = no_script_page
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(live_server.url + address(make_hearing()))
    page.get_by_label("Din bemærkning").fill("Stien er for smal.")
    choose(page, PHOTO, DRAWING)
    page.get_by_role("button", name="Se det, før du sender").click()
    page.get_by_role("alert").get_by_role("link", name="tegning.svg").wait_for()
    assert fits(page)
    assert page.get_by_label("Din bemærkning").input_value() == "Stien er for smal."
    choose(page, LETTER)
    page.get_by_role("button", name="Se det, før du sender").click()
    page.get_by_role("heading", name="Gennemse din bemærkning").wait_for()
    assert fits(page)
    page.get_by_role("checkbox", name="BrevBrev").check()
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("heading", name="Tak. Vi har din bemærkning.").wait_for()
    assert page.get_by_text("venter på at blive set").count() == 1
    assert fits(page)
    assert Attachment.objects.get().name == PHOTO["name"]


def test_every_state_of_the_form_is_free_of_barriers(page, axe, live_server):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(live_server.url + address(make_hearing()))
    axe(page)
    page.get_by_label("Din bemærkning").fill("Stien er for smal.")
    choose(page, PHOTO, LETTER, DRAWING)
    page.get_by_role("button", name="Se det, før du sender").click()
    page.get_by_role("alert").wait_for()
    axe(page)
    page.get_by_role("button", name="Se det, før du sender").click()
    page.get_by_role("heading", name="Gennemse din bemærkning").wait_for()
    axe(page)
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("heading", name="Tak. Vi har din bemærkning.").wait_for()
    axe(page)


def test_a_moderator_shows_one_file_with_the_comment(page, axe, new_context, live_server):
    make_sent(page, live_server)
    comment = Comment.objects.get()
    staff = new_context(base_url=live_server.url).new_page()
    log_in(staff, "moderator")
    staff.goto(f"/admin/dialogue/comments/{comment.pk}/")
    staff.get_by_role("listitem").filter(has_text="Stien").get_by_role("checkbox").check()
    staff.get_by_role("button", name="Offentliggør").first.click()
    staff.wait_for_load_state()
    page.reload()
    page.get_by_role("link", name=PHOTO["name"]).wait_for()
    assert page.get_by_text("vises ikke").count() == 1
    page.get_by_role("link", name="Se den på siden").click()
    page.get_by_role("link", name=PHOTO["name"]).wait_for()
    axe(page)


def make_sent(page, live_server) -> None:
    """Send a comment with two files."""
    page.goto(live_server.url + address(make_hearing()))
    page.get_by_label("Din bemærkning").fill("Stien er for smal.")
    choose(page, PHOTO, LETTER)
    page.get_by_role("button", name="Send bemærkningen").click()
    page.get_by_role("heading", name="Tak. Vi har din bemærkning.").wait_for()
