"""One spelling for three: "høring", "hoering" and "horing" are the same word to the search."""

import unicodedata
from functools import lru_cache

# Whoever has no ø on the keyboard writes one of the others.
LETTERS = str.maketrans({"æ": "a", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ł": "l", "þ": "th"})
PAIRS = (("ae", "a"), ("oe", "o"), ("aa", "a"))
LONGEST = 80  # letters of a word in the index


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return a word with plain letters where it is Latin; other scripts keep theirs."""
    word = unicodedata.normalize("NFKC", word).lower().translate(LETTERS)
    parts = unicodedata.normalize("NFD", word)
    folded = "".join(c for c in parts if c.isalnum() or _is_vowel_sign(c)) or word
    for pair, letter in PAIRS:
        folded = folded.replace(pair, letter)
    return folded[:LONGEST]


def _is_vowel_sign(letter: str) -> bool:
    """The marks without which a word of an Indian script is another word; accents are none."""
    return unicodedata.category(letter) == "Mc"
