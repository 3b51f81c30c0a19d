"""From what somebody typed to words that no search backend can choke on.

Quotes, operators, NUL and single signs make the backends raise (or mean something else than a
citizen meant), and each backend minds others. So only letters and digits get through.
"""

import unicodedata

MAX_LENGTH = 200  # characters
MAX_WORDS = 20


def clean_query(typed: str) -> list[str]:
    """Return the words of a query in lower case, in their order, each once. Never raises.

    Lower case, since AND, OR, NOT and NEAR are operators only in capitals.
    """
    text = unicodedata.normalize("NFC", typed[:MAX_LENGTH])
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in text)
    words = (word for word in kept.lower().split() if _has_substance(word))
    return list(dict.fromkeys(words))[:MAX_WORDS]


def readable_query(typed: str) -> str:
    """Return what was typed, fit to be shown in the search field again: no control characters."""
    text = unicodedata.normalize("NFC", typed[:MAX_LENGTH])
    return " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in text).split())


def _has_substance(word: str) -> bool:
    """A word of marks alone (accents without their letter) is nothing to any backend."""
    return any(unicodedata.category(c)[0] in "LN" for c in word)
