"""A comparison tells which explained words are new, explained anew, or gone."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation

from policy.comparing import Budget, compare_with_draft
from policy.comparing.terms import diff_terms, sentence_of_terms
from policy.models import Term
from tests.factories.api import ask, policy_of
from tests.factories.policy import edit, make_adopted, make_page, make_term, make_user, principle

TEXT = "<p>Vi holder en høring om budgettet i en nærdialog.</p>"


def term(name, explanation, *forms) -> dict:
    return {"name": name, "forms": [name, *forms], "explanation": explanation}


def told(old, new) -> dict[str, str]:
    return {change.name: change.kind for change in diff_terms(old, new, Budget())}


def test_equal_terms_and_other_forms_of_a_word_are_no_difference():
    assert told([], []) == {}
    old, new = term("høring", "En frist."), term("Høring", "En frist.", "høringen")
    assert told([old], [new]) == {}


def test_an_explanation_is_new_explained_anew_or_gone():
    old = [term("frist", "En dag."), term("høring", "En frist.")]
    new = [term("høring", "En lang frist."), term("borger", "Du.")]
    assert told(old, new) == {"borger": "new", "frist": "removed", "høring": "reworded"}
    changes = diff_terms(old, new, Budget())
    words = next(change.pieces for change in changes if change.name == "høring")
    assert [piece.text.strip() for piece in words if piece.op == "added"] == ["lang"]


def test_the_sentence_counts_each_kind_and_is_empty_without_any():
    with translation.override("da"):
        assert sentence_of_terms([]) == ""
        old = [term("frist", "En dag.")]
        new = [term("høring", "En frist."), term("borger", "Du.")]
        said = sentence_of_terms(diff_terms(old, new, Budget()))
    assert said == "Forklarede ord: 2 nye ord og 1 forklares ikke mere."


@pytest.fixture
def page(db):
    """Two editions of the same words: one term explained anew, one new, one gone."""
    page = make_page(body=[principle(1, statement=TEXT)])
    make_term("høring", "En frist til at svare.")
    make_term("budgettet", "Årets penge.")
    make_adopted(page)
    explain_otherwise()
    edit(page, title="Ny titel")
    make_adopted(page)
    return page


def explain_otherwise():
    Term.objects.filter(name="høring").update(explanation="En lang frist til at svare.")
    Term.objects.filter(name="budgettet").delete()
    make_term("nærdialog", "<b>En samtale</b> ved bordet.")


def test_readers_find_them_after_the_text_and_a_line_in_the_summary(page, client):
    soup = BeautifulSoup(client.get(f"{page.url}sammenlign/1/2/").content, "html.parser")
    line = soup.select_one('.title a[href="#words-heading"]').get_text()
    assert line == "Forklarede ord: 1 nyt ord, 1 forklaret på ny og 1 forklares ikke mere."
    shown = soup.select_one(".words-changed")
    assert [dt.span.get_text() for dt in shown.select("dt")] == ["Budgettet", "Høring", "Nærdialog"]
    assert "tilføjet: lang" in shown.get_text()
    assert "<b>En samtale</b>" in shown.select("dd")[-1].get_text()


def test_texts_whose_terms_alone_differ_are_not_called_the_same(page, client):
    Term.objects.filter(name="nærdialog").update(explanation="En samtale.")
    edit(page, title="Ny titel")
    make_adopted(page)
    shown = client.get(f"{page.url}sammenlign/2/3/").content.decode()
    assert "ord for ord" not in BeautifulSoup(shown, "html.parser").select_one("h2 + p").get_text()
    edit(page, title="Ny titel")
    make_adopted(page)
    again = BeautifulSoup(client.get(f"{page.url}sammenlign/3/4/").content, "html.parser")
    assert again.select_one(".words-changed") is None


def test_the_api_tells_them(page):
    found = ask(f"/comparisons/{policy_of(page)}/1/2")
    kinds = {item["name"]: item["kind"] for item in found["terms"]}
    assert kinds == {"budgettet": "removed", "høring": "reworded", "nærdialog": "new"}


@pytest.mark.django_db
def test_an_editor_sees_before_adopting_what_will_be_explained_otherwise(client):
    page = make_page(body=[principle(1, statement=TEXT)])
    make_term("høring", "En frist til at svare.")
    text = make_adopted(page).texts.select_related("edition").get()
    explain_otherwise()
    compared = compare_with_draft(text, page.get_latest_revision_as_object())
    assert {change.name for change in compared.terms} == {"høring", "nærdialog"}
    client.force_login(make_user("chef", superuser=True))
    shown = client.get(reverse("policy_changes", args=[page.pk])).content.decode()
    assert "Forklarede ord: 1 nyt ord og 1 forklaret på ny." in shown
