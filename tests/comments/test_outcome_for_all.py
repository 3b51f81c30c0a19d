"""An outcome for all comments of an answer: nothing is chosen beforehand, and each can have its own."""

import pytest
from django.urls import reverse

from comments.models import Response
from tests.factories.accounts import make_staff
from tests.factories.comments import make_comment, make_hearing, wordings_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def comments():
    hearing = make_hearing()
    return [make_comment(hearing) for _n in range(3)]


@pytest.fixture
def editor(client):
    client.force_login(make_staff("editor"))
    return client


def address(comments):
    asked = "&".join(f"c={comment.pk}" for comment in comments)
    return reverse("comments_new_answer", args=[comments[0].hearing_id]) + f"?{asked}"


def fields(**more):
    return {"version": "0", "signed_by": "Kontoret", "text_da": "Tak.", "text_en": "", **more}


def results():
    answer = Response.objects.get()
    return list(answer.outcomes.order_by("comment__number").values_list("result", flat=True))


def reopened(editor):
    return editor.get(reverse("comments_answer", args=[Response.objects.get().pk])).context


def test_nothing_is_chosen_beforehand_and_without_a_choice_nothing_is_saved(editor, comments):
    page = editor.get(address(comments))
    assert page.context["form"]["result"].value() is None
    answer = editor.post(address(comments), fields())
    assert answer.status_code == 200
    assert "Vælg et udfald her eller ét for alle." in answer.content.decode()
    assert not Response.objects.exists()


def test_a_fault_elsewhere_is_not_told_as_a_missing_outcome(editor, comments):
    page = editor.post(address(comments), fields(text_da="", result="changed"))
    assert page.status_code == 200
    assert not any(outcome.errors for outcome in page.context["outcomes"])


def test_not_changed_for_all_needs_its_reason(editor, comments):
    editor.post(address(comments), fields(result="not_changed", reason=""))
    assert not Response.objects.exists()
    editor.post(address(comments), fields(result="not_changed", reason="Loven er sådan."))
    assert results() == ["not_changed"] * 3


def test_one_with_its_own_outcome_keeps_it_and_the_others_follow(editor, comments):
    own = {f"c{comments[1].pk}-result": "changed"}
    editor.post(address(comments), fields(result="partly", **own))
    assert results() == ["partly", "changed", "partly"]


def test_a_draft_that_is_opened_again_shows_the_outcome_for_all_and_the_exceptions(
    editor, comments
):
    own = {f"c{comments[1].pk}-result": "not_changed", f"c{comments[1].pk}-reason_da": "Nej."}
    editor.post(address(comments), fields(result="partly", reason="Delvist.", **own))
    shown = reopened(editor)
    assert shown["form"]["result"].value() == "partly"
    assert shown["form"]["reason"].value() == "Delvist."
    assert [o["result"].value() for o in shown["outcomes"]] == ["", "not_changed", ""]
    assert [o.why.value() for o in shown["outcomes"]] == ["", "Nej.", ""]


def test_passages_for_all_are_those_of_every_comment_without_its_own(editor, comments):
    one, two = wordings_of(comments[0].hearing)[:2]
    own = {f"c{comments[2].pk}-result": "changed", f"c{comments[2].pk}-passages": [two.passage_id]}
    editor.post(address(comments), fields(result="changed", passages=[one.passage_id], **own))
    said = [list(c.outcome.passages.values_list("pk", flat=True)) for c in comments]
    assert said == [[one.passage_id], [one.passage_id], [two.passage_id]]
    shown = reopened(editor)
    assert shown["form"]["passages"].value() == [one.passage_id]
    assert shown["outcomes"][0]["passages"].value() == []


def test_an_answer_can_be_made_public_at_once_where_nobody_else_must_read_it(editor, comments):
    editor.post(address(comments), fields(result="changed", publish="1"))
    assert Response.objects.get().is_public


def test_putting_in_a_text_keeps_what_was_chosen(editor, comments):
    typed = fields(result="passed_on", passed_on_to="Vejdirektoratet", insert="1", canned="0")
    form = editor.post(address(comments), typed).context["form"]
    assert form["result"].value() == "passed_on"
    assert form["passed_on_to"].value() == "Vejdirektoratet"
    assert not Response.objects.exists()
