"""Texts that are identical, nearly so, and those that only seem to be."""

import pytest

from comments.likeness import Shape, mark_of, shape_of
from comments.likeness.shapes import ALIKE

LETTER = (
    "Vi vil bevare svømmehallen i Vesterby. Den er for børn og gamle, og der er ikke en anden inden "
    "for ti kilometer. Lad borgerne være med, før I beslutter noget, og svar os inden tre uger."
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jeg er enig.", "Jeg er uenig."),
        ("Svar inden 3 uger.", "Svar inden 4 uger."),
        ("Bevar hallen", "Hallen bevar"),
        ("👍", "👎"),
        ("", "x"),
    ],
)
def test_other_words_have_another_mark(one, other):
    assert mark_of(one, 1) != mark_of(other, 1)


def test_the_same_words_in_another_hearing_have_another_mark():
    assert mark_of(LETTER, 1) != mark_of(LETTER, 2)


@pytest.mark.parametrize(
    "other",
    ["jeg er enig", "JEG  ER\n\nENIG!", "Jeg er enig …", "»Jeg er enig«"],
)
def test_capitals_marks_and_layout_make_no_difference(other):
    assert mark_of("Jeg er enig.", 1) == mark_of(other, 1)


def test_what_was_copied_out_of_a_pdf_is_what_was_typed():
    assert mark_of("en of\ufb01ciel plan", 1) == mark_of("en officiel plan", 1)


def test_another_letter_about_the_same_is_not_alike():
    other = (
        "Svømmehallen i Vesterby bruger vi hver uge. Mine børn lærte at svømme der, og min mor går "
        "til gymnastik i vandet. Hvis I lukker den, må I sige, hvor vi så skal tage hen."
    )
    assert not shape_of(LETTER).is_alike(shape_of(other))
    assert not set(shape_of(LETTER).bands(1)) & set(shape_of(other).bands(1))


@pytest.mark.parametrize(
    "other",
    [
        LETTER + " Venlig hilsen Anna",
        "Kære byråd! " + LETTER,
        LETTER.replace("gamle", "ældre"),
        LETTER.replace("tre uger", "fire uger").replace("Lad", "Hør"),
    ],
)
def test_a_letter_with_a_few_words_of_ones_own_is_alike_and_found(other):
    one, second = shape_of(LETTER), shape_of(other)
    assert one.likeness(second) >= ALIKE
    assert set(one.bands(1)) & set(second.bands(1))
    assert not set(one.bands(1)) & set(second.bands(2))


def test_a_short_text_is_like_none():
    assert shape_of("Jeg er helt enig i det hele.") is None
    assert shape_of("") is None


def test_a_shape_is_the_same_in_every_process_and_survives_being_stored():
    shape = shape_of(LETTER)
    assert Shape.from_bytes(shape.to_bytes()) == shape
    assert shape.bands(1)[0] == 5988899451376630692


def test_every_band_fits_into_the_database():
    for band in shape_of(LETTER).bands(1):
        assert 0 <= band < 2**63
