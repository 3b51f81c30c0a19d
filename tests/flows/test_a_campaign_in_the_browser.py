"""A campaign of the same letter is decided about in four clicks, at any width and without a barrier."""

import pytest

from comments.actions import sort_alike
from comments.models import Comment
from tests.factories.comments import make_hearing, make_reason, send
from tests.flows.looking import fits, spills
from tests.flows.staff import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WAGTAILS = ("region", "landmark-unique", "aria-allowed-role")
LETTER = (
    "Vi vil bevare svømmehallen i Vesterby. Den er for børn og gamle, og der er ikke en anden inden "
    "for ti kilometer. Lad borgerne være med, før I beslutter noget."
)


@pytest.fixture
def campaign():
    hearing = make_hearing()
    make_reason()
    texts = [LETTER] * 12 + [LETTER.replace("gamle", "ældre mennesker"), "Svar hurtigere."]
    comments = [send(hearing, text=text).comment for text in texts]
    sort_alike()
    return comments


def test_eight_of_which_one_has_a_number_to_call_take_one_key(page, axe):
    hearing = make_hearing()
    texts = [LETTER] * 5 + [f"{LETTER} Det er kun rimeligt.", f"Hej. {LETTER}"]
    texts += [f"{LETTER} Ring til mig på 20 12 34 56.", "Svar hurtigere."]
    comments = [send(hearing, text=text).comment for text in texts]
    sort_alike()
    log_in(page, "moderator")
    page.goto(f"/admin/dialogue/comments/{comments[0].pk}/")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert spills(page) == []
        axe(page, disabled=WAGTAILS)
    assert page.locator(".queue-together input:checked").count() == 6
    with page.expect_navigation():
        page.keyboard.press("o")
    statuses = Comment.objects.order_by("pk").values_list("status", flat=True)
    assert list(statuses) == ["published"] * 7 + ["pending"] * 2
    assert "7 bemærkninger" in page.locator("#undo").inner_text()


def test_twelve_identical_comments_are_published_together(page, campaign, axe):
    log_in(page, "moderator")
    page.goto(f"/admin/dialogue/comments/{campaign[0].pk}/")
    with page.expect_navigation():
        page.keyboard.press("e")
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page)
        axe(page, disabled=WAGTAILS)
    with page.expect_navigation():
        page.get_by_role("button", name="Offentliggør de valgte").click()
    with page.expect_navigation():
        page.locator("main form[method=post] button[type=submit]").click()
    assert Comment.objects.public().count() == 12
    assert Comment.objects.undecided().count() == 2
    assert "12 bemærkninger" in page.locator(".messages").inner_text()
    # The next one that waits has come.
    following = Comment.objects.undecided().order_by("pk").first()
    assert page.url.endswith(f"/comments/{following.pk}/")
