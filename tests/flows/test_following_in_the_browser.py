"""Following by mail without script and without a cookie, at any width and in both languages."""

import re

import pytest

from notifications.models import OutgoingMail, Subscription
from tests.factories.comments import make_comment, make_hearing
from tests.flows.looking import fits
from tests.notifications.followers import told

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def path_in(kind, word) -> str:
    text = OutgoingMail.objects.filter(kind=kind).latest("pk").text
    return re.search(rf"https?://[^/\s]+(/\S*/{word}/\S+)", text)[1]


def look(page, axe) -> None:
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page)
        axe(page)


def test_somebody_follows_a_hearing_and_ends_it(new_context, axe):
    hearing = make_hearing()
    context = new_context()
    page = context.new_page()
    page.goto(f"/da/hoeringer/{hearing.pk}/")
    page.get_by_role("link", name="Få en mail, når der sker noget").click()
    page.get_by_role("button", name="Følg").click()
    look(page, axe)
    page.fill("#f-email", "anna@viby.example")
    page.get_by_role("radio", name="Med det samme").check()
    page.get_by_role("button", name="Følg").click()
    page.get_by_role("status").wait_for()
    look(page, axe)
    page.goto(path_in("follow", "ja"))
    look(page, axe)
    page.get_by_role("button", name="Ja, skriv til mig").click()
    page.get_by_role("status").wait_for()
    look(page, axe)
    make_comment(hearing)
    told()
    page.goto(path_in("followed", "stop"))
    look(page, axe)
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("status").wait_for()
    look(page, axe)
    assert not Subscription.objects.exists()
    assert not context.cookies()
