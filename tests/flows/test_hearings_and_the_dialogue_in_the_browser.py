"""The dialogue outside hearings, what came of a hearing, the calendar: no barrier in either language."""

import pytest
from wagtail.models import Locale

from comments.actions import open_standing_dialogue
from policy.models import EditionText, Policy, PolicyPage
from tests.factories.comments import close, make_answer, make_comment, make_hearing, wordings_of
from tests.factories.policy import make_adopted, make_page
from tests.factories.translation import make_english
from tests.flows.looking import LANGUAGES_AND_WIDTHS, fits
from translation.actions import freeze_translation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = {
    "da": ("/da/hoeringer/", "kalender/", "resultat/", "bemaerk/", "tal/"),
    "en": ("/en/hearings/", "calendar/", "result/", "comment/", "figures/"),
}


@pytest.fixture
def scene():
    """An edition in force with a standing dialogue, its hearing closed, and the next draft's too."""
    page = make_page()
    hearing = make_hearing(page)
    make_answer(make_comment(hearing, wording=wordings_of(hearing)[0]))
    close(hearing)
    edition = make_adopted(page)
    policy = Policy.objects.get(pk=edition.policy_id)
    dialogue = open_standing_dialogue(
        policy=policy,
        purposes={"da": "Sig, hvad der virker.", "en": "Tell us what works."},
        rules={"da": "Skriv pænt.", "en": "Be kind."},
        user=None,
    )
    make_comment(dialogue, text="Det virker hos os.")
    waiting = make_hearing(page)
    close(waiting)
    english = make_english(page)
    for text in EditionText.objects.filter(is_authoritative=True).select_related("edition"):
        freeze_translation(edition=text.edition, page=english)
    return {"hearing": hearing, "dialogue": dialogue, "waiting": waiting}


def addresses(scene, language) -> dict[str, str]:
    hearings, calendar, result, form, figures = WORDS[language]
    policy = PolicyPage.objects.get(locale=Locale.objects.get(language_code=language)).url
    dialogue = f"{hearings}{scene['dialogue'].pk}/"
    return {
        "home": f"/{language}/",
        "edition in force": policy,
        "calendar": hearings + calendar,
        "dialogue": dialogue,
        "form of the dialogue": dialogue + form,
        "result": f"{hearings}{scene['hearing'].pk}/{result}",
        "figures": f"{hearings}{scene['hearing'].pk}/{figures}",
        "figures of all": hearings + figures,
        "result without an answer": f"{hearings}{scene['waiting'].pk}/{result}",
    }


@pytest.mark.parametrize(("language", "width"), LANGUAGES_AND_WIDTHS)
def test_none_of_them_has_a_barrier_or_a_cookie(scene, new_context, axe, language, width):
    context = new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    for name, address in addresses(scene, language).items():
        assert page.goto(address).status == 200, name
        axe(page)
        assert fits(page), name
        assert "9999" not in page.content(), name
    assert not context.cookies()
