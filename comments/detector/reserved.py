"""Names under which somebody could pass for the municipality, whatever alphabet they are written in.

A name is compared by its shape: "Bоrgmester" with a Cyrillic "о" looks like the word that readers
know, so it counts as that. A look-alike is a reason to look, never to refuse: people are called what
they are called.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from .watched import MANY, fold

# What a citizen is not, in the languages that readers of the page know. `*`: and what begins so.
TITLES = (
    *(
        "kommune",
        "kommunen",
        "kommunes",
        "kommunens",
        "kommunal*",
        "borgmester*",
        "viceborgmester*",
    ),
    *("byråd", "byrådet", "byråds", "byrådets", "byrådsmedlem*", "byrådssekretar*", "rådhus*"),
    *("forvaltning", "forvaltningen", "direktion*", "udvalgsformand*", "sagsbehandler*"),
    *("administrator", "moderator*", "redaktør*", "webmaster", "municipality", "mayor"),
)
# Letters of other alphabets, and digits, that look like a Latin one. Capitals by themselves: a Greek
# "Ν" is an N to the eye, and its small letter "ν" a v.
CAPITALS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "ABESIJKMHOPCTYXQWABEZHIKMNOPTYX",
)
SMALL = str.maketrans(
    "абвгԁезіјкӏмнорсԛтуѵԝхһьѕєԍոαβγεηικνορτυχωςσμıɡɑ0134",
    "abbrde3ijklmhopcqtyvwxhbsegnabyenikvoptuxwccmigaoiea",
)
MOST_NAMES = 2_000
SHORTEST = 4  # letters; below that a name says nothing by itself


def looks_reserved(name: str, names: Iterable[str] = ()) -> bool:
    """Tell whether a name has a title in it, or one of the `names` whole, as readers would see it."""
    words = _words(name)
    if not words:
        return False
    squeezed = "".join(words)
    for reserved in [*TITLES, *list(names)[:MOST_NAMES]]:
        wanted = list(_wanted(reserved.removesuffix(MANY)))
        if len("".join(wanted)) < SHORTEST:
            continue
        if _stands_in(words, wanted, reserved.endswith(MANY)) or squeezed == "".join(wanted):
            return True
    return False


def shape_of(word: str) -> str:
    """Return how a word looks: no case, no accents, Latin letters for what looks like them."""
    return fold(fold(word.translate(CAPITALS)).translate(SMALL)).replace("aa", "å")


@lru_cache(maxsize=2 * MOST_NAMES)
def _wanted(name: str) -> tuple[str, ...]:
    """The same few names are asked for with every comment."""
    return tuple(_words(name))


def _words(name: str) -> list[str]:
    parted = "".join(sign if _is_part(sign) else " " for sign in name)
    return [word for word in map(shape_of, parted.split()) if word]


def _is_part(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign) in {"Mn", "Cf"}


def _stands_in(words: list[str], wanted: list[str], is_beginning: bool) -> bool:
    """Tell whether the wanted words stand side by side among the words, with or without an "s"."""
    for start in range(len(words) - len(wanted) + 1):
        here = words[start : start + len(wanted)]
        if here[:-1] != wanted[:-1]:
            continue
        last, looked_for = here[-1], wanted[-1]
        if last in {looked_for, f"{looked_for}s"} or (is_beginning and last.startswith(looked_for)):
            return True
    return False
