"""Guess in which language a text is written: a hint for staff, who see the text and decide.

By letters that only some languages have, and by the small words that every text is full of.
"""

import re
from collections import Counter

WORD = re.compile(r"[^\W\d_]+")
SMALL_WORDS = {
    "da": "og i at det er en til på af for ikke der den som jeg har med de kan vi skal et også men",
    "en": "the and of to in is that it for you not are with this be have on as but they we should",
    "de": "und der die das ist nicht zu ich ein eine es sie mit den auf für wir auch sind von dass",
    "pl": "i nie się na że w to jest z do jak o co by dla są tak ale czy przez od po być mi",
    "uk": "і не на що в з та до як є це для ми ви він але чи про від по у так бути які",
    "ar": "في من على إلى أن هذا هذه لا ما كل هو هي مع عن أو كان التي الذي ولا لم قد نحن يجب",
}
WORDS = {code: frozenset(words.split()) for code, words in SMALL_WORDS.items()}
# Letters that tell more than a word does.
LETTERS = {
    "da": "æøå",
    "de": "äöüß",
    "pl": "ąćęłńśźż",
    "uk": "іїєґ",
}
SCRIPTS = (("ar", "\u0600", "\u06ff"), ("uk", "\u0400", "\u04ff"))
ENOUGH_WORDS = 3
READ = 4000  # characters


def guess_language(text: str) -> str:
    """Return a code, or "" where the text is too short or looks like several."""
    text = text[:READ].casefold()
    words = WORD.findall(text)
    if len(words) < ENOUGH_WORDS:
        return ""
    for code, first, last in SCRIPTS:
        letters = sum(first <= letter <= last for letter in text)
        if letters * 2 > sum(map(len, words)):
            return _in_script(code, text)
    scores = Counter()
    for code, small in WORDS.items():
        scores[code] = sum(word in small for word in words)
    for code, letters in LETTERS.items():
        scores[code] += sum(map(text.count, letters))
    (best, score), (_next, second) = scores.most_common(2)
    return best if score >= 2 and score > second else ""


def _in_script(code: str, text: str) -> str:
    """Tell Ukrainian from Russian and Bulgarian, and Arabic from Persian and Urdu, or say nothing."""
    if code == "uk":
        return "uk" if any(letter in text for letter in LETTERS["uk"]) else ""
    return "" if any(letter in text for letter in "پچگژٹڈی") else code
