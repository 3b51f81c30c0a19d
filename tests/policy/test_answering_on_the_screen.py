"""On the adopt screen passages are answered about; what is missing is linked to, what was typed is kept."""

import uuid

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from policy.models import Answer, Edition, Fate, Passage, PassageAnswer
from tests.factories.comments import make_comment, make_hearing
from tests.factories.policy import chapter, edit, make_adopted, make_page, make_user, principle
from tests.policy.test_adopt_screen import address, seal

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SEVEN = f"block-{uuid.UUID(int=107)}"


@pytest.fixture
def editor(client):
    user = make_user("redaktør")
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    return client


@pytest.fixture
def page():
    """An adopted text whose draft has a new principle 7, lacks 3, and has other words in 1."""
    page = make_page(principles=3)
    make_adopted(page)
    other = principle(7, "Vi tør", "<p>Helt andre ord om noget nyt, som ingen havde set før.</p>")
    body = [chapter(), principle(1, statement="<p>Nye ord.</p>"), principle(2), other]
    return edit(page, body=body)


def code(number) -> str:
    return Passage.objects.get(uuid=uuid.UUID(int=100 + number)).code


def answers(**fields) -> dict:
    three = f"passage-{code(3)}"
    return {SEVEN: "new", three: "ends", f"{three}-reason": "Det står i loven.", **fields}


def test_pressing_too_early_answers_with_links_and_keeps_what_was_typed(page, editor):
    response = editor.post(address(page), {**seal(page, case_number=""), SEVEN: "new"})
    shown = response.content.decode()
    for anchor in (f"#id_passage-{code(3)}", "#id_case_number"):
        assert f'href="{anchor}"' in shown
        assert f'id="{anchor[1:]}"' in shown
    assert "Kortere frister." in shown
    assert Edition.objects.count() == 1


def test_an_end_without_a_reason_is_said_at_its_field(page, editor):
    three = f"passage-{code(3)}"
    response = editor.post(address(page), seal(page, **answers(**{f"{three}-reason": ""})))
    assert f'href="#id_{three}-reason"' in response.content.decode()
    assert not PassageAnswer.objects.exists()


def test_two_blocks_that_continue_one_passage_are_said(page, editor):
    edit(page, body=[chapter(), principle(1), principle(7), principle(8)])
    eight = f"block-{uuid.UUID(int=108)}"
    chosen = f"continues {code(3)}"
    response = editor.post(address(page), seal(page, **{SEVEN: chosen, eight: chosen}))
    assert "To blokke kan ikke fortsætte det samme afsnit." in response.content.decode()
    assert not PassageAnswer.objects.exists()


def test_answers_are_saved_without_adopting_and_shown_again(page, editor):
    response = editor.post(address(page), {**answers(), "save": "1"})
    assert response.status_code == 302
    assert PassageAnswer.objects.count() == 2
    assert "Det står i loven." in editor.get(address(page)).content.decode()
    assert Edition.objects.count() == 1


def test_adopting_with_answers_writes_fates_and_reasons(page, editor):
    why = {f"why-{code(1)}": "Kortere er bedre."}
    response = editor.post(address(page), seal(page, **answers(**why)))
    assert response.status_code == 302
    fates = {fate.passage.code: fate for fate in Fate.objects.select_related("passage")}
    assert (fates[code(3)].kind, fates[code(7)].kind) == ("removed", "new")
    assert fates[code(1)].reasons.get().text == "Kortere er bedre."
    assert fates[code(3)].confirmed_by.username == "redaktør"


def test_a_block_continues_a_passage_and_answers_for_both(page, editor):
    three = f"passage-{code(3)}"
    chosen = {SEVEN: f"continues {code(3)}", three: "continued"}
    assert editor.post(address(page), seal(page, **chosen)).status_code == 302
    assert Fate.objects.get(passage__code=code(3)).kind == "reworded"


def test_goes_on_in_a_new_passage_needs_one_that_continues_it(page, editor):
    three = f"passage-{code(3)}"
    response = editor.post(address(page), seal(page, **{SEVEN: "new", three: "continued"}))
    assert "Ingen ny blok fortsætter det." in response.content.decode()


def test_unanswered_comments_are_passed_by_with_a_reason_only(editor):
    page = make_page()
    make_comment(make_hearing(page))
    page.refresh_from_db()
    shown = editor.post(address(page), seal(page)).content.decode()
    assert 'href="#id_override-unanswered_comments"' in shown
    reason = {"override-unanswered_comments": "Svaret kommer i juni."}
    assert editor.post(address(page), seal(page, **reason)).status_code == 302
    assert Edition.objects.adopted().get().notes.get().texts.get().text == "Svaret kommer i juni."


def test_the_same_questions_are_reached_from_the_editor(page, editor):
    screen = reverse("policy_passages", args=[page.pk])
    edit_page = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert screen in edit_page.content.decode()
    assert "Vi tør" in editor.get(screen).content.decode()
    assert editor.post(screen, answers()).status_code == 302
    assert PassageAnswer.objects.filter(answer=Answer.ENDS).exists()
