"""The glossary at the desk: shown beside a text where a term occurs, and asked when it is saved."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from policy.terms import Finder
from translation.exchange.faults import TAG

from .book import Book, book_of, entries_in


def terms_beside(segment, locale, user) -> str:
    """Return the terms that occur in a text and what they are called, as HTML; "" for none."""
    entries = entries_in(segment.string.data, _kept_book(locale, user))
    if not entries:
        return ""
    rows = format_html_join(
        "",
        '<div><dt lang="da">{}</dt><dd><b lang="{}" dir="auto">{}</b>{} '
        '<small dir="auto">{}</small></dd></div>',
        (
            (entry.danish, locale.language_code, entry.name, _never(entry), entry.definition)
            for entry in entries
        ),
    )
    return format_html("<h4>{}</h4><dl>{}</dl>", _("Glossary"), rows)


def broken_terms(source_text: str, target_text: str, locale) -> list[str]:
    """Return what a translation calls otherwise than the glossary: warnings, and no more than that."""
    book = book_of(locale)
    target = TAG.sub(" ", target_text)
    found = []
    for entry in entries_in(source_text, book):
        said = [word for word in entry.avoided if _says(target, word)]
        words = {"danish": entry.danish, "name": entry.name, "said": "”, “".join(said)}
        if said:
            found.append(_("“%(danish)s” is called “%(name)s” and not “%(said)s”.") % words)
        elif not any(form.casefold() in target.casefold() for form in entry.forms):
            found.append(_("“%(danish)s” is called “%(name)s” in the glossary.") % words)
    return found


def _says(text: str, word: str) -> bool:
    return bool(Finder([{"name": word, "forms": [word]}]).names_in(text))


def _never(entry) -> str:
    if not entry.avoided:
        return ""
    return " " + _("(not: %(words)s)") % {"words": ", ".join(entry.avoided)}


def _kept_book(locale, user) -> Book:
    """Read the glossary once, and keep it as long as the request's user object lives."""
    kept = user.__dict__.setdefault("_glossaries", {})
    if locale.pk not in kept:
        kept[locale.pk] = book_of(locale)
    return kept[locale.pk]
