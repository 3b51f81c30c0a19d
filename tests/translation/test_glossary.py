"""Terms are shown where they occur, broken ones are told of, and readers have a list of them."""

from types import SimpleNamespace

import pytest
from wagtail.models import Locale

from policy.models import Term
from tests.factories.home import make_english_home
from tests.factories.policy import make_term
from translation.desk.checks import warnings_of
from translation.glossary.beside import broken_terms, terms_beside

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def english():
    make_english_home()
    danish = make_term("høring", "En frist til at svare.", "høringen")
    locale = Locale.objects.get(language_code="en")
    term = make_term("hearing", "A time to answer in.", "hearings", locale=locale)
    Term.objects.filter(pk=term.pk).update(
        translation_key=danish.translation_key, avoided="consultation\nquery"
    )
    return locale


def segment(words):
    return SimpleNamespace(string=SimpleNamespace(data=words), context=None)


def test_a_text_without_terms_says_nothing(english):
    assert terms_beside(segment("Et høringssvar"), english, SimpleNamespace()) == ""
    assert broken_terms("Et svar", "A consultation", english) == []


def test_a_term_that_nobody_translated_is_none(english):
    polish = Locale.objects.create(language_code="pl")
    make_term("høring", "En frist til at svare.", locale=polish)
    Term.objects.filter(locale=polish).update(
        translation_key=Term.objects.get(name="høring", locale__language_code="da").translation_key
    )
    assert terms_beside(segment("En høring"), polish, SimpleNamespace()) == ""
    assert broken_terms("En høring", "x", polish) == []


def test_a_term_is_shown_with_what_it_is_called_and_not_called(english):
    shown = terms_beside(segment("<b>Høringen</b> er åben"), english, SimpleNamespace())
    for words in ("høring", "hearing", "consultation, query", "A time to answer in."):
        assert words in shown


def test_a_hostile_term_is_words(english):
    Term.objects.filter(name="hearing").update(explanation="<script>alert(1)</script>")
    shown = terms_beside(segment("En høring"), english, SimpleNamespace())
    assert "&lt;script&gt;" in shown
    assert "<script>" not in shown


@pytest.mark.parametrize("words", ["The hearings are open", "Hearing"])
def test_the_right_word_in_any_form_is_right(english, words):
    assert broken_terms("Høringen er åben", words, english) == []


def test_a_wrong_word_is_told_of_when_it_is_saved(english):
    assert len(warnings_of("En høring", "A consultation", english)) == 1
    assert "“consultation”" in broken_terms("En høring", "A consultation", english)[0]
    assert "“hearing”" in broken_terms("En høring", "An inquiry", english)[0]


def test_readers_have_a_list_in_their_language(client, english):
    danish, shown = (
        client.get(path).content.decode() for path in ("/da/ordliste/", "/en/glossary/")
    )
    assert "En frist til at svare." in danish
    assert "A time to answer in." not in danish
    assert "A time to answer in." in shown
    assert "consultation" not in shown


def test_the_list_comes_in_pages_and_ends(client, english):
    danish = Locale.objects.get(language_code="da")
    Term.objects.bulk_create(
        Term(name=f"ord {n:03}", explanation=f"Forklaring {n}.", locale=danish) for n in range(130)
    )
    assert "Forklaring 129." in client.get("/da/ordliste/?page=3").content.decode()
    assert client.get("/da/ordliste/?page=9").status_code == 404
    assert client.get("/da/ordliste/?page=x").status_code == 200
