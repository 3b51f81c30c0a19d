"""Read an EditionText into a `Document`, in the text's own language."""

import re

from django.conf import settings
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from policy.kinds import PassageKind
from policy.reading.links import page_addresses, page_keys, resolve_links
from policy.reading.notes import ReadNote, notes_of
from policy.reading.shape import ReadPassage, chapters_of, read_content
from policy.templatetags.dates import day_in_words

from .document import Document, Figure, Note, Part
from .fields import fields_of, labels_in
from .publisher import publisher_in

OWN_ADDRESS = re.compile(r'href="(?=/(?!/))')


def read_document(text, page) -> Document:
    """Return what a public EditionText says; `page` gives addresses. A fixed number of queries."""
    language = text.locale.language_code
    with translation.override(language):
        edition = text.edition
        return Document(
            language=language,
            direction="rtl" if translation.get_language_bidi() else "ltr",
            title=text.title,
            edition=str(edition.name),
            address=_absolute(page.edition_url(edition)),
            introduction=text.introduction,
            case_number=edition.case_number,
            made_at=text.frozen_at.isoformat(timespec="seconds"),
            sha256=text.sha256,
            publisher=publisher_in(language),
            facts=tuple(_facts(text)),
            notices=tuple(_notices(text)),
            notes=tuple(_note(note) for note in notes_of(edition, text.locale_id, page)),
            parts=tuple(_parts(text, page, labels_in(language))),
            terms=tuple((term["name"], term["explanation"]) for term in text.terms),
        )


def _absolute(url: str) -> str:
    return settings.BASE_URL + url if url.startswith("/") else url


def _facts(text):
    edition = text.edition
    if edition.is_adopted:
        by = f" · {text.adopted_by}" if text.adopted_by else ""
        yield _("Adopted"), day_in_words(edition.adopted_on) + by
        yield _("In force from"), day_in_words(edition.in_force_from)
    else:
        yield _("Public since"), day_in_words(edition.public_from)
    if edition.case_number:
        yield _("Case number"), edition.case_number
    if edition.based_on and edition.based_on.is_public():
        yield _("Builds on"), capfirst(edition.based_on.name)


def _notices(text):
    if not text.edition.is_adopted:
        yield _("This is a draft for a hearing. It is not in force.")
    if not text.is_authoritative:
        yield _("This is a translation. The Danish text is the one that counts.")


def _note(note: ReadNote) -> Note:
    given = {"edition": note.edition.name, "day": day_in_words(note.made_at)}
    if note.is_withdrawal:
        heading = _("%(edition)s was withdrawn on %(day)s") % {
            **given,
            "edition": capfirst(note.edition.name),
        }
    elif note.is_correction:
        heading = _("Misprint in %(edition)s, corrected on %(day)s") % given
    else:
        heading = _("%(edition)s was adopted although something was missing") % {
            "edition": capfirst(note.edition.name)
        }
    printed, correct = _("Printed:"), _("To be read as:")
    wordings = ((printed, note.before), (correct, note.after)) if note.is_correction else ()
    return Note(
        heading=heading,
        text=note.text,
        language=note.language,
        label=note.label,
        url=_absolute(note.url),
        wordings=wordings,
        wording_language=note.wording_language,
    )


def _parts(text, page, labels):
    passages = read_content(text.content, page, {})
    addresses = page_addresses(page_keys(p.value for p in passages), page.locale_id)

    def html(words: str) -> str:
        return OWN_ADDRESS.sub(f'href="{settings.BASE_URL}', resolve_links(words, addresses))

    for chapter in chapters_of(passages):
        if chapter.heading:
            yield _part(chapter.heading, 2, labels, html)
        elif chapter.passages:
            yield Part(2, "introduction", PassageKind.HEADING, "", _("Introduction"), "", "")
        for passage in chapter.passages:
            yield _part(passage, 3, labels, html)


def _part(passage: ReadPassage, level, labels, html) -> Part:
    is_figure = passage.kind == PassageKind.FIGURE
    value = passage.value
    return Part(
        level=level,
        code=passage.code,
        kind=str(passage.kind),
        printed=str(passage.short_label) if passage.number else "",
        heading="" if is_figure else passage.heading,
        name=str(passage.kind_name),
        url=_absolute(passage.url),
        fields=tuple(fields_of(passage.kind, value, labels, html)),
        figure=Figure(
            value["src"], value["width"], value["height"], value["alt"], value.get("caption", "")
        )
        if is_figure
        else None,
    )
