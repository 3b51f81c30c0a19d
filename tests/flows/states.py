"""The form and the receipt in each of their states, for browsers to open."""

from django.urls import reverse
from django.utils import translation

from comments.actions import appeal, ask_erasure, erase, withdraw
from comments.receipts import secret_for
from tests.factories.comments import (
    close,
    make_answer,
    make_comment,
    make_hearing,
    make_reason,
    send,
    wordings_of,
)
from tests.factories.home import make_settings
from tests.factories.policy import make_adopted, make_page, make_user
from tests.factories.translation import make_english

LONG = "Donaudampfschiff" * 40 + " " + "ord " * 900


def make_states() -> dict[str, str]:
    """Return {state: receipt's secret}, and the open and the closed hearing under their names."""
    make_settings(email="post@viby.example", phone="70 12 34 56")
    page = make_page()
    make_adopted(page)
    make_english(page)
    hearing = make_hearing(page)
    for language in ("da", "en"):
        make_reason(language=language)
    comments = {"sent": send(hearing, nonce="sent").comment}
    comments["long"] = send(hearing, nonce="long", text=LONG, proposal=LONG, email="a@b.dk").comment
    comments["held"] = make_comment(hearing, nonce="held", status="held")
    for state in ("rejected", "appealed"):
        comments[state] = make_comment(hearing, nonce=state, status="rejected")
    appeal(comment=comments["appealed"], text="Det handler om breve.")
    for state in ("withdrawn", "answered", "asked", "erased"):
        comments[state] = make_comment(hearing, nonce=state, email="bo@viby.example")
    withdraw(comment=comments["withdrawn"])
    make_answer(comments["answered"])
    for state in ("asked", "erased"):
        ask_erasure(comment=comments[state])
    erase(comment=comments["erased"], by=make_user("moderator"))
    closed = make_hearing(make_page(title="En anden", slug="anden"))
    close(closed)
    return {
        "open": hearing,
        "closed": closed,
        "code": wordings_of(hearing)[0].passage.code,
        "receipts": {state: secret_for(state) for state in comments},
    }


def at(language: str, name: str, *args) -> str:
    """Return an address of the dialogue in this language."""
    with translation.override(language):
        return reverse(f"comments:{name}", args=args)


def fill_and_press(page, step: str, **fields) -> None:
    """Fill the form in, press one of its two buttons and wait for what comes."""
    for name, value in fields.items():
        page.locator(f"form.form [name={name}]").fill(value)
    with page.expect_navigation():
        page.locator(f"form.form button[value={step}]").click()
