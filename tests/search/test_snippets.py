"""The place in a text where the words are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import question
from search.snippets import WIDTH, snippet

LONG = "Ord her. " * 60 + "Fristen er fire uger. " + "Mere her. " * 60
FRIST = question("frist", ["da"])


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("", ["frist"], ""),
        ("Intet her", ["frist"], "Intet her"),
        ("Intet her", [], "Intet her"),
        ("<b>Frist</b>", ["frist"], "&lt;b&gt;<mark>Frist</mark>&lt;/b&gt;"),
        ("Fristen løber", ["frist"], "<mark>Fristen</mark> løber"),
        ("borgermødet", ["borgermøderne"], "<mark>borgermødet</mark>"),
        ("Åben dør", ["aben"], "<mark>Åben</mark> dør"),
        ("høringsfrist", ["frist"], "<mark>høringsfrist</mark>"),
        ("forslag", ["slag"], "forslag"),
        ("a.b*c", ["a"], "<mark>a</mark>.b*c"),
        ("İstanbul er stor", ["stor"], "İstanbul er <mark>stor</mark>"),
    ],
)
def test_words_are_marked_where_they_stand(text, words, marked):
    assert snippet(text, question(" ".join(words), ())) == marked


def test_a_long_text_is_cut_around_the_first_word():
    found = snippet(LONG, FRIST)
    assert "<mark>Fristen</mark> er fire uger" in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found) < WIDTH + len("<mark></mark>") + 8


def test_a_text_without_blanks_is_cut_too():
    assert len(snippet("x" * 5_000, FRIST)) < WIDTH + 8


@given(st.text(max_size=600), st.lists(st.text(min_size=1, max_size=8), max_size=4))
def test_whatever_is_in_it_no_markup_but_marks_gets_out(text, words):
    left = snippet(text, question(" ".join(words), ())).replace("<mark>", "").replace("</mark>", "")
    assert "<" not in left
    assert ">" not in left
    assert '"' not in left
