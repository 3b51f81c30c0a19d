"""What stands behind a language's own catalogue: the English one, whose words know that they are."""

from django.utils.translation.trans_real import CONTEXT_SEPARATOR

from .words import Words

# Messages that are no words: parts of addresses, and how a date is put together.
NO_WORDS = ("address", "date format")


class English:
    """The English catalogue behind the language `code`; what gettext asks of a fallback."""

    def __init__(self, english, code: str):
        self.english = english
        self.code = code

    def add_fallback(self, fallback) -> None:
        self.english.add_fallback(fallback)

    def gettext(self, message: str) -> str:
        """Return the English words. One with a context comes without it, or Django would drop the marks."""
        found = self.english.gettext(message)
        context, is_there, bare = message.rpartition(CONTEXT_SEPARATOR)
        if not is_there:
            return Words(found, self.code)
        found = bare if CONTEXT_SEPARATOR in found else found
        return found if context in NO_WORDS else Words(found, self.code)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the English words; with a context that is not known Django asks again without."""
        found = self.english.ngettext(one, many, n)
        return found if CONTEXT_SEPARATOR in found else Words(found, self.code)
