"""Danish stems, by the rules of the Snowball project's Danish stemmer, and Danish stop words.

Two rules are our own. A word in -s keeps its stem in its forms: Snowball has "plad" of "plads" and
"plads" of "pladser". And what one does has the stem of doing it: "orientering", "orienterer".
"""

_ENDINGS = """
hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer heds es endes erendes
enes ernes eres ens hedens erens ers ets erets et eret
"""
_STOP = """
ad af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din dine
disse dit dog du efter eller en end er et for fra ham han hans har havde have hende hendes her hos
hun hvad hvem hvis hvor hvordan hvornår i ikke ind ja jeg jer jeres jo kan kom kunne man mange med
meget men mig min mine mit mod må ned noget nogle nu når og også om op os over på sig sin sine sit
skal skulle som så sådan til ud under var ved vi vil ville vor vore være været
"""
VOWELS = frozenset("aeiouyæåø")
ENDINGS_1 = sorted(
    _ENDINGS.split(),
    key=len,
    reverse=True,
)
BEFORE_S = frozenset("abcdfghjklmnoprtvyzå")
DOUBLED = ("gd", "dt", "gt", "kt")
ENDINGS_3 = ("løst", "elig", "els", "lig", "ig")

STOP_WORDS = frozenset(_STOP.split())


def stem(word: str) -> str:
    """Return the stem of a word in small letters: "høringerne" gives "høring"."""
    start = _region(word)
    word = _without_noun_of_verb(_without_ending(word, start), start)
    word = _undoubled(word, start)
    if word.endswith("igst"):
        word = word[:-2]
    for ending in ENDINGS_3:
        if word.endswith(ending) and len(word) - len(ending) >= start:
            word = word[:-1] if ending == "løst" else _undoubled(word[: -len(ending)], start)
            break
    if len(word) > start and word[-1:] == word[-2:-1] and word[-1] not in VOWELS:
        word = word[:-1]
    return word


def _region(word: str) -> int:
    """Return where endings may begin: after the first consonant behind a vowel, the third letter at least."""
    for place in range(1, len(word)):
        if word[place] not in VOWELS and word[place - 1] in VOWELS:
            return max(place + 1, 3)
    return len(word)


def _without_ending(word: str, start: int) -> str:
    for ending in ENDINGS_1:
        if word.endswith(ending) and len(word) - len(ending) >= start:
            rest = word[: -len(ending)]
            return rest if rest.endswith("els") else _without_s(rest, start)
    return _without_s(word, start)


def _without_s(word: str, start: int) -> str:
    if word.endswith("s") and len(word) - 1 >= start and word[-2:-1] in BEFORE_S:
        return word[:-1]
    return word


def _without_noun_of_verb(word: str, start: int) -> str:
    rest = word.removesuffix("ering")
    return rest if len(rest) >= max(start, 4) else word


def _undoubled(word: str, start: int) -> str:
    if word.endswith(DOUBLED) and len(word) - 2 >= start:
        return word[:-1]
    return word
