"""The parts of Danish compounds: "borgerinddragelsespolitik" is found by "inddragelse" and by "politik".

`danish_parts.txt` is our own list: the words that the texts of a municipality's policies are put
together from. A compound is one only when it falls into parts of the list without a rest, so that
"forslag" is never found by "slag".
"""

from functools import cache
from pathlib import Path

from .letters import fold

_ENDINGS = """
s en ens et ets e es er ers erne ernes n ns t ts r rs rne rnes ne nes ene enes
"""
LINKS = ("", "s", "e")
ENDINGS = frozenset(_ENDINGS.split()) | {""}
SHORTEST = 2  # letters of a part
MOST = 5  # parts of a word
LONGEST = 60  # letters of a word that is taken apart


@cache
def known_parts() -> dict[str, str]:
    """Return the words of the list as they are written, by their folded form."""
    file = Path(__file__).with_name("danish_parts.txt")
    return {fold(part): part for part in file.read_text(encoding="utf-8").split()}


@cache
def _joined() -> dict[str, str]:
    """Return the words in -e as they join another: "samarbejds" of "samarbejde"."""
    return {f"{form[:-1]}s": part for form, part in known_parts().items() if form.endswith("e")}


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(form) for form in [*known_parts(), *_joined()]}, reverse=True))


def parts(word: str) -> list[str]:
    """Return the parts of a compound in small letters, as the list has them, else nothing.

    However æ, ø and å are written in it.
    """
    word = fold(word)
    if not 5 <= len(word) <= LONGEST:
        return []
    found = _split(word, 0, MOST)
    forms = _joined() | known_parts()
    return [forms[form] for form in found] if found and len(found) > 1 else []


def undoubled(word: str) -> str:
    """Return the word of the list of which this is a form behind a doubled letter, else the word.

    "processer" is a form of "proces", of which no rule for endings knows that its "es" is none.
    """
    folded = fold(word)
    for part in _parts_at(folded, 0):
        rest = folded[len(part) :]
        if part in known_parts() and rest[:1] == part[-1] and _is_ending(part, rest):
            return known_parts()[part]
    return word


def _split(word: str, start: int, left: int) -> list[str] | None:
    """Return the fewest parts from a place to the word's end, or None."""
    best = None
    for part in _parts_at(word, start):
        end, is_word = start + len(part), part in known_parts()
        if is_word and _is_ending(part, word[end:]):
            return [part]
        if left == 1:
            continue
        for link in LINKS if is_word else ("",):
            if word.startswith(link, end) and len(word) - end - len(link) >= SHORTEST:
                rest = _split(word, end + len(link), left - 1)
                if rest is not None and (best is None or len(rest) + 1 < len(best)):
                    best = [part, *rest]
    return best


def _is_ending(part: str, rest: str) -> bool:
    """Also behind a doubled letter: "politik", "politikken"."""
    return rest in ENDINGS or (rest[:1] == part[-1] and rest[1:] in ENDINGS - {""})


def _parts_at(word: str, start: int) -> list[str]:
    possible = (word[start : start + length] for length in _lengths())
    return [part for part in dict.fromkeys(possible) if part in known_parts() or part in _joined()]
