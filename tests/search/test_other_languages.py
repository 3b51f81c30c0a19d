"""German, Polish, Ukrainian and Arabic have forms of words of their own; any other language its words."""

import pytest

from search.analysis import index_words, question
from search.analysis.analyse import marks
from tests.search.documented import rows
from tests.search.test_danish_words import finds

CODES = {"German": "de", "Polish": "pl", "Ukrainian": "uk", "Arabic": "ar"}
FORMS = [(code, *row) for name, code in CODES.items() for row in rows(f"{name}, either way")]


def test_a_word_of_another_meaning_is_not_found():
    assert not finds("Frist", "die Frisur", "de")
    assert not finds("uwaga", "ustawa", "pl")
    assert not finds("громада", "громіздкий", "uk")
    assert not finds("مشاركة", "مواطن", "ar")


@pytest.mark.parametrize(("language", "asked", "said"), FORMS)
def test_the_forms_of_a_word_find_one_another(language, asked, said):
    assert finds(asked, said, language)
    assert finds(said, asked, language)


@pytest.mark.parametrize(("language", "asked", "said"), FORMS)
def test_a_form_that_was_not_typed_is_marked_in_what_was_found(language, asked, said):
    groups = question(asked, (language,)).groups
    looked_for = frozenset(word for group in groups for words in group for word in words)
    assert any(marks(word, looked_for) for word in said.split())


@pytest.mark.parametrize(("language", "asked", "said"), FORMS)
def test_who_looks_by_the_rules_of_other_languages_finds_the_very_word(language, asked, said):
    word = said.split()[-1]
    there = set(index_words(said, language).split())
    groups = question(word, ("",)).groups
    assert any(set(words) <= there for words in groups[0])


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [
        ("de", "was ist die Frist", "Frist bis Freitag"),
        ("pl", "jaka jest uwaga", "jaka uwagi"),
        ("uk", "що це громада", "громади"),
        ("ar", "ما هي المشاركة", "مشاركة"),
    ],
)
def test_small_words_are_left_out_of_a_query_and_can_not_empty_it(language, asked, said):
    assert finds(asked, said, language)
    assert question(asked.split()[0], (language,))


@pytest.mark.parametrize("language", ["fo", "so", "kl", "zh-hans", ""])
def test_a_language_without_rules_has_its_words_as_they_stand(language):
    assert finds("Áheitan", "áheitan", language)
    assert not finds("áheitan", "áheitanin", language)
