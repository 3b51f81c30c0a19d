"""Danish as it is spoken: forms of a word, compounds, æ/ø/å, stop words, paragraphs; and English's own."""

import pytest

from search.analysis import index_words, question
from search.analysis.danish import stem
from tests.search.documented import rows


def finds(query, text, language="da"):
    """Whether the text is found: of each group one alternative, of it all words."""
    there = set(index_words(text, language).split())
    groups = question(query, (language,)).groups
    return bool(groups) and all(any(set(words) <= there for words in group) for group in groups)


@pytest.mark.parametrize(("query", "text"), rows("Another word, not found"))
def test_what_is_another_word_is_not_found(query, text):
    assert not finds(query, text)


@pytest.mark.parametrize(("query", "text"), rows("Forms of a word, either way"))
def test_the_forms_of_a_word_find_one_another(query, text):
    assert finds(query, text)
    assert finds(text, query)


@pytest.mark.parametrize(("query", "text"), rows("Compounds by their parts"))
def test_compounds_are_found_by_their_parts(query, text):
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"), [*rows("Spelling"), ("ho\u0308ring", "Høringen slutter")]
)
def test_a_danish_letter_may_be_written_in_three_ways(query, text):
    assert finds(query, text)


def test_stop_words_are_left_out_of_a_query_and_cannot_empty_it():
    assert finds("hvad er fristen for at svare", "Fristen for svar er i dag. Svarer vi?")
    assert finds("og", "kaffe og kage")
    assert not finds("og", "kaffe")
    assert finds("at være", "at kunne være")


@pytest.mark.parametrize(("query", "text"), rows("Paragraphs and case numbers"))
def test_paragraphs_and_case_numbers_are_found_however_they_are_written(query, text):
    assert finds(query, text)


@pytest.mark.parametrize(("query", "text"), rows("English"))
def test_english_has_its_own_forms(query, text):
    assert finds(query, text, "en")


def test_the_stems_are_those_of_the_danish_snowball_rules():
    expected = {
        "indtage": "indtag",
        "indtægten": "indtæg",
        "undersøgelserne": "undersøg",
        "frivilligheden": "frivil",
        "arbejdsløst": "arbejdsløs",
        "underlagt": "underlag",
        "på": "på",
        "ø": "ø",
    }
    assert {word: stem(word) for word in expected} == expected


@pytest.mark.parametrize("word", ["", "x" * 5_000, "ﷺ", "½", "(", "½½½ §§§", "\u0301", "क्या"])
def test_no_text_is_too_odd(word):
    for language in ("da", "en", "pl", "ar"):
        for key in index_words(word, language).split():
            assert key.isalnum() or any("\u0900" <= c <= "\u097f" for c in key)
