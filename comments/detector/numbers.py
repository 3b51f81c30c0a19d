"""CPR numbers and telephone numbers, told apart by date, grouping and the words before them."""

import calendar
import re
from collections.abc import Iterator

BETWEEN = r"[ .\-/_:]"
# A CPR number is also found where its line was broken.
APART = r"[\s.\-/_:]"
# Ten digits as CPR numbers are written, wherever they stand: 6 + 4, in pairs with a last group of
# four, or in one piece.
CPR_WRITTEN = re.compile(
    rf"(?<!\d)\d\d{APART}{{0,3}}\d\d{APART}{{0,3}}\d\d{APART}{{0,3}}\d{{4}}(?!\d)"
)
# Ten digits grouped in any other way, when no other digits are near: in a longer row of pairs they
# are part of telephone numbers.
CPR_SPELLED = re.compile(rf"(?<!\d)(?<!\d{APART})\d(?:{APART}{{0,3}}\d){{9}}(?!{APART}{{0,3}}\d)")
EIGHT = "|".join(
    rf"{first}{''.join(f'{BETWEEN}{{1,2}}{group}' for group in groups)}"
    for first, groups in (
        (r"[2-9]\d{7}", []),
        (r"[2-9]\d", [r"\d\d", r"\d\d", r"\d\d"]),
        (r"[2-9]\d{3}", [r"\d{4}"]),
        (r"[2-9]\d\d", [r"\d{3}", r"\d\d"]),
        (r"[2-9]\d", [r"\d{3}", r"\d{3}"]),
        (r"[2-9]\d", [r"\d{6}"]),
        (r"[2-9]\d", [r"\d\d", r"\d{4}"]),
    )
)
PHONE = re.compile(rf"(?<![\d+§])(?:(?P<country>(?:\+|00)45){BETWEEN}{{0,2}})?(?:{EIGHT})(?!\d)")
ABROAD = re.compile(rf"\+\d(?:{BETWEEN}{{0,2}}\d){{7,13}}(?!\d)")
# A word that says of which register a number is: "CVR-nr.", "sag nr.", "Sagen har nummer".
NUMBER_OF = r"(?:nr|numre|nummer(?:et|ne)?|id)\b\.?"
OF_REGISTER = (
    rf"(?:\b(?:cvr|ean|gln|iban|konto|reg\.?|faktura|ordre|journal|j\.?|sags?|matrikel|bfe|dokument|dok\.?"
    rf"|bilag|løbe|ejendoms|kunde|medlems)(?:[- ]?{NUMBER_OF})?"
    rf"|\b(?:se|p|kle)[- ]?{NUMBER_OF}"
    rf"|\b(?:sag|konto|virksomhed|faktura|ordre)\w{{0,8}} [\w ]{{0,10}}{NUMBER_OF})"
    r"(?: er| på)?[:#]? ?\(?"
)
REGISTER = re.compile(rf"{OF_REGISTER}(?:\d{{4}}-)?$", re.IGNORECASE)
# The same with another number between: "konto 1234 12345678", "CVR 12345678 og 23456789".
REGISTER_IN_A_ROW = re.compile(
    rf"{OF_REGISTER}(?:\d{{2,4}}[ /\-])?(?:\d[\d .\-/]{{2,18}}(?:,| og| eller| samt) )?$",
    re.IGNORECASE,
)
CALLED = re.compile(r"\b(?:tlf|telefon|mobil|ring|sms|mit|vores)", re.IGNORECASE)
BEFORE = 60  # characters in which a word says what a number is
# "27 742 859 kr.", "kr. 75.872.685,00": money, and in groups of three with dots always so.
MONEY_AFTER = re.compile(r" ?(?:,\d\d\b|,-|kr\b|kroner\b|dkk\b|euro?\b|mio\b|mia\b)", re.IGNORECASE)
MONEY_BEFORE = re.compile(r"(?:\bkr\.?|\bdkk|\bbeløb(?:et)?(?: er| på)?:?|€) ?$", re.IGNORECASE)
THOUSANDS = re.compile(r"\d\d\.\d{3}\.\d{3}")


def find_cpr(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, is hint) of CPR numbers.

    "Sag 0101901234" may be a case number: worth a look, no more.
    """
    for pattern in (CPR_WRITTEN, CPR_SPELLED):
        for found in pattern.finditer(text):
            if is_birth_date("".join(filter(str.isdigit, found.group()))[:6]):
                yield found.start(), found.end(), _is_register(text, found.start())


def find_phones(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of Danish telephone numbers, and of others with their country's number."""
    for found in PHONE.finditer(text):
        if (
            found["country"]
            or not _are_years(found.group())
            and not _is_register(text, found.start(), REGISTER_IN_A_ROW)
            and not _is_money(text, found)
        ):
            yield found.span()
    for found in ABROAD.finditer(text):
        yield found.span()


def is_birth_date(digits: str) -> bool:
    """Tell whether six digits are a day, month and year (DDMMYY) as CPR numbers begin.

    By date alone: numbers that fail the modulus-11 check have been valid since October 2007. A day
    with 60 added marks a number that a hospital or a register gave.
    """
    day, month = int(digits[:2]), int(digits[2:4])
    if day > 60:
        day -= 60
    # 2000 is a leap year: a 29 February is believed whatever the year.
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000, month)[1]


def _is_register(text: str, start: int, words: re.Pattern = REGISTER) -> bool:
    """Tell whether the words before a number say that it is a register's, and not one to call."""
    found = words.search(text[max(0, start - BEFORE) : start])
    return bool(found) and not CALLED.search(found.group())


def _is_money(text: str, found: re.Match) -> bool:
    """Tell whether a number is an amount: by its groups, or by the words around it."""
    start, end = found.span()
    return bool(
        THOUSANDS.fullmatch(found.group())
        or MONEY_AFTER.match(text, end, end + 10)
        or MONEY_BEFORE.search(text[max(0, start - 20) : start])
    )


def _are_years(written: str) -> bool:
    """Tell whether it is a span of years ("2024-2028") or a date ("20-11-2026")."""
    groups = re.findall(r"\d+", written)
    shape = [len(group) for group in groups]
    if shape == [4, 4]:
        return all(1800 <= int(year) <= 2199 for year in groups)
    if shape == [2, 2, 4]:
        return 1 <= int(groups[1]) <= 12 and 1800 <= int(groups[2]) <= 2199
    return False
