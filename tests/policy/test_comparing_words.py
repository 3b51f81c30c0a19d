"""Two texts word by word: exact to the letter, readable, and bounded whatever they say."""

import random
import time

import pytest

from policy.comparing import Budget, diff_words
from policy.comparing.passages import diff_passages
from policy.comparing.words import MAX_CHARACTERS

# Generous: it takes a tenth of this on a machine that is not busy.
LIMIT = 3.0


def shown(old, new) -> str:
    marks = {"same": "{}", "added": "[+{}+]", "removed": "[-{}-]"}
    return "".join(marks[piece.op].format(piece.text) for piece in diff_words(old, new))


def low_vocabulary(words, length=MAX_CHARACTERS, seed=1) -> str:
    return " ".join(random.Random(seed).choices(words, k=length))[:length]  # noqa: S311


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("", "Ny.", "[+Ny.+]"),
        ("Væk.", "", "[-Væk.-]"),
        ("Som før.", "Som før.", "Som før."),
        (
            "senest fire uger efter",
            "senest tre uger efter",
            "senest [-fire -][+tre +]uger efter",
        ),
        ("gør hvad, og hvem", "gør hvad, hvem", "gør hvad, [-og -]hvem"),
        ("hvem der betaler.", "hvem der betaler, og hvornår.", None),
        ("Et ord. Slut.", "Et ord. Og mere. Slut.", "Et ord. [+Og mere. +]Slut."),
        ("Et ord. Og mere. Slut.", "Et ord. Slut.", "Et ord. [-Og mere. -]Slut."),
        (" a  b", "a b ", None),
        ("én\n\nto", "én to", None),
        ("kr. 1.000,50 i alt", "kr. 1.200,50 i alt", "kr. [-1.000,50 -][+1.200,50 +]i alt"),
        ("نجيب على الجميع", "نجيب دائما على الجميع", "نجيب [+دائما +]على الجميع"),
    ],
)
def test_words_that_differ_are_marked_and_no_letter_is_lost(old, new, expected):
    pieces = diff_words(old, new)
    assert "".join(p.text for p in pieces if p.op != "added") == old
    assert "".join(p.text for p in pieces if p.op != "removed") == new
    assert expected is None or shown(old, new) == expected


def test_a_stray_word_between_two_changes_is_read_as_part_of_one():
    old = "Kommunen holder møder om sommeren og svarer borgerne skriftligt efter hvert møde."
    new = "Kommunen holder gåture hele året og taler med alle undervejs efter hvert møde."
    assert [piece.op for piece in diff_words(old, new)] == ["same", "removed", "added", "same"]


def test_texts_with_little_in_common_are_left_whole():
    old = "Vi inviterer alle borgere til et møde om året på rådhuset i kommunens hovedby."
    new = "Enhver kan sende et forslag, når som helst, og får svar fra den rette afdeling."
    assert [piece.op for piece in diff_words(old, new)] == ["removed", "added"]


def test_a_text_that_is_too_long_is_left_whole():
    old = "ord " * (MAX_CHARACTERS // 4) + "x"
    assert [piece.op for piece in diff_words(old, old + "y")] == ["removed", "added"]


def test_beyond_the_budget_texts_are_left_whole():
    budget = Budget(pairs=100)
    assert len(diff_words("a b c d e", "a b c d f", budget)) == 3
    assert budget.pairs == 75
    long = "a " * 20
    assert [p.op for p in diff_words(long, long + "b", budget)] == ["removed", "added"]
    assert not budget.was_slow


def test_a_budget_whose_time_is_over_says_so():
    budget = Budget(seconds=-1)
    assert [p.op for p in diff_words("a b", "a c", budget)] == ["removed", "added"]
    assert budget.was_slow


@pytest.mark.parametrize("words", [["a", "b"], ["ja", "nej", "og"], [".", ","], list("abcdefgh")])
def test_hostile_text_is_compared_in_bounded_time(words):
    old, new = low_vocabulary(words, seed=1), low_vocabulary(words, seed=2)
    started = time.perf_counter()
    pieces = diff_words(old, new)
    assert time.perf_counter() - started < LIMIT
    assert "".join(p.text for p in pieces if p.op != "removed") == new


def test_two_hostile_editions_are_compared_in_bounded_time():
    def content(seed):
        words = low_vocabulary([f"ord{n:02}" for n in range(60)], seed=seed)
        value = {"heading": "H", "body": f"<p>{words}</p>" * 7}
        return [{"passage": "p", "code": "p", "kind": "text", "number": "", "value": value}]

    started = time.perf_counter()
    (change,) = diff_passages(content(1), content(2), Budget())
    assert time.perf_counter() - started < LIMIT
    assert change.kind == "reworded"
