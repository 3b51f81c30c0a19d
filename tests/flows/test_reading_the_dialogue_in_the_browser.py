"""Reading the dialogue in a browser: choosing without script, a comment's own page, reporting it."""

import pytest
from django.urls import reverse
from django.utils import translation

from comments.actions import withdraw
from comments.models import CommentReport
from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
from tests.factories.policy import make_adopted, make_page
from tests.flows.looking import LANGUAGES_AND_WIDTHS, fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def make_dialogue():
    """A policy in force, and a hearing with an answered comment, an association's, a withdrawn one."""
    page = make_page()
    make_adopted(page)
    hearing = make_hearing(page)
    wording = wordings_of(hearing)[0]
    first = make_comment(hearing, wording=wording, stance="against", text="Svar før. " * 20)
    make_answer(first)
    make_comment(hearing, author_kind="association", name="Bylauget", proposal="Vi svarer.")
    withdraw(comment=make_comment(hearing))
    return hearing, first


def url(name, *args, language="da"):
    with translation.override(language):
        return reverse(f"comments:{name}", args=args)


def test_without_script_and_by_keyboard_one_chooses_reads_and_reports(no_script_page, live_server):
    hearing, first = make_dialogue()
    page = no_script_page
    page.goto(live_server.url + url("hearing", hearing.pk))
    page.get_by_text("Vælg, hvad du vil se").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Svar", exact=True).select_option("Besvarede")
    page.get_by_role("button", name="Vis", exact=True).press("Enter")
    page.get_by_text("1 af 2 bemærkninger: besvarede.").wait_for()
    page.get_by_role("link", name="bemærkningens egen side").press("Enter")
    page.get_by_role("heading", name="Bemærkning nr. 1", exact=True).wait_for()
    page.get_by_role("link", name="Anmeld bemærkningen").press("Enter")
    page.get_by_role("button", name="Send anmeldelsen").press("Enter")
    page.get_by_role("link", name="Vælg, hvad der er galt.").wait_for()
    page.get_by_label("Den truer eller håner nogen").press("Space")
    page.get_by_label("Hvad mener du?").fill("Se linje to.")
    page.get_by_role("button", name="Send anmeldelsen").press("Enter")
    page.get_by_role("heading", name="Tak. Vi ser på bemærkningen.").wait_for()
    page.reload()
    assert CommentReport.objects.get().text == "Se linje to."


@pytest.mark.parametrize(("language", "width"), LANGUAGES_AND_WIDTHS)
def test_nothing_is_in_anybodys_way(page, axe, live_server, width, language):
    hearing, first = make_dialogue()
    page.set_viewport_size({"width": width, "height": 800})
    gone = url("trace", hearing.pk, 3, language=language)
    addresses = [
        url("hearing", hearing.pk, language=language) + "?by=association&sort=newest",
        url("hearing", hearing.pk, language=language) + "?stance=question",
        url("trace", hearing.pk, first.number, language=language),
        url("report", hearing.pk, first.number, language=language),
        url("report", hearing.pk, first.number, language=language) + "?sent=1",
    ]
    for address in addresses:
        page.goto(live_server.url + address)
        axe(page)
        assert fits(page), address
    page.goto(live_server.url + addresses[3])
    page.locator("form button").click()
    page.locator(".summary").wait_for()
    axe(page)
    assert page.goto(live_server.url + gone).status == 410
    axe(page)
