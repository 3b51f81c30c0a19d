"""Danish as it is spoken: forms of a word, compounds, æ/ø/å, stop words, paragraphs; and English's own."""

import pytest

from search.analysis import index_words, question
from search.analysis.danish import stem


def finds(query, text, language="da"):
    """Whether the text is found: of each group one alternative, of it all words."""
    there = set(index_words(text, language).split())
    groups = question(query, (language,)).groups
    return bool(groups) and all(any(set(words) <= there for words in group) for group in groups)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("slag", "forslag"),
        ("mode", "imod alle"),
        ("møde", "mod planen"),
        ("borgermøde", "borgerne"),
        ("råd", "rådhuset"),
    ],
)
def test_what_is_another_word_is_not_found(query, text):
    assert not finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("samskabelse", "samskabelsen"),
        ("borgermøde", "borgermøderne"),
        ("høring", "høringernes"),
        ("frist", "fristerne"),
        ("kommunen", "kommuner"),
        ("politik", "politikken"),
    ],
)
def test_the_forms_of_a_word_find_one_another(query, text):
    assert finds(query, text)
    assert finds(text, query)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("inddragelse", "borgerinddragelsespolitik"),
        ("politik", "borgerinddragelsespolitikken"),
        ("borger", "borgermøde"),
        ("svar", "høringssvaret"),
        ("frist", "svarfristen"),
        ("udvalg", "opgaveudvalgene"),
        ("plan", "kommuneplanstrategi"),
        ("råd", "ungdomsrådet"),
        ("ældre", "ældrerådet"),
        ("høringssvar", "svar på høringen"),
    ],
)
def test_compounds_are_found_by_their_parts(query, text):
    assert finds(query, text)


@pytest.mark.parametrize("typed", ["høring", "hoering", "horing", "HØRING", "ho\u0308ring"])
def test_a_danish_letter_may_be_written_in_three_ways(typed):
    assert finds(typed, "Høringen slutter")


@pytest.mark.parametrize("typed", ["borgermoede", "borgermode"])
def test_compounds_too(typed):
    assert finds(typed, "borgermødet")
    assert finds("møde", typed)


@pytest.mark.parametrize("typed", ["råd", "raad", "rad"])
def test_å_may_be_aa_or_a(typed):
    assert finds(typed, "Ældrerådet")


def test_stop_words_are_left_out_of_a_query_and_cannot_empty_it():
    assert finds("hvad er fristen for at svare", "Fristen for svar er i dag. Svarer vi?")
    assert finds("og", "kaffe og kage")
    assert not finds("og", "kaffe")
    assert finds("at være", "at kunne være")


@pytest.mark.parametrize("typed", ["§ 17", "§17", "paragraf 17", "§ 17, stk. 4", "§ 17 stk 4"])
def test_paragraphs_are_found_however_they_are_written(typed):
    assert finds(typed, "Efter styrelseslovens § 17, stk. 4, kan byrådet nedsætte udvalg.")


@pytest.mark.parametrize("typed", ["24/1234", "24-1234", "24 1234"])
def test_case_numbers_are_found(typed):
    assert finds(typed, "Sagsnr. 24/1234")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("deadline", "deadlines"),
        ("policies", "policy"),
        ("answered", "answer"),
        ("hearing", "hearings"),
    ],
)
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
