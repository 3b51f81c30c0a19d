"""Danish texts with numbers in them, and the ways in which people write CPR numbers."""

import calendar


def random_cpr(chance) -> str:
    """Return ten digits that begin with a day, a month and a year."""
    month, year = chance.randint(1, 12), chance.randint(0, 99)
    day = chance.randint(1, calendar.monthrange(2000, month)[1])
    return f"{day:02}{month:02}{year:02}{chance.randint(0, 9999):04}"


def _grouped(*sizes, between):
    def write(digits: str) -> str:
        parts, place = [], 0
        for size in sizes:
            parts.append(digits[place : place + size])
            place += size
        return between.join(parts)

    return write


def _wide(digits: str) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in digits)


def _arabic(digits: str) -> str:
    return "".join(chr(0x0660 + int(digit)) for digit in digits)


def _hidden(digits: str) -> str:
    return "\u200b".join(digits)


CPR_SPELLINGS = [
    _grouped(10, between=""),
    *(_grouped(6, 4, between=between) for between in "- .–—−/:\u00a0\u2009\u2011"),
    *(_grouped(6, 4, between=between) for between in (" - ", "- ", " -", "  ")),
    *(_grouped(2, 2, 2, 4, between=between) for between in "- ./–\u00a0"),
    *(_grouped(2, 2, 2, 2, 2, between=between) for between in " .-"),
    *(_grouped(*[1] * 10, between=between) for between in " .-"),
    lambda digits: f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}-{digits[6:]}",
    lambda digits: f"{digits[:2]}/{digits[2:4]}/{digits[4:6]} - {digits[6:]}",
    lambda digits: _wide(digits[:6]) + "－" + _wide(digits[6:]),
    _arabic,
    _hidden,
]

SENTENCES = [
    "Ring til os på {phone} mellem kl. 9 og 12.",
    "Virksomheden har CVR-nr. {eight} og holder til i byen.",
    "Sagen har nummer {year}/{six} i kommunens system.",
    "Se sagsnr. {year}-{six} for resten af papirerne.",
    "Mødet er den {date} kl. 17.00-19.00 i kulturhuset.",
    "Lokalplan {small}.{small} gælder for området fra {fullyear} til {fullyear}.",
    "Vi er {small} familier på vejen, og der kører {four} biler om dagen.",
    "Budgettet for {fullyear} er {million} kr. og for {fullyear} {million} kr.",
    "EAN-nummeret er {ean}, og fakturaen skal sendes elektronisk.",
    "Efter § {small}, stk. {digit}, kan kommunen gøre det på {small} dage.",
    "Skriv til os: tlf. {phone} eller {phone}.",
    "Matrikel {small} {letter}, {four} Kløverå, er på {four} m2.",
]


def harmless_text(chance) -> str:
    """Return three sentences as citizens write them, with telephone, CVR and case numbers."""
    return " ".join(_filled(chance, chance.choice(SENTENCES)) for _n in range(3))


def _filled(chance, sentence: str) -> str:
    def digits(count):
        return "".join(str(chance.randint(0, 9)) for _n in range(count))

    def phone():
        number = str(chance.randint(2, 9)) + digits(7)
        pairs = " ".join(number[n : n + 2] for n in range(0, 8, 2))
        return chance.choice([number, pairs, f"+45 {pairs}", f"{number[:4]} {number[4:]}"])

    makers = {
        "{phone}": phone,
        "{eight}": lambda: str(chance.randint(1, 4)) + digits(7),
        "{six}": lambda: digits(6),
        "{year}": lambda: str(chance.randint(10, 26)),
        "{fullyear}": lambda: str(chance.randint(1990, 2035)),
        "{date}": lambda: f"{chance.randint(1, 28)}-{chance.randint(1, 12)}-2026",
        "{small}": lambda: str(chance.randint(2, 199)),
        "{digit}": lambda: str(chance.randint(1, 9)),
        "{four}": lambda: str(chance.randint(1000, 9999)),
        "{million}": lambda: f"{chance.randint(1, 99)}.{digits(3)}.{digits(3)}",
        "{ean}": lambda: "57" + digits(11),
        "{letter}": lambda: chance.choice("abcdefgh"),
    }
    for name, make in makers.items():
        while name in sentence:
            sentence = sentence.replace(name, make(), 1)
    return sentence
