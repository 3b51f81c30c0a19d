"""The text as a word-processor file with real styles, so that it can be worked on and read aloud."""

import hashlib
import io
from datetime import datetime
from functools import cache
from importlib.metadata import version
from itertools import count
from pathlib import Path

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from docx.shared import Cm
from PIL import Image

from .document import Document, Note, Part
from .richtext import Paragraph, paragraphs_of
from .sheets import kept_image
from .word_parts import (
    begin_field,
    bookmark,
    describe,
    end_field,
    field,
    language_tag,
    link,
    mark_header_row,
    set_language,
)
from .word_styles import CONTENTS, prepared

WIDTH = Cm(16)
LISTS = {"ul": "List Bullet", "ol": "List Number"}
PROPERTY_LENGTH = 255  # characters, by the file format
# Every word of the file that is not the document's own.
WORDS = {
    "notes": _("Notes on the text"),
    "contents": _("Contents"),
    "terms": _("Words explained"),
    "about": _("About the edition"),
    "address": _("Address"),
    "seal": _("Seal"),
    "page": _("Page"),
    "case": _("case %(number)s"),
}


def word_file(document: Document) -> bytes:
    """Return the DOCX."""
    with translation.override(document.language):
        writer = Writer(document)
        writer.write()
        made = io.BytesIO()
        writer.file.save(made)
        return made.getvalue()


def key_of(document: Document) -> str:
    """Return the key of the file: it changes with all that it says, and with what writes it."""
    with translation.override(document.language):
        words = [str(word) for word in WORDS.values()]
    parts = repr((document, words, version("python-docx"), _source_digest()))
    return hashlib.sha256(parts.encode()).hexdigest()


@cache
def _source_digest() -> str:
    here = Path(__file__).parent
    sources = sorted(here.glob("word*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()


class Writer:
    """Writes one file from top to bottom."""

    def __init__(self, document: Document) -> None:
        """Begin an empty file for the document."""
        self.document, self.file, self.numbers = document, prepared(document), count(1)

    def write(self) -> None:
        document = self.document
        self._properties()
        self._footer()
        self._cover()
        if document.notes:
            self._heading(1, WORDS["notes"])
            for note in document.notes:
                self._note(note)
        self._contents()
        for part in document.parts:
            self._part(part)
        if document.terms:
            self._heading(1, WORDS["terms"])
            for word, explanation in document.terms:
                item = self.file.add_paragraph(style="List Bullet")
                item.add_run(word).bold = True
                item.add_run(f": {explanation}")

    def _properties(self) -> None:
        document, properties = self.document, self.file.core_properties
        properties.title = document.name[:PROPERTY_LENGTH]
        properties.author = document.publisher.municipality[:PROPERTY_LENGTH]
        properties.language = language_tag(document.language)
        properties.subject = document.case_number
        properties.identifier = document.address[:PROPERTY_LENGTH]
        properties.comments = ""
        properties.created = properties.modified = datetime.fromisoformat(document.made_at)

    def _footer(self) -> None:
        document = self.document
        line = self.file.sections[0].footer.paragraphs[0]
        case = str(WORDS["case"]) % {"number": document.case_number}
        line.add_run(document.name + (f" · {case}" if document.case_number else ""))
        line.add_run(f"\t{WORDS['page']} ")
        field(line, "PAGE")

    def _cover(self) -> None:
        document, file = self.document, self.file
        file.add_paragraph(document.title, style="Title")
        file.add_paragraph(capfirst(document.edition), style="Subtitle")
        if document.introduction:
            file.add_paragraph(document.introduction)
        rows = [
            *document.facts,
            (str(WORDS["address"]), document.address),
            (str(WORDS["seal"]), document.sha256),
        ]
        table = file.add_table(rows=1, cols=2, style="Table Grid")
        head = table.rows[0]
        head.cells[0].text = str(WORDS["about"])
        head.cells[0].merge(head.cells[1])
        mark_header_row(head)
        for label, value in rows:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, value
            cells[0].paragraphs[0].runs[0].bold = True
        for notice in document.notices:
            file.add_paragraph(notice, style="Intense Quote")

    def _contents(self) -> None:
        """Write the contents as a field that holds them already, so that no reader must work it out."""
        self._heading(1, WORDS["contents"])
        titled = [part for part in self.document.parts if part.title]
        for place, part in enumerate(titled):
            line = self.file.add_paragraph(style=CONTENTS[part.level - 1][0])
            if place == 0:
                begin_field(line, 'TOC \\o "1-2" \\h \\z')
            link(line, part.title, anchor=_bookmark_of(part.code))
            if place == len(titled) - 1:
                end_field(line)

    def _heading(self, level: int, words: str, code: str = ""):
        heading = self.file.add_heading(str(words), level)
        if code:
            bookmark(heading, _bookmark_of(code), next(self.numbers))
        return heading

    def _note(self, note: Note) -> None:
        self._heading(2, note.heading)
        if note.label:
            link(self.file.add_paragraph(), note.label, address=note.url)
        for label, words in note.wordings:
            line = self.file.add_paragraph()
            line.add_run(label).bold = True
            self._speak(line.add_run(f" {words}"), note.wording_language)
        self._speak(self.file.add_paragraph().add_run(note.text), note.language)

    def _speak(self, run, language: str) -> None:
        if language != self.document.language:
            is_bidi = translation.get_language_info(language)["bidi"]
            set_language(run._r.get_or_add_rPr(), language, right_to_left=is_bidi)

    def _part(self, part: Part) -> None:
        if part.title:
            self._heading(part.level - 1, part.title, part.code)
        if part.figure:
            self._figure(part)
        for read in part.fields:
            if read.label:
                self.file.add_heading(read.label, 3)
            for paragraph in paragraphs_of(read.html):
                self._paragraph(paragraph)

    def _figure(self, part: Part) -> None:
        content = kept_image(part.figure.src)
        if content is None:
            self.file.add_paragraph(part.figure.alt)
        else:
            describe(self.file.add_picture(_as_png(content), width=WIDTH), part.figure.alt)
        if part.figure.caption:
            self.file.add_paragraph(part.figure.caption, style="Caption")

    def _paragraph(self, paragraph: Paragraph) -> None:
        style = LISTS.get(paragraph.kind)
        if style and 1 < paragraph.level <= 3:
            style = f"{style} {paragraph.level}"
        line = self.file.add_paragraph(style=style)
        for run in paragraph.runs:
            if run.href.startswith("#p-"):
                made = link(line, run.words, anchor=_bookmark_of(run.href.removeprefix("#p-")))
            elif run.href:
                made = link(line, run.words, address=run.href)
                made.underline = True
            else:
                made = line.add_run(run.words)
            made.bold, made.italic = run.is_bold or None, run.is_italic or None


def _bookmark_of(code: str) -> str:
    return f"p_{code}"


def _as_png(content: bytes) -> io.BytesIO:
    """Return a picture in a format that every word processor knows."""
    made = io.BytesIO()
    with Image.open(io.BytesIO(content)) as image:
        image.save(made, "PNG")
    made.seek(0)
    return made
