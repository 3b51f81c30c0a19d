"""The queue in a browser: five comments moderated by keyboard alone; no barrier, at any width."""

import pytest

from comments.models import Comment, Decision
from tests.factories.comments import make_comment, make_hearing, make_reason, send
from tests.flows.looking import fits, half
from tests.flows.staff import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
QUEUE = "/admin/snippets/comments/comment/?status=appealed&status=held&status=pending"
# Wagtail's own faults, on every page of the admin.
WAGTAILS = ("region", "landmark-unique", "aria-allowed-role")
CPR = "Mit CPR-nummer er 010190-1234."


@pytest.fixture
def comments():
    """Five that wait, to be decided in five ways, and what the pages need to be full."""
    hearing = make_hearing()
    make_reason()
    texts = ["Svar hurtigere.", "Køb solbriller!", CPR, "Jens larmer om natten.", "Skriv det om."]
    return [send(hearing, text=text).comment for text in texts]


def states() -> list[str]:
    return list(Comment.objects.order_by("pk").values_list("status", flat=True))


def press(page, *keys) -> None:
    """Press keys one after another, each on the page that the one before led to."""
    for key in keys:
        with page.expect_navigation():
            page.keyboard.press(key)


@pytest.mark.long
def test_five_comments_are_moderated_by_keyboard_alone(page, comments):
    log_in(page, "moderator")
    page.goto("/admin/")
    page.get_by_role("link", name="Begynd med den ældste").focus()
    press(page, "Enter")
    assert "Bemærkning 1 til" in page.locator(":focus").inner_text()
    press(page, "o", "v", "1", "o", "k")
    page.keyboard.press("Control+Home")
    for _letter in "Jens":
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Control+b")
    assert page.locator("#shortened").input_value() == "[udeladt] larmer om natten."
    press(page, "Control+Enter")
    press(page, "t", "1", "o")
    assert states() == ["published", "rejected", "published", "published", "published"]
    assert list(Decision.objects.filter(action="reject").values_list("reason", flat=True)) == [
        "off_topic"
    ]
    shown = [text.text for text in comments[2].texts.public()]
    assert shown == ["Mit CPR-nummer er [CPR-nummer]."]
    assert page.url.endswith(QUEUE)


def test_a_key_does_nothing_while_one_writes(page, comments):
    log_in(page, "moderator")
    page.goto(f"/admin/dialogue/comments/{comments[0].pk}/")
    page.get_by_text("Skriv en note").click()
    page.locator("#note").fill("")
    page.locator("#note").press_sequentially("ovn")
    assert page.locator("#note").input_value() == "ovn"
    assert states() == ["pending", "pending", "held", "pending", "pending"]


def test_without_scripts_everything_is_there(no_script_page, comments):
    page = no_script_page
    log_in(page, "moderator")
    page.goto(f"/admin/dialogue/comments/{comments[0].pk}/")
    page.get_by_role("link", name="Afvis").click()
    page.get_by_role("button", name="Uden for emnet").click()
    page.get_by_role("button", name="Offentliggør").first.click()
    assert states()[:2] == ["rejected", "published"]


def test_the_second_moderator_reads_who_was_first(new_context, comments):
    one, two = (context.new_page() for context in (new_context(), new_context()))
    log_in(one, "moderator")
    log_in(two, "administrator")
    for page in (one, two):
        page.goto(f"/admin/dialogue/comments/{comments[0].pk}/")
    press(one, "o")
    press(two, "o")
    said = two.locator(".messages").inner_text()
    assert "moderator" in said
    assert "Din afgørelse er ikke gemt" in said
    assert Decision.objects.filter(comment=comments[0], action="publish").count() == 1


@pytest.mark.parametrize(("width", "scheme"), half((320, "dark"), (1280, "light")))
def test_the_desk_has_no_barrier_and_fits_a_narrow_screen(
    new_context, axe, comments, width, scheme
):
    viewport = {"width": width, "height": 900}
    page = new_context(color_scheme=scheme, viewport=viewport).new_page()
    log_in(page, "moderator")
    make_comment(comments[0].hearing)
    here = f"/admin/dialogue/comments/{comments[2].pk}/"
    steps = [f"{here}?step={step}" for step in ("reject", "shorten", "assign", "anyway")]
    for address in ("/admin/", f"{QUEUE}&flag=cpr", here, *steps):
        page.goto(address)
        axe(page, disabled=WAGTAILS)
        assert fits(page), address
