"""What is taken out of citizens' words, and what is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comments.clean import clean_line, clean_text, count_characters, is_blank

ZALGO = "e" + "\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("a\u200bb\u2060c\ufeffd\u00ade", "abcde"),
        ("a\x00b\x07c\x1bd\x9fe", "abcde"),
        ("a\ud800b\udfffc", "abc"),
        ("a\ufffeb\uffffc\ufdd0", "abc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\n\n\n\n\n\nb", "a\n\n\nb"),
        ("a\n \n\t\n \n \nb", "a\n\n\nb"),
        ("  a  \n", "a"),
        ("a\tb", "a b"),
        ("e\u0301", "\u00e9"),
        ("\u0301a", "a"),
        ("👩\u200d", "👩"),
        ("a\u200db", "ab"),
    ],
)
def test_what_hides_or_reorders_is_taken_out(typed, kept):
    assert clean_text(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "Rødgrød med fløde æøå ÆØÅ",
        "👩\u200d👩\u200d👧\u200d👦",
        "❤\ufe0f\u200d🔥",
        "👍🏽",
        "می\u200cخواهم",
        "क्\u200dष",
        "مرحبا بكم",
        "Żółw і їжак",
        "Et\n\nafsnit",
    ],
)
def test_what_people_write_is_left_alone(text):
    assert clean_text(text) == text


def test_four_marks_are_enough_for_a_letter():
    marks = [c for c in clean_text(ZALGO + "x") if "\u0300" <= c <= "\u036f"]
    assert len(marks) <= 4
    assert clean_text(ZALGO + "x").endswith("x")


def test_a_line_has_no_line_ends():
    assert clean_line(" Anne\r\nBcc: x@y.dk\t\u2028 ") == "Anne Bcc: x@y.dk"


@pytest.mark.parametrize("text", ["", " ", "\u00a0\u3000", "\u3164", "\u2800\u2800", "\ufffd"])
def test_what_shows_nothing_is_blank(text):
    assert is_blank(clean_text(text))


@pytest.mark.parametrize("text", ["a", "1", "?", "👍", "م", "æ"])
def test_what_shows_something_is_not_blank(text):
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [("æble", 4), ("e\u0323\u0302", 1), ("👩\u200d👩\u200d👧", 1), ("👍🏽", 1), ("a\nb", 3)],
)
def test_characters_are_counted_as_people_count_them(text, count):
    assert count_characters(text) == count


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_can_be_cleaned_stored_and_cleaned_again(typed):
    text = clean_text(typed)
    text.encode("utf-8")
    assert "\x00" not in text
    assert clean_text(text) == text
