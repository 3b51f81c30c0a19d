"""Stems and stop words of the languages beside Danish and English.

The stems are Snowball's where it knows the language. Ukrainian, which it does not know, loses the
endings of nouns and adjectives by the rules below.
"""

from collections.abc import Callable
from functools import cache

import snowballstemmer

ALGORITHMS = {
    "ar": "arabic",
    "cs": "czech",
    "de": "german",
    "es": "spanish",
    "et": "estonian",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
_STOP = {
    "ar": "في من على إلى عن أن إن ما لا هل هذا هذه ذلك التي الذي هو هي و أو ثم كان قد كل مع بعد",
    "de": (
        "aber als am an auch auf aus bei bin bis das dass dem den der des die doch du ein eine einem einen"
        " einer er es für hat ich ihr im in ist ja mit nach nicht noch nur oder sein sich sie sind so"
        " über um und uns von vor war was wenn wer wie wir wird wo zu zum zur"
    ),
    "pl": (
        "a ale aby być by co czy dla do gdy gdzie i ich ja jak jako jest jestem ku lub ma mi może my na nad"
        " nie o od on ona oraz po pod przez przy są się ta tak to tu ty w we z za ze że"
    ),
    "uk": (
        "а або але без був була були бути в ви від він вона вони для до є з за зі і й із їх її його коли"
        " ми на не ні о об по при про та так те ти то у ці це цей що щоб я як яка який які"
    ),
}
STOP_WORDS = {language: frozenset(words.split()) for language, words in _STOP.items()}

_ENDINGS = """
іями іях іям ією ія ії ію ами ями ові еві єві ого ому ими іми ою ею єю ої ій ий их іх им ім ах ях ам
ям ів їв ом ем єм а я у ю о е є и і ї й ь
"""
UKRAINIAN_ENDINGS = sorted(_ENDINGS.split(), key=len, reverse=True)
SHORTEST = 3  # letters that stay


def stem(word: str, language: str) -> str:
    """Return the stem of a word in small letters, or the word itself in a language without rules."""
    rule = _rule(language.partition("-")[0])
    return rule(word) or word


@cache
def _rule(language: str) -> Callable[[str], str]:
    if language == "uk":
        return _ukrainian
    if language not in ALGORITHMS:
        return str
    # A new one for each word: it keeps the word in itself, and threads would share it.
    return lambda word: snowballstemmer.stemmer(ALGORITHMS[language]).stemWord(word)


def _ukrainian(word: str) -> str:
    """Return "громад" of "громада", "громади", "громадою"; "слухан" of "слухання" and "слухань"."""
    for ending in UKRAINIAN_ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= SHORTEST:
            return rest[:-1] if rest[-1] == rest[-2] else rest
    return word
