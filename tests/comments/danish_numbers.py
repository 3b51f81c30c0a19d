"""Danish texts full of numbers, of which it is known which are telephone numbers and which are not."""

import calendar
from random import Random

GAPS = ("", "-", " ", "\u00a0", "–", ".", " - ", "\n", "/", "\u2009")
BEFORE = ("", "cpr ", "CPR-nr.: ", "cpr.nr. ", "Mit personnummer er ", "CPR:", "født ")
AROUND = ("{}", "({})", "»{}«", "{}.", "{}, som I ved")


def written_cpr(chance: Random) -> str:
    """Return a sentence with a CPR number in one of the ways in which people write, or hide, it."""
    month, year = chance.randint(1, 12), chance.randint(0, 99)
    day = chance.randint(1, calendar.monthrange(2000, month)[1])
    birthday, last = f"{day:02}{month:02}{year:02}", f"{chance.randint(0, 9999):04}"
    if chance.random() < 0.25:
        inner = chance.choice((" ", ".", "-", "/", "\u00a0"))
        birthday = inner.join((birthday[:2], birthday[2:4], birthday[4:]))
    number = birthday + chance.choice(GAPS) + last
    hide = chance.choice((str, str, _wide, _arabic, _with_zero_width))
    return "Jeg skriver: " + chance.choice(BEFORE) + chance.choice(AROUND).format(hide(number))


def _wide(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in text)


def _arabic(text: str) -> str:
    return "".join(chr(ord(sign) - 48 + 0x0660) if sign.isdigit() else sign for sign in text)


def _with_zero_width(text: str) -> str:
    return "\u200b".join(text)


# "{8}": eight digits as one piece or in groups; "{n}" of other n: so many digits.
HARMLESS = (
    "Virksomheden har CVR-nr. {8} og holder til i byen.",
    "CVR {8} skal stå på fakturaen.",
    "Foreningens cvr-nummer er {8}.",
    "Se CVR: {8} i registeret.",
    "Firmaet (CVR nr.: {8}) har svaret.",
    "P-nummer {10} og SE-nr. {8} er oplyst.",
    "Sagsnr. {yy}/{5} handler om det samme.",
    "Se sag {yyyy}-{6} i arkivet.",
    "Sagen har sagsnummer {8} hos jer.",
    "Jeres sag nr. {yyyy}-{4} er lukket.",
    "Journalnr. {8} må I ikke glemme.",
    "Sagsid {8} er nævnt i brevet.",
    "Se 01.02.03-P20-{1}-{yy} og {2}.{2}.{2}-G01-{2}-{yy}.",
    "KLE-nummer {2}.{2}.{2} er brugt om sagen.",
    "Dokumentnr. {8} ligger i mappen.",
    "Mødet er den {date} kl. 17.00-19.00 i kulturhuset.",
    "Planen gælder {yyyy}-{yyyy}, og den forrige {yyyy} – {yyyy}.",
    "Budgettet for {yyyy} er {million} kr. og siden {million} kroner.",
    "Det koster {2} {3} {3} kr. om året.",
    "Beløbet er kr. {2}.{3}.{3},00 i alt.",
    "EAN-nummeret er 57{11}, og fakturaen sendes elektronisk.",
    "EAN {ean} står på siden.",
    "Indbetal på konto {4} {8} inden fredag.",
    "Kontonr. {4}-{10} er foreningens; reg.nr. {4}, konto {8}.",
    "Fakturanr. {8} og ordrenummer {8} er fra i år.",
    "Matrikel {2} a, {4} Kløverå, er på {4} m2.",
    "Lokalplan {2}.{2} gælder fra {yyyy} til {yyyy}, se side {2}-{2}.",
    "Efter § {2}, stk. {1}, kan kommunen gøre det på {2} dage.",
    "Der bor {5} borgere i {4} Aarhus C og {4} i resten.",
    "BFE-nummer {7} er vores grund.",
)
TELEPHONES = (
    "Ring til os på {phone} mellem kl. 9 og 12.",
    "Skriv til os: tlf. {phone} eller {phone}.",
    "Mit nummer er {phone}, hvis I vil vide mere.",
    "Vil I ringe? {phone}",
)


def text_with_numbers(chance: Random) -> tuple[str, int]:
    """Return (text, how many telephone numbers): three sentences, now and then with one to call."""
    sentences = [chance.choice(HARMLESS) for _n in range(3)]
    if chance.random() < 0.3:
        sentences[chance.randrange(3)] = chance.choice(TELEPHONES)
    text = " ".join(sentences)
    return filled(chance, text), text.count("{phone}")


def filled(chance: Random, text: str) -> str:
    """Fill a template's places with numbers."""
    parts = text.split("{")
    return parts[0] + "".join(
        _number(chance, *part.split("}", 1)[:1]) + part.split("}", 1)[1] for part in parts[1:]
    )


def _number(chance: Random, name: str) -> str:
    def digits(count: int) -> str:
        return "".join(str(chance.randint(0, 9)) for _n in range(count))

    def telephone() -> str:
        number = chance.choice("23456789") + digits(7)
        pairs = " ".join(number[n : n + 2] for n in range(0, 8, 2))
        return chance.choice([number, pairs, f"+45 {pairs}", f"{number[:4]} {number[4:]}"])

    def eight() -> str:
        number = chance.choice("123456789") + digits(7)
        pairs = " ".join(number[n : n + 2] for n in range(0, 8, 2))
        return chance.choice([number, number, pairs, f"{number[:4]} {number[4:]}"])

    ean = "57" + digits(11)
    named = {
        "phone": telephone,
        "8": eight,
        "yy": lambda: str(chance.randint(10, 26)),
        "yyyy": lambda: str(chance.randint(1990, 2035)),
        "date": lambda: f"{chance.randint(1, 28):02}-{chance.randint(1, 12):02}-2026",
        "million": lambda: f"{chance.randint(1, 99)}.{digits(3)}.{digits(3)}",
        "ean": lambda: f"{ean[:2]} {ean[2:7]} {ean[7:]}",
    }
    return named[name]() if name in named else digits(int(name))
