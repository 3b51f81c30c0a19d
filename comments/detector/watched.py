"""Words from the list that staff keep: whole words, whatever the case and the accents."""

import unicodedata
from collections.abc import Iterable, Iterator

MOST_WORDS = 500
MANY = "*"


def find_watched(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, length) of the words of a list in a text. "idiot*" finds "Idioterne" as well.

    One pass over the text, and over the list's sets: the time grows with the text alone.
    """
    listed = [fold(word) for word in list(words)[:MOST_WORDS]]
    whole = {word for word in listed if word and not word.endswith(MANY)}
    begun = {word.rstrip(MANY) for word in listed if word.endswith(MANY)} - {""}
    lengths = sorted({len(beginning) for beginning in begun})
    for start, end in _words(text):
        word = fold(text[start:end])
        if word in whole or any(word[:length] in begun for length in lengths):
            yield start, end - start


def fold(word: str) -> str:
    """Return a word without case and accents. "æ", "ø" and "å" are letters of their own."""
    composed = unicodedata.normalize("NFKC", word).casefold().strip()
    return "".join(map(_plain, composed))


def _plain(letter: str) -> str:
    if letter in "æøå":
        return letter
    apart = unicodedata.normalize("NFD", letter)
    return "".join(sign for sign in apart if unicodedata.category(sign) not in {"Mn", "Cf"})


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of runs of letters and digits, accents and invisible signs among them."""
    start = None
    for place, sign in enumerate(text):
        is_part = sign.isalnum() or unicodedata.category(sign) in {"Mn", "Cf"}
        if is_part and start is None:
            start = place
        elif not is_part and start is not None:
            yield start, place
            start = None
    if start is not None:
        yield start, len(text)
