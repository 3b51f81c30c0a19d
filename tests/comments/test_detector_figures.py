"""The detector's figures: how many CPR numbers it finds, how often it cries wolf, how fast it is."""

import random
import time

import pytest

from comments.detector import find
from tests.comments.danish_numbers import HARMLESS, filled, text_with_numbers, written_cpr

SURE = {"cpr", "phone", "email", "address"}


def sure(text) -> list[str]:
    return [one.kind for one in find(text) if one.kind in SURE and not one.is_hint]


def test_10_000_spellings_of_a_cpr_number_are_all_found_for_sure():
    chance = random.Random(11)
    texts = [written_cpr(chance) for _n in range(10_000)]
    assert [ascii(text) for text in texts if "cpr" not in sure(text)] == []


def test_at_most_5_of_1_000_danish_texts_full_of_numbers_give_a_false_alarm():
    chance = random.Random(12)
    texts = [text_with_numbers(chance) for _n in range(1_000)]
    alarms = [text for text, phones in texts if len(sure(text)) > phones]
    missed = [text for text, phones in texts if sure(text).count("phone") < phones]
    assert len(alarms) <= 5, alarms
    assert missed == []


@pytest.mark.parametrize("template", HARMLESS)
def test_no_kind_of_number_is_taken_for_a_persons(template):
    chance = random.Random(13)
    texts = [filled(chance, template) for _n in range(50)]
    assert [text for text in texts if sure(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Ring om sagen på 23456789.",
        "Sagen er lukket. Ring på 23 45 67 89.",
        "Vores telefon er 23456789, og sagen haster.",
        "Jeg har en sag, mit nummer er 23456789.",
        "Om kontoen: ring til mig på 2345 6789",
        "CVR 29189846, tlf. 23456789",
    ],
)
def test_a_number_to_call_is_found_though_a_case_or_a_register_is_spoken_of(text):
    assert sure(text) == ["phone"]


@pytest.mark.parametrize(
    "text",
    [
        "CVR 12345678 og 010190-1234",
        "Sag 24/12345, 010190-1234",
        "Beløbet er kr. 200, og 010190-1234 er mit nummer",
        "010190\u2028-\u20281234",
    ],
)
def test_a_cpr_number_after_another_number_is_not_taken_for_a_registers(text):
    assert "cpr" in sure(text)


HOSTILE = {
    "registers": "sag nr. ",
    "registers and numbers": "cvr 12345678 og ",
    "numbers in rows": "konto 1234 2345 6789, ",
    "money": "23.456.789 kr. ",
    "money before": "kr. kr. 23456789 ",
    "half a number": "0101-90/",
    "broken lines": "01\n",
    "zero width": "1\u200b",
    "wide digits": "２３ ",
    "almost": "sagsnummeret er på ",
    "case numbers": "01.02.03-P20-1-24 ",
}
LONG, SHORT = 100_000, 50_000  # characters


def milliseconds(text) -> float:
    """Return the processor's time, the least of three: other things run on the machine as well."""
    taken = []
    for _try in range(3):
        began = time.process_time()
        find(text)
        taken.append(1000 * (time.process_time() - began))
    return min(taken)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_row_66_twice_the_text_takes_no_more_than_about_twice_the_time(name):
    text = (HOSTILE[name] * (LONG // len(HOSTILE[name]) + 1))[:LONG]
    short, whole = milliseconds(text[:SHORT]), milliseconds(text)
    assert whole < 3 * short or whole < 50
    assert whole < 1_000
