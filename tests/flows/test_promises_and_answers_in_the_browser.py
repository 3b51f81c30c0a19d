"""The eight questions, the promises and a passage's life: no barrier in either language, at any width."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Locale

from policy.models import EditionText, PolicyPage
from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
from tests.factories.policy import edit, make_adopted, make_page, principle
from tests.factories.promises import promise, say
from tests.factories.translation import make_english
from tests.flows.looking import fits
from translation.actions import freeze_translation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDTHS = (320, 1280)
THIS_YEAR = timezone.localdate().year
WORDS = {
    "da": ("spoergsmaal/", "loefter/", "afsnit"),
    "en": ("questions/", "promises/", "passages"),
}


@pytest.fixture
def code():
    """A policy in two languages whose promises stand in every way, and a passage with a long life.

    Returns the passage's code.
    """
    due = f"{THIS_YEAR - 1}-06-01"
    promised = [promise(n, f"Løfte {n}", due=due if n == 4 else None) for n in range(1, 6)]
    page = make_page(body=[principle(1, promises=promised), principle(2)])
    make_adopted(page, on=datetime.date(THIS_YEAR - 3, 1, 1))
    words = "<p>Vi holder fast i den sag, og vi svarer dig inden fire uger.</p>"
    body = [principle(1, promises=promised, statement=words)]
    make_adopted(edit(page, body), on=datetime.date(THIS_YEAR - 2, 1, 1))
    for number, state in enumerate(("kept", "on_the_way", "not_kept"), 1):
        say(page, number, state=state, year=THIS_YEAR - 1)
        say(page, number, state=state, why={"da": "Vi gjorde det.", "en": "We did it."})
    page.get_latest_revision().publish()
    page.refresh_from_db()
    hearing = make_hearing(page)
    english = make_english(page)
    newest = EditionText.objects.filter(is_authoritative=True).order_by("-frozen_at").first()
    freeze_translation(edition=newest.edition, page=english)
    wording = wordings_of(hearing)[0]
    make_answer(make_comment(hearing, wording=wording))
    return wording.passage.code


def addresses(language, code) -> list[str]:
    policy = PolicyPage.objects.get(locale=Locale.objects.get(language_code=language)).url
    questions, promises, passages = WORDS[language]
    return [policy + questions, policy + promises, f"{policy}{passages}/{code}/"]


@pytest.mark.parametrize("language", ["da", pytest.param("en", marks=pytest.mark.long)])
def test_the_pages_have_no_barrier_and_fit_a_narrow_screen(page, axe, code, language):
    for address in addresses(language, code):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.goto(address).status == 200
            axe(page)
            assert fits(page), address


def test_a_wording_has_a_place_that_a_link_leads_to(page, code):
    passage = addresses("da", code)[2]
    page.goto(f"{passage}#udgave-2")
    target = page.locator(":target")
    assert "Udgave 2" in target.locator("h3").inner_text()
    assert page.locator("#udgave-2 ins .visually-hidden").first.inner_text().strip() == "tilføjet:"


def test_from_a_promise_in_the_text_one_comes_to_its_years(page, code):
    page.goto(addresses("da", code)[2])
    page.get_by_role("link", name="Sådan er det gået").first.click()
    shown = page.locator(":target")
    assert f"{THIS_YEAR}: holdt" in shown.inner_text()
    assert f"{THIS_YEAR - 1}: holdt" in shown.inner_text()
