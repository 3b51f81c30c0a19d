"""A sender confirms her address, changes, asks and recovers, without a script and on a narrow screen."""

import os
import re
from pathlib import Path

import pytest

from comments.actions import decide
from notifications.models import OutgoingMail
from tests.factories.comments import make_hearing, make_reason, send
from tests.factories.policy import make_adopted, make_page, make_user
from tests.flows.looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ANNA = "anna@viby.example"
BROWSERS = pytest.mark.parametrize("kind", ["page", "no_script_page"])
PICTURES = os.environ.get("RECEIPT_PICTURES", "")


@pytest.fixture
def sent(settings, live_server):
    settings.BASE_URL = live_server.url
    policy = make_page()
    make_adopted(policy)
    return send(make_hearing(policy), email=ANNA, text="Svar hurtigere på breve.")


def link_in(kind):
    return re.search(r"https?://\S+", OutgoingMail.objects.get(kind=kind).text)[0]


def look(page, axe, name):
    """No fault for axe (which is a script), nothing beside the screen; a picture where one is wanted."""
    if axe:
        axe(page)
    assert fits(page), name
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


@BROWSERS
def test_a_sender_confirms_changes_and_asks_for_erasure(request, kind, axe, sent):
    page = request.getfixturevalue(kind)
    axe = axe if kind == "page" else None
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(link_in("confirm"))
    look(page, axe, "confirm")
    page.get_by_role("button", name="Ja, det er min").click()
    page.get_by_text("Du får en mail, når der sker noget").wait_for()
    assert link_in("receipt") == page.url
    page.get_by_role("link", name="Ret din bemærkning").click()
    page.get_by_label("Din bemærkning").fill(" ")
    page.get_by_role("button", name="Gem den rettede bemærkning").click()
    look(page, axe, "edit-error")
    page.get_by_label("Din bemærkning").fill("Svar inden to uger.")
    page.get_by_role("button", name="Gem den rettede bemærkning").click()
    assert "Svar inden to uger." in page.inner_text("main")
    page.get_by_role("link", name="Få din bemærkning slettet").click()
    look(page, axe, "erase")
    page.get_by_role("button", name="Bed om at få den slettet").click()
    assert "Du bad os om at slette den" in page.inner_text("main")
    look(page, axe, "receipt")


@BROWSERS
def test_a_sender_disagrees_and_finds_her_way_back(request, kind, axe, sent):
    page = request.getfixturevalue(kind)
    axe = axe if kind == "page" else None
    make_reason()
    by = make_user("first")
    decide(comment=sent.comment, seen_version=1, action="reject", reason="off_topic", by=by)
    page.goto(link_in("confirm"))
    page.get_by_role("button", name="Ja, det er min").click()
    page.get_by_role("link", name="Lad en anden se på den").click()
    look(page, axe, "appeal")
    page.get_by_label("Hvorfor er du uenig?").fill("Det handler om breve.")
    page.get_by_role("button", name="Bed om, at den ses på igen").click()
    assert "En anden medarbejder ser på den" in page.inner_text("main")
    look(page, axe, "appealed")
    page.goto("/da/kvittering/mistet/")
    page.get_by_label("E-mail").fill(ANNA)
    page.get_by_label("Bemærkningens nummer").fill("1")
    page.get_by_role("button", name="Send mig en ny adresse").click()
    look(page, axe, "lost-sent")
    page.goto(link_in("new_address"))
    assert "Din bemærknings vej" in page.inner_text("main")
    assert page.context.cookies() == []
