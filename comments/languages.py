"""The languages that a comment can be said to be written in, each called as its speakers call it."""

from django.utils.translation import get_language_info

# What people in Danish municipalities write in. The page's own language stands first in the form.
WRITTEN = (
    *("da", "en", "de", "ar", "bs", "es", "fa", "fr", "hr", "is", "it", "lt", "nb", "nl", "pl"),
    *("pt", "ro", "ru", "sq", "sr", "sv", "th", "tr", "uk", "ur", "vi"),
)


def written_languages() -> list[tuple[str, str]]:
    """Return [(code, name)] in the order of the names, each in its own letters."""
    named = [(code, get_language_info(code)["name_local"]) for code in WRITTEN]
    return sorted(named, key=lambda pair: pair[1].casefold())
