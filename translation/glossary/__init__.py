"""How the site calls things: the explained terms (`policy.models.Term`), as translators use them.

A term's Danish row is what is looked for in a text, its row in another language what it must be
called there.
"""

from .book import Entry, book_of, entries_in

__all__ = ["Entry", "book_of", "entries_in"]
