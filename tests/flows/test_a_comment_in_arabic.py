"""A citizen writes in Arabic on a narrow screen, and reads the mails as her mail program shows them."""

import email
from email import policy as mail_policy

import pytest
from django.core import mail as sent_mails

from comments.actions import decide
from comments.models import Comment
from notifications.sending import deliver_due
from tests.comments.citizen import address
from tests.factories.comments import make_hearing
from tests.factories.policy import make_adopted, make_page, make_user
from tests.flows.looking import fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "أجيبوا على الرسائل بسرعة أكبر."
PROPOSAL = "نجيب خلال ثلاثة أسابيع (Kløverå)."


@pytest.fixture
def form(settings, live_server):
    settings.BASE_URL = live_server.url
    settings.UNDO_MINUTES = 0  # mails about decisions go at once
    policy = make_page()
    make_adopted(policy)
    return live_server.url + address(make_hearing(policy))


def read_mail():
    """Return the newest mail as it comes over the wire, read by another program than wrote it."""
    deliver_due()
    raw = sent_mails.outbox[-1].message().as_bytes()
    return email.message_from_bytes(raw, policy=mail_policy.default)


def link_in(mail) -> str:
    """Return the address that stands alone on its line: mail programs make those links."""
    lines = mail.get_body(("plain",)).get_content().splitlines()
    return next(line for line in lines if line.startswith("http"))


def test_she_writes_looks_sends_and_follows_it_from_her_mail(page, axe, form):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(form)
    page.get_by_label("Din bemærkning").fill(WORDS)
    page.get_by_label("Det sprog, du skriver på").select_option("ar")
    page.get_by_label("Dit forslag til andre ord").fill(PROPOSAL)
    page.get_by_label("Din e-mail").fill("salma@viby.example")
    page.get_by_role("button", name="Se det, før du sender").click()
    page.get_by_role("heading", name="Gennemse din bemærkning").wait_for()
    axe(page)
    assert fits(page)
    assert (
        page.locator(".comment .prose").first.evaluate("e => getComputedStyle(e).direction")
        == "rtl"
    )
    page.get_by_role("button", name="Send", exact=True).click()
    page.get_by_role("heading", name="Tak. Vi har din bemærkning.").wait_for()
    axe(page)
    assert fits(page)

    mail = read_mail()
    assert mail["subject"] == "Er det din mailadresse? Bemærkning nr. 1"
    assert mail["auto-submitted"] == "auto-generated"
    assert mail["content-language"] == "da"
    assert WORDS not in mail.get_body(("plain",)).get_content()
    page.goto(link_in(mail))
    page.get_by_role("button", name="Ja, det er min").click()
    page.get_by_text("Du får en mail, når der sker noget").wait_for()

    comment = Comment.objects.get()
    decide(comment=comment, seen_version=comment.version, action="publish", by=make_user("m"))
    mail = read_mail()
    assert mail["subject"] == "Din bemærkning nr. 1 kan nu læses"
    page.goto(link_in(mail))
    shown = page.locator(f"#b{comment.number} .prose").first
    assert shown.inner_text() == WORDS
    assert (shown.get_attribute("lang"), shown.get_attribute("dir")) == ("ar", "rtl")
    axe(page)
    assert fits(page)
