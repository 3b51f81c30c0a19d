"""The mark of a text: the same for two texts that a reader would call identical."""

import hashlib
import re
import unicodedata

WORDS = re.compile(r"\w+")


def plain_words(text: str) -> list[str]:
    """Return the words of a text without capitals, marks and layout, in their order.

    NFKC, so that what is copied out of a PDF ("ﬁ") is what was typed.
    """
    return WORDS.findall(unicodedata.normalize("NFKC", text).casefold())


def mark_of(text: str, hearing_id: int) -> str:
    """Return the mark of a text in a hearing: SHA-256 in hex of its plain words.

    A text without words, of emojis alone, is compared as it stands. In another hearing the same
    words have another mark: there they are another case.
    """
    words = " ".join(plain_words(text)) or text
    said = f"{hearing_id}\n{words}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
