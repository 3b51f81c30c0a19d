"""E-mail addresses, street addresses and links."""

import re
from collections.abc import Iterator

LOCAL = set("abcdefghijklmnopqrstuvwxyzæøå0123456789._%+-")
AT = re.compile(
    r"(?<=[a-zæøå0-9._%+-])@[a-zæøå0-9-]{1,63}(?:\.[a-zæøå0-9-]{1,63}){1,5}", re.IGNORECASE
)
SPELLED_AT = re.compile(r" ?(?:\(at\)|\[at\]|\bsnabel-?a\b) ?", re.IGNORECASE)
SPELLED = re.compile(
    r"[\w.+-]{1,64}(?: ?\.| punktum| dot)? ?[\w-]{2,63} ?(?:\.|punktum|dot) ?[a-z]{2,10}\b",
    re.IGNORECASE,
)
LONGEST_LOCAL = 64
LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,300}", re.IGNORECASE)

# How Danish streets end; before it one word, or another word ("Store Torv", "Gammel Havn").
ENDINGS = (
    *("vej", "vejen", "gade", "gaden", "stræde", "strædet", "allé", "alle", "alléen", "plads"),
    *("pladsen", "torv", "torvet", "vænge", "vænget", "park", "parken", "bakke", "bakken", "sti"),
    *("stien", "boulevard", "boulevarden", "have", "haven", "kaj", "kajen", "mark", "marken"),
    *("toft", "toften", "lund", "lunden", "høj", "højen", "dal", "dalen", "eng", "engen", "kær"),
    *("kæret", "krog", "krogen", "banke", "banken", "bro", "broen", "vang", "vangen", "gård"),
    *("gården", "skrænt", "skrænten", "skov", "skoven", "agre", "ager", "ageren"),
)
HOUSE = re.compile(
    r"(?<=[a-zæøåé]) (?:nr\.? ?)?\d{1,3}(?: ?[A-Za-zÆØÅ])?(?![\w%])", re.ASCII | re.IGNORECASE
)
IN_NAME = set("'.-éüæøå")
LONGEST_NAME = 40
# Counting words after the number: "i skoven 3 gange", "på vejen 20 timer".
COUNTED = re.compile(
    r"^ ?(?:gange?|timer?|dage?|uger?|måneder|år|meter|m|km|kilometer|procent|personer|børn|stk"
    r"|borgere|huse|boliger|biler|træer|pladser|kr|kroner|minutter?|steder)\b",
    re.IGNORECASE,
)
# Words that go on with the number where it is none of a house: "cykelsti 3 og 4". After a name with a
# capital they only go on with the sentence: "jeg bor på Skovvej 12 og synes".
GOES_ON = re.compile(r"^ ?(?:af|og|eller|til)\b", re.IGNORECASE)


def find_emails(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of e-mail addresses, also of "navn (at) sted.dk"."""
    for sign in AT.finditer(text):
        at, end = sign.span()
        start = at
        while start > 0 and at - start < LONGEST_LOCAL and text[start - 1].lower() in LOCAL:
            start -= 1
        yield start, end
    for spelled in SPELLED_AT.finditer(text):
        start = spelled.start()
        while (
            start > 0
            and spelled.start() - start < LONGEST_LOCAL
            and (text[start - 1].lower() in LOCAL)
        ):
            start -= 1
        rest = SPELLED.match(text, spelled.end(), spelled.end() + 2 * LONGEST_LOCAL)
        if start < spelled.start() and rest:
            yield start, rest.end()


def find_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of street names with a house number."""
    for house in HOUSE.finditer(text):
        start = _street_before(text, house.start())
        rest = text[house.end() : house.end() + 12]
        if start is None or COUNTED.match(rest):
            continue
        if text[start].isupper() or not GOES_ON.match(rest):
            yield start, house.end()


def _street_before(text: str, end: int) -> int | None:
    """Return where a street's name begins that ends at `end`, or None when it is no street."""
    start = _word_before(text, end)
    word = text[start:end]
    if not word.lower().endswith(ENDINGS):
        return None
    if word.lower() not in ENDINGS:
        return start
    # "Store Torv 4" is an address; "på vejen 4" is none.
    before = _word_before(text, start - 1)
    is_name = text[start - 1 : start] == " " and text[before : before + 1].isupper()
    return before if is_name and word[0].isupper() else None


def _word_before(text: str, end: int) -> int:
    start = end
    while (
        start > 0
        and end - start < LONGEST_NAME
        and (text[start - 1].isalpha() or text[start - 1] in IN_NAME)
    ):
        start -= 1
    return start


def find_links(text: str) -> Iterator[tuple[int, int]]:
    for found in LINK.finditer(text):
        yield found.span()
