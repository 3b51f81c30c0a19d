"""Every public page, in both languages, at 320 and 1280 px: no barrier, no cookie, no stranger asked."""

import pytest
from wagtail.models import Locale

from home.models import StandardPage
from policy.models import EditionText, PolicyPage
from search.queue import drain
from tests.factories.comments import make_answer, make_comment, make_hearing, send, wordings_of
from tests.factories.policy import make_adopted, make_page
from tests.factories.translation import make_english
from tests.flows.looking import LANGUAGES_AND_WIDTHS, fits
from translation.actions import freeze_translation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = {
    "da": {
        "editions": "udgaver/",
        "passages": "afsnit",
        "hearings": "/da/hoeringer/",
        "comment": "bemaerk/",
        "receipt": "/da/kvittering/",
        "search": "/da/soeg/",
        "send": "Send bemærkningen",
    },
    "en": {
        "editions": "editions/",
        "passages": "passages",
        "hearings": "/en/hearings/",
        "comment": "comment/",
        "receipt": "/en/receipt/",
        "search": "/en/search/",
        "send": "Send the comment",
    },
}


@pytest.fixture
def scene():
    """A policy in both languages with an edition in force, a hearing, a thread, and a standard page."""
    page = make_page()
    make_adopted(page)
    hearing = make_hearing(page)
    english = make_english(page)
    for text in EditionText.objects.filter(is_authoritative=True).select_related("edition"):
        freeze_translation(edition=text.edition, page=english)
    wording = wordings_of(hearing)[0]
    answered = make_comment(hearing, wording=wording, author_kind="association", name="Klubben")
    make_answer(answered)
    make_comment(hearing, wording=wording, proposal="Vi svarer inden tre uger.", language="pl")
    receipt = send(hearing, text="x" * 300).receipt_secret
    _standard_pages(page.get_parent().specific, english.get_parent().specific)
    drain()
    return {"hearing": hearing, "code": wording.passage.code, "receipt": receipt}


def _standard_pages(*homes) -> None:
    for home in homes:
        page = StandardPage(title="Om", slug="om", introduction="Kort.", locale=home.locale)
        home.add_child(instance=page)


def addresses(scene, language) -> dict[str, str]:
    """Return {name: address} of every public template, with the states that look different."""
    words = WORDS[language]
    policy = PolicyPage.objects.get(locale=Locale.objects.get(language_code=language)).url
    hearing, code = f"{words['hearings']}{scene['hearing'].pk}/", scene["code"]
    return {
        "home": f"/{language}/",
        "edition in force": policy,
        "hearing version": f"{policy}{words['editions']}{scene['hearing'].edition.key}/",
        "editions": policy + words["editions"],
        "passage with a dialogue": f"{policy}{words['passages']}/{code}/",
        "hearings": words["hearings"],
        "hearing": hearing,
        "form about a passage": f"{hearing}{words['comment']}{code}/",
        "form about the whole": hearing + words["comment"],
        "receipt": f"{words['receipt']}{scene['receipt']}/",
        "search": words["search"] + "?q=svar",
        "search without a result": words["search"] + "?q=zzzzzz",
        "standard page": f"/{language}/om/",
        "not found": f"/{language}/findes-ikke/",
    }


@pytest.mark.parametrize(("language", "width"), LANGUAGES_AND_WIDTHS)
def test_no_page_has_a_barrier_or_a_cookie(scene, new_context, axe, language, width):
    context = new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    for name, address in addresses(scene, language).items():
        response = page.goto(address)
        assert response.status == (404 if name == "not found" else 200), name
        assert page.locator("html").get_attribute("lang") == language, name
        axe(page)
        assert fits(page), name
        assert "set-cookie" not in response.headers, name
    assert not context.cookies()


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_refused_form_keeps_the_text_without_script(scene, no_script_page, language):
    page = no_script_page
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(addresses(scene, language)["form about a passage"])
    page.fill("[name=email]", "ikke en adresse")
    page.fill("[name=text]", "En tekst, der skal blive stående.")
    page.get_by_role("button", name=WORDS[language]["send"]).click()
    page.locator("[role=alert]").wait_for()
    assert page.title().startswith("Fejl:" if language == "da" else "Error:")
    assert page.input_value("[name=text]") == "En tekst, der skal blive stående."
    assert fits(page)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_refused_form_breaks_no_rule(scene, page, axe, language):
    page.goto(addresses(scene, language)["form about a passage"])
    page.fill("[name=email]", "ikke en adresse")
    page.get_by_role("button", name=WORDS[language]["send"]).click()
    page.locator("[role=alert]").wait_for()
    axe(page)
