"""Searching in a browser: by keyboard, without script, in any direction, on any screen."""

import pytest
from django.core.cache import cache
from wagtail.models import Locale

from comments.models import Comment
from search import queue
from tests.factories.comments import make_comment, make_hearing
from tests.factories.home import danish_home, make_english_home
from tests.factories.policy import edit, make_adopted, make_page, principle
from tests.flows.looking import fits, half

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Where a text's first letter and its full stop are drawn: the left edges, in pixels.
ENDS = """element => {
  const letters = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  const words = letters.data.trim(), start = letters.data.indexOf(words), range = new Range();
  return [start, start + words.length - 1].map(at => {
    range.setStart(letters, at); range.setEnd(letters, at + 1);
    return range.getBoundingClientRect().left;
  });
}"""


def make_dialogue():
    """A policy in force, a hearing about its next edition, and comments in two scripts."""
    cache.clear()
    page = make_page(body=[principle(1, heading="Fristen for svar"), principle(2)])
    make_adopted(page)
    edit(page, [principle(1, heading="Fristen for et svar"), principle(2)])
    hearing = make_hearing(page)
    for number in range(7):
        make_comment(hearing, text=f"Fristen er for kort, nummer {number}")
    make_comment(hearing, text="المهلة قصيرة", language="ar")
    while queue.drain():
        pass
    return page


def test_suggestions_are_taken_by_keyboard(page, live_server):
    make_dialogue()
    page.goto(f"{live_server.url}/da/soeg/")
    field = page.get_by_role("combobox", name="Søg i politikken og dialogen")
    field.focus()
    page.keyboard.type("fris")
    page.get_by_role("option", name="Fristen for svar").wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    page.keyboard.type("t")
    page.get_by_role("option", name="Fristen for svar").wait_for()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=Fristen+for+svar*")
    assert page.get_by_role("status").inner_text() == "1 resultat for Fristen for svar"
    assert page.title().startswith("1 resultat for Fristen for svar")
    assert not page.context.cookies()


def test_a_few_letters_are_asked_about_once(page, live_server):
    make_dialogue()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{live_server.url}/da/soeg/")
    page.get_by_role("combobox").press_sequentially("frist", delay=20)
    page.get_by_role("option").first.wait_for()
    assert len([url for url in asked if "forslag" in url]) == 1


def test_without_script_one_searches_narrows_down_and_follows_a_result(no_script_page, live_server):
    make_dialogue()
    page = no_script_page
    page.goto(f"{live_server.url}/da/soeg/")
    page.get_by_label("Søg i politikken og dialogen").fill("fristen")
    page.keyboard.press("Enter")
    page.get_by_text("8 resultater for fristen").wait_for()
    narrow = page.get_by_role("navigation", name="Afgræns resultaterne")
    narrow.get_by_text("Rækkefølge").focus()
    page.keyboard.press("Enter")
    narrow.get_by_role("link", name="Nyeste først").press("Enter")
    page.wait_for_url("**order=newest*")
    page.get_by_role("link", name="Bemærkninger 7").press("Enter")
    page.wait_for_url("**kind=comments*")
    assert "order=newest" in page.url
    page.get_by_role("link", name="Alle", exact=True).press("Enter")
    page.get_by_text("Også i 1 anden udgave").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Udkast til udgave 2").press("Enter")
    page.wait_for_url("**#p-*")


def test_inside_one_policy_from_its_own_page(no_script_page, live_server):
    policy = make_dialogue()
    page = no_script_page
    page.goto(live_server.url + policy.url)
    page.get_by_label("Søg i Samskabelsespolitik").fill("fristen")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**policy={policy.translation_key}*")
    page.get_by_role("link", name="Søg i det hele i stedet").wait_for()


@pytest.mark.parametrize(("width", "scheme"), half((320, "dark"), (1280, "light")))
@pytest.mark.parametrize(
    "address",
    ["/da/soeg/?q=fristen", "/da/soeg/?q=fristn", "/en/search/?q=%D8%A7%D9%84%D9%85&language=all"],
    ids=["found", "nothing", "Arabic"],
)
def test_nothing_is_in_anybodys_way(page, axe, live_server, address, width, scheme):
    make_dialogue()
    make_english_home()
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(live_server.url + address)
    axe(page)
    assert fits(page)
    field = page.get_by_role("combobox")
    field.fill("")
    field.press_sequentially("fri")
    if address.startswith("/da/"):
        page.get_by_role("option").first.wait_for()
        axe(page)
        assert fits(page)
    assert Comment.objects.public().count() == 8


def test_right_to_left_on_a_narrow_screen_one_narrows_down(page, axe, live_server):
    make_dialogue()
    arabic, _made = Locale.objects.get_or_create(language_code="ar")
    danish_home().copy_for_translation(arabic).save_revision().publish()
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{live_server.url}/ar/search/?q=المهلة&language=all")
    assert page.locator("html").get_attribute("dir") == "rtl"
    narrow = page.get_by_role("navigation", name="Narrow down the results")
    narrow.locator("summary").last.click()
    chevrons = narrow.locator("summary").evaluate_all(
        "all => all.map(e => [e.parentElement.open, getComputedStyle(e, '::before').rotate])"
    )
    assert {(is_open, turned) for is_open, turned in chevrons} == {
        (True, "45deg"),
        (False, "135deg"),
    }
    axe(page)
    assert fits(page)
    narrow.locator("a[href*='kind=comments']").click()
    page.wait_for_url("**kind=comments*")
    hit = page.locator(".hit").filter(has_text="المهلة قصيرة")
    assert hit.locator(".prose").evaluate("e => getComputedStyle(e).direction") == "rtl"
    aligned = "e => [getComputedStyle(e).direction, getComputedStyle(e).textAlign].join()"
    assert hit.locator(".meta").evaluate(aligned) == "rtl,start"

    page.get_by_role("combobox").fill("xyzzy")
    page.keyboard.press("Enter")
    advice = page.get_by_text("Try a shorter word, or another word for the same.")
    first, full_stop = advice.evaluate(ENDS)
    assert first < full_stop
    assert page.get_by_role("combobox").evaluate("e => getComputedStyle(e).direction") == "ltr"
    axe(page)
    assert fits(page)
