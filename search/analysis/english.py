"""English stems: the endings of number, of verbs and of adverbs, no more; and English stop words."""

_STOP = """
a about after all also an and any are as at be been but by can could did do does for from had has
have he her his how i if in into is it its may me my no not of on or our she should so than that
the their them then there these they this to was we were what when where which who will with would
you your
"""
VOWELS = frozenset("aeiouy")
STOP_WORDS = frozenset(_STOP.split())
SHORTEST = 3  # letters that stay


def stem(word: str) -> str:
    """Return the stem of a word in small letters: "deadlines" gives "deadlin", as "deadline" does."""
    word = _singular(word)
    for ending in ("edly", "ingly", "ing", "ed", "ly"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= SHORTEST and VOWELS & set(rest):
            word = _undoubled(rest)
            break
    if word.endswith("y") and len(word) > SHORTEST and word[-2] not in VOWELS:
        return word[:-1] + "i"
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and len(word) > SHORTEST and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _undoubled(word: str) -> str:
    if word[-1] == word[-2] and word[-1] not in "aeioulsz":
        return word[:-1]
    return word
