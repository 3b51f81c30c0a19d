"""The screens around an edition break no rule of accessibility, and are used by keyboard alone."""

import pytest
from django.core.management import call_command
from django.utils import timezone

from policy.models import Answer, Edition, FateReason, PassageAnswer, PolicyPage, TextImport
from policy.reviews import running_review
from tests.factories.documents import make_import
from tests.factories.policy import chapter, edit, make_adopted, make_page, make_user, principle
from tests.factories.reviews import make_lawyer, make_legal_workflow
from tests.flows.keyboard import MORE_ACTIONS, press, tab_to, type_into
from tests.flows.looking import spills
from tests.flows.staff import PASSWORD, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def answer_by_keyboard(page) -> None:
    """Say that “Parken” is new, and that principle 3 ends, and why."""
    type_into(page, "Hvad sker der med det? … Parken", "Et nyt afsnit")
    type_into(page, "Hvad sker der med det? … Princip 3s", "Slutter")
    type_into(
        page,
        "Hvorfor? Bliver offentligt sammen med udgaven. … Princip 3s",
        "Loven siger det allerede.",
    )


def look(page, axe, address: str) -> None:
    """Look at our part of a screen, wide and on a telephone; around it is Wagtail's own frame."""
    page.goto(address)
    axe(page, include="main")
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address)
    assert not spills(page), f"{address} is wider than a telephone"
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)


@pytest.fixture
def policy():
    page = make_page()
    make_adopted(page)
    new = principle(4, heading="Parken", statement="<p>Porten åbner klokken syv.</p>")
    return edit(page, body=[chapter(), principle(1), principle(2), new])


def test_the_fates_of_passages_are_answered_by_keyboard(page, axe, policy):
    log_in(page, "editor")
    look(page, axe, f"/admin/policy/{policy.pk}/passages/")
    answer_by_keyboard(page)
    press(page, "Gem svar")
    page.get_by_text("Svarene er gemt").first.wait_for()
    ends = PassageAnswer.objects.get(answer=Answer.ENDS)
    assert ends.reason == "Loven siger det allerede."
    assert PassageAnswer.objects.filter(answer=Answer.NEW).count() == 1


def test_an_edition_is_adopted_by_keyboard(page, axe, policy):
    log_in(page, "editor")
    look(page, axe, f"/admin/policy/{policy.pk}/adopt/")
    answer_by_keyboard(page)
    today = timezone.localdate().isoformat()
    type_into(page, "Sagsnummer", "26/04417")
    type_into(page, "Vedtaget af", "Byrådet")
    type_into(page, "Vedtaget den", today)
    type_into(page, "Gælder fra", today)
    press(page, "Vedtag udgave 2")
    page.get_by_text("er vedtaget og offentlig").wait_for()
    assert Edition.objects.count() == 2
    assert FateReason.objects.get().text == "Loven siger det allerede."


def test_a_text_is_brought_in_by_keyboard(page, axe, policy):
    log_in(page, "editor")
    look(page, axe, f"/admin/policy/{policy.pk}/import/")
    text_import = make_import(policy)
    look(page, axe, f"/admin/policy/{policy.pk}/import/{text_import.pk}/")
    press(page, "Gem rettelser")
    page.get_by_text("Dine rettelser er gemt").wait_for()
    assert not TextImport.objects.exclude(applied_at=None).exists()


def test_lawyers_answer_by_keyboard(page, axe, policy):
    make_legal_workflow(policy).start(policy, make_user())
    lawyer = make_lawyer()
    lawyer.set_password(PASSWORD)
    lawyer.save()
    page.goto("/admin/login/")
    page.fill("input[name=username]", lawyer.username)
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    look(page, axe, f"/admin/policy/{policy.pk}/review/")
    tab_to(page, "Læs teksten")
    press(page, "Godkend teksten")
    page.wait_for_url(lambda url: "/review/" not in url)
    policy.refresh_from_db()
    assert running_review(policy) is None


def test_an_empty_site_is_begun_by_keyboard(page, axe):
    call_command("kickstart", municipality="Viby Kommune", verbosity=0)
    policy = PolicyPage.objects.get()
    page.goto("/da/")
    axe(page)
    log_in(page, "editor")
    for screen in ("adopt", "import", "changes", "passages"):
        look(page, axe, f"/admin/policy/{policy.pk}/{screen}/")
    page.goto(f"/admin/pages/{policy.pk}/edit/")
    tab_to(page, MORE_ACTIONS, most=600)
    page.keyboard.press("Enter")
    press(page, "Vedtag som udgave")
    page.wait_for_url("**/adopt/")
