"""The terms of a language beside their Danish ones."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q

from policy.models import Term
from policy.terms import Finder
from translation.exchange.faults import TAG


@dataclass(frozen=True)
class Entry:
    """A Danish term and what it is called in another language. `avoided` are plain words."""

    danish: str
    definition: str
    name: str
    forms: tuple[str, ...]
    avoided: tuple[str, ...]


@dataclass(frozen=True)
class Book:
    """All entries of a language, and what finds them in a Danish text."""

    entries: dict[str, Entry]
    finder: Finder


def book_of(locale) -> Book:
    """Return the glossary of a language. One query."""
    danish = Q(locale__language_code=settings.LANGUAGE_CODE)
    found = Term.objects.filter(danish | Q(pk__in=Term.objects.filter(locale=locale).public()))
    found = list(found.order_by("name", "pk"))
    own = {term.translation_key: term for term in found if term.locale_id == locale.pk}
    entries, terms = {}, []
    for term in found:
        if term.locale_id == locale.pk:
            continue
        there = own.get(term.translation_key)
        if there is None or term.name in entries:
            continue
        terms.append({"name": term.name, "forms": term.forms, "explanation": term.explanation})
        entries[term.name] = Entry(
            danish=term.name,
            definition=there.explanation,
            name=there.name,
            forms=tuple(there.forms),
            avoided=tuple(there.avoided_forms),
        )
    return Book(entries, Finder(terms))


def entries_in(source: str, book: Book) -> list[Entry]:
    """Return the terms that occur in a Danish text (HTML), by name."""
    return [book.entries[name] for name in sorted(book.finder.names_in(TAG.sub(" ", source)))]
