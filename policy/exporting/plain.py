"""The text as plain UTF-8: readable on any machine, by ear, and in fifty years."""

from collections.abc import Iterator
from textwrap import wrap

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .document import Document, Note, Part
from .richtext import Paragraph, paragraphs_of

WIDTH = 76  # characters
LINES = {1: "=", 2: "=", 3: "-"}


def plain_text(document: Document) -> str:
    """Return the whole document; lines end with a newline, and blocks are a blank line apart."""
    with translation.override(document.language):
        return "\n\n".join(_blocks(document)) + "\n"


def _blocks(document: Document) -> Iterator[str]:
    yield _heading(1, document.title)
    yield _fill(capfirst(document.edition))
    if document.introduction:
        yield _fill(document.introduction)
    yield "\n".join(_fill(f"{label}: {value}", "  ") for label, value in document.facts)
    yield from map(_fill, document.notices)
    if document.notes:
        yield _heading(2, _("Notes on the text"))
    for note in document.notes:
        yield from _note(note)
    yield _heading(2, _("Contents"))
    yield "\n".join(_contents(document.parts))
    for part in document.parts:
        yield from _part(part)
    if document.terms:
        yield _heading(2, _("Words explained"))
        for word, explanation in document.terms:
            yield _fill(f"{word}: {explanation}", "  ")
    yield _heading(2, _("About this file"))
    yield f"{_('Address')}: {document.address}"
    yield f"{_('Seal')} (SHA-256): {document.sha256}"


def _heading(level: int, words: str) -> str:
    lines = wrap(words, WIDTH) or [words]
    return "\n".join([*lines, LINES[level] * max(map(len, lines))])


def _fill(words: str, indent: str = "", first: str = "") -> str:
    """Wrap each line of the words; an address is never broken, whatever its length."""
    lines = []
    for line in words.split("\n"):
        lines += wrap(
            line,
            WIDTH,
            initial_indent=first,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        first = indent
    return "\n".join(lines)


def _contents(parts) -> Iterator[str]:
    for part in parts:
        if part.title:
            indent = "  " * (part.level - 2)
            yield _fill(part.title, indent + "  ", indent)


def _note(note: Note) -> Iterator[str]:
    yield _heading(3, note.heading)
    if note.label:
        yield _fill(f"{note.label}\n{note.url}")
    for label, words in note.wordings:
        yield _fill(f"{label} {words}", "  ")
    yield _fill(note.text)


def _part(part: Part) -> Iterator[str]:
    if part.title:
        yield _heading(part.level, part.title)
    if part.figure:
        yield _fill(f"[{part.name}: {part.figure.alt}]", " ")
        if part.figure.caption:
            yield _fill(part.figure.caption)
    for field in part.fields:
        paragraphs = "\n\n".join(_joined(paragraphs_of(field.html)))
        yield f"{field.label}:\n{paragraphs}" if field.label else paragraphs


def _joined(paragraphs: list[Paragraph]) -> Iterator[str]:
    """Yield paragraphs; items that follow one another are one block."""
    block: list[str] = []
    for paragraph in paragraphs:
        if paragraph.kind == "p":
            if block:
                yield "\n".join(block)
                block = []
            yield _fill(_spelled(paragraph))
        else:
            mark = "- " if paragraph.kind == "ul" else f"{paragraph.number}. "
            indent = "  " * (paragraph.level - 1)
            block.append(_fill(_spelled(paragraph), indent + " " * len(mark), indent + mark))
    if block:
        yield "\n".join(block)


def _spelled(paragraph: Paragraph) -> str:
    """Return the words with the address after each link that leads out of the text."""
    words = ""
    for run in paragraph.runs:
        leads_out = run.href and not run.href.startswith("#")
        words += f"{run.words} ({run.href})" if leads_out else run.words
    return words.strip()
