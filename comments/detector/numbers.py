"""CPR numbers and telephone numbers, told apart by date, grouping and the words before them."""

import calendar
import re
from collections.abc import Iterator

BETWEEN = r"[ .\-/_:]"
# Ten digits as CPR numbers are written, wherever they stand: 6 + 4, in pairs with a last group of
# four, or in one piece.
CPR_WRITTEN = re.compile(
    rf"(?<!\d)\d\d{BETWEEN}{{0,3}}\d\d{BETWEEN}{{0,3}}\d\d{BETWEEN}{{0,3}}\d{{4}}(?!\d)"
)
# Ten digits grouped in any other way, when no other digits are near: in a longer row of pairs they
# are part of telephone numbers.
CPR_SPELLED = re.compile(
    rf"(?<!\d)(?<!\d{BETWEEN})\d(?:{BETWEEN}{{0,3}}\d){{9}}(?!{BETWEEN}{{0,3}}\d)"
)
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
REGISTER = re.compile(
    r"(?:\bcvr|\bse-?nr|\bean|\bsags?|\bjournal|\bj\.? ?nr|\bfaktura|\bordre|\bkonto|\breg\b|\biban"
    r"|\bmatrik|\bp-?nr|\bbfe)[\w .\-]{0,12}[:#]? ?$",
    re.IGNORECASE,
)
BEFORE = 30  # characters in which a word says what a number is


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
            and not _is_register(text, found.start())
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


def _is_register(text: str, start: int) -> bool:
    return bool(REGISTER.search(text[max(0, start - BEFORE) : start]))


def _are_years(written: str) -> bool:
    """Tell whether it is a span of years ("2024-2028") or a date ("20-11-2026")."""
    groups = re.findall(r"\d+", written)
    shape = [len(group) for group in groups]
    if shape == [4, 4]:
        return all(1800 <= int(year) <= 2199 for year in groups)
    if shape == [2, 2, 4]:
        return 1 <= int(groups[1]) <= 12 and 1800 <= int(groups[2]) <= 2199
    return False
