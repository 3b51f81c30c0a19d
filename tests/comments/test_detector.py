"""The detector of personal data: what it must find, what it may not cry wolf over, and its pace."""

import random
import time

import pytest

from comments.detector import find, numbers, places, words
from comments.detector.shadow import shadow_of
from tests.comments.danish import CPR_SPELLINGS, harmless_text, random_cpr

SURE = {"cpr", "phone", "email", "address"}


def sure(text) -> list[tuple[str, str]]:
    return [
        (one.kind, text[one.start : one.end])
        for one in find(text)
        if not one.is_hint and one.kind in SURE
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Vi mødes den 20-11-2026 kl. 17.30-19.00 i salen.",
        "Planen gælder 2024-2028, se side 12 34.",
        "Virksomhedens CVR-nr. er 29189846.",
        "EAN 5798000123456, faktura 1234567890.",
        "Sagsnr. 24/012345 og § 17, stk. 4.",
        "På vejen 20 gange om året, i skoven 3 timer.",
        "Der bor 5600 borgere i 8000 Aarhus C.",
        "Budgettet er 12 345 678 kr.",
        "Rosenvej er for mørk om aftenen.",
        "Luk cykelsti 3 og 4, og se på havnepark 2 eller 5.",
    ],
)
def test_nothing_is_found_where_nothing_private_is(text):
    assert sure(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Mit nummer er 010190-1234.", "cpr", "010190-1234"),
        ("Født ０１０１９０－１２３４", "cpr", "０１０１９０－１２３４"),
        ("Skjult 010190\u200b-\u200b1234 her", "cpr", "010190\u200b-\u200b1234"),
        ("Fra et register: 610190-1234", "cpr", "610190-1234"),
        ("Ring på 23 45 67 89.", "phone", "23 45 67 89"),
        ("Ring på +45 23456789", "phone", "+45 23456789"),
        ("Call +49 30 1234567", "phone", "+49 30 1234567"),
        ("Skriv til anna.b@viby.example", "email", "anna.b@viby.example"),
        ("anna (at) viby punktum dk", "email", "anna (at) viby punktum dk"),
        ("Jeg bor Rosenvej 12 B, 2. tv.", "address", "Rosenvej 12 B"),
        ("Vi bor på Store Torv 4", "address", "Store Torv 4"),
        ("vi bor på ny kirkegade 7", "address", "kirkegade 7"),
        ("Jeg bor på Skovvej 12 og er træt", "address", "Skovvej 12"),
        ("Fra Skovvej 12 til havnen", "address", "Skovvej 12"),
    ],
)
def test_it_is_found_and_marked_at_its_place(text, kind, words):
    assert (kind, words) in sure(text)


def test_a_number_that_a_word_calls_a_case_number_is_a_hint_and_no_more():
    (found,) = find("Se journalnr. 0101901234 for resten.")
    assert (found.kind, found.is_hint) == ("cpr", True)


def test_hints_never_count_as_sure():
    found = find("Peter Hansen har kræft, se www.viby.example og pаypal")
    assert {one.kind for one in found} == {"person", "health", "link", "script"}
    assert all(one.is_hint for one in found)


def test_every_one_of_10_000_spellings_of_a_cpr_number_is_found():
    chance = random.Random(1)
    for number in range(10_000):
        spelling = CPR_SPELLINGS[number % len(CPR_SPELLINGS)]
        written = spelling(random_cpr(chance))
        text = f"Det står i brevet: {written}, skriver han."
        assert any(one.kind == "cpr" for one in find(text)), written


def test_at_most_one_in_200_harmless_texts_gives_a_false_alarm_for_a_cpr_number():
    chance = random.Random(2)
    texts = [harmless_text(chance) for _n in range(1_000)]
    alarms = [text for text in texts if any(one.kind == "cpr" for one in find(text))]
    assert len(alarms) <= 5, alarms


HOSTILE = {
    "one digit": "1" * 100_000,
    "pairs": "12 " * 33_333,
    "phones": "22 " * 33_333,
    "at the end": "a" * 99_999 + "@",
    "at everywhere": "a@" * 50_000,
    "capitals": "A" * 100_000,
    "streets": "vej 1 " * 16_666,
    "names": "Aa " * 33_333,
    "dots": "a." * 50_000,
    "alphabets": "aа" * 50_000,
    "links": "www." * 25_000,
    "spelled": "snabela " * 12_500,
    "dashes": "1-" * 50_000,
    "blanks": " " * 100_000,
}
SEARCHES = [
    numbers.find_cpr,
    numbers.find_phones,
    places.find_emails,
    places.find_addresses,
    places.find_links,
    words.find_health,
    words.find_persons,
    words.find_mixed_alphabets,
]


def seconds(search, text) -> float:
    began = time.process_time()
    for _found, _n in zip(search(text), range(100), strict=False):
        pass
    return time.process_time() - began


@pytest.mark.parametrize("name", sorted(HOSTILE))
@pytest.mark.parametrize("search", SEARCHES, ids=lambda search: search.__name__)
def test_row_66_no_pattern_takes_longer_than_its_text_is_long(search, name):
    text = shadow_of(HOSTILE[name]).text
    # The best of three, and on a machine that is busy with other things: no worse than in proportion.
    whole = min(seconds(search, text) for _try in range(3))
    quarter = min(seconds(search, text[: len(text) // 4]) for _try in range(3))
    assert whole < 0.05 or whole < 6 * quarter
