"""Fifty comments moderated by keyboard alone, as a working day has them; every key is counted."""

import pytest

from comments.models import Comment, Decision
from tests.factories.comments import make_hearing, make_reason, send
from tests.flows.staff import log_in, make_staff

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CAMPAIGN = "Bevar boldbanen ved Møllevej. Den er det eneste sted, hvor børnene kan løbe frit."
CPR = "Ring til mig, mit CPR-nummer er 010190-1234."
MOST_KEYS = 0.6  # a comment, on average; docs/vejledning-moderator.md tells the number


class Keys:
    """A keyboard that counts."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def press(self, *keys) -> None:
        """Press keys that each lead to a page, and wait for it."""
        for key in keys:
            with self.page.expect_navigation():
                self.type(key)

    def type(self, key) -> None:
        self.pressed += 1
        self.page.keyboard.press(key)


@pytest.fixture
def fifty():
    """Fifty that wait: ten things of one's own, a CPR number, an advertisement, a campaign of thirty…"""
    hearing = make_hearing()
    make_reason()
    texts = [f"Sag {n}: skriv, hvem der svarer på spørgsmål nummer {n * 7}." for n in range(14)]
    texts += [CPR, "Køb billige solbriller på nettet!"]
    texts += [CAMPAIGN] * 30
    texts += [f"Forslag {n}: byg {n + 3} bænke langs stien ved åen." for n in range(4)]
    return [send(hearing, text=text).comment for text in texts]


def test_fifty_comments_are_moderated_by_keyboard_alone(page, fifty):
    make_staff("administrator")  # the first person in the list of those who can take one
    log_in(page, "moderator")
    page.goto("/admin/dialogue/begin/")
    keys = Keys(page)
    keys.press(*"o" * 13)
    keys.press("n", "f", "o")  # the fourteenth: looked ahead, and came back to it
    keys.press("o")  # without the number
    keys.press("v", "1")
    keys.press("o", "o")  # thirty that say the same: each with those that stand beside it
    keys.press("t", "1", "o", "o", "o", "o")
    states = list(Comment.objects.order_by("pk").values_list("status", flat=True))
    assert states == ["published"] * 15 + ["rejected"] + ["published"] * 34
    assert Decision.objects.filter(action="undo").count() == 0
    assert "010190" not in fifty[14].texts.get(role="redacted").text
    assert keys.pressed / len(fifty) <= MOST_KEYS, keys.pressed


def test_a_wrong_key_is_taken_back_with_one(page, fifty):
    log_in(page, "moderator")
    page.goto(f"/admin/dialogue/comments/{fifty[0].pk}/")
    keys = Keys(page)
    keys.press("v", "1", "z")
    assert Comment.objects.get(pk=fifty[0].pk).status == "pending"
    assert "Bemærkning 1 til" in page.locator(":focus").inner_text()


def test_ticks_outlive_the_next_page_and_lead_to_one_decision(page, fifty):
    log_in(page, "moderator")
    page.goto("/admin/dialogue/begin/")
    keys = Keys(page)
    keys.type("x")
    keys.press("n")
    keys.press("n")
    keys.type("x")
    bar = page.locator("[data-bulk-action-footer]")
    assert "2" in bar.locator("[data-bulk-action-num-objects]").inner_text()
    with page.expect_navigation():
        bar.get_by_role("link", name="Offentliggør").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Offentliggør").click()
    numbers = Comment.objects.filter(status="published").values_list("number", flat=True)
    assert sorted(numbers) == [fifty[0].number, fifty[2].number]
    assert page.locator("[data-bulk-action-checkbox]:checked").count() == 0


def test_a_narrow_screen_has_the_list_or_the_comment(new_context, fifty):
    page = new_context(viewport={"width": 320, "height": 800}).new_page()
    log_in(page, "moderator")
    page.goto("/admin/dialogue/begin/?source=form")
    assert not page.locator(".rooms-list").is_visible()
    page.get_by_role("link", name="Til køen").click()
    page.wait_for_url("**/snippets/comments/comment/?source=form")
    assert page.get_by_role("link", name="Begynd med den ældste af dem").is_visible()


def test_without_scripts_the_list_leads_from_one_to_another(no_script_page, fifty):
    page = no_script_page
    log_in(page, "moderator")
    page.goto("/admin/dialogue/begin/")
    page.locator(".rooms-rows a").nth(2).click()
    page.get_by_role("button", name="Offentliggør").first.click()
    assert Comment.objects.get(pk=fifty[2].pk).status == "published"
    assert page.locator("h2#number").inner_text().startswith("Bemærkning 4 ")
