"""Danish words where only plain letters fit: in file names and in addresses."""

from django.utils.text import slugify

# As Danes spell them where the letters are missing. Unicode takes å apart, and drops the other two.
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def slug_of(words: str) -> str:
    """Return the words as a slug: "Høring på åen" is "hoering-paa-aaen"."""
    return slugify(str(words).lower().translate(LETTERS))
