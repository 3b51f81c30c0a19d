"""The report for a word processor."""

import io

from django.utils import translation
from django.utils.translation import gettext as _

from policy.exporting.document import Document
from policy.exporting.publisher import publisher_in
from policy.exporting.word_parts import field, mark_header_row, set_language
from policy.exporting.word_styles import prepared
from policy.reading.relations import absolute
from policy.templatetags.dates import day_in_words


def word_file(read, parts) -> bytes:
    """Return a DOCX of a report (`ReadReport`, [ReadPart]) in the active language."""
    writer = _Writer(read)
    writer.cover()
    writer.minutes()
    for part in parts:
        writer.part(part)
    made = io.BytesIO()
    writer.file.save(made)
    return made.getvalue()


class _Writer:
    def __init__(self, read):
        self.read = read
        self.language = translation.get_language()
        self.file = prepared(_as_document(read, self.language))
        self.file.core_properties.title = read.title
        self.file.core_properties.comments = ""
        line = self.file.sections[0].footer.paragraphs[0]
        line.add_run(f"{read.title}\t{_('Page')} ")
        field(line, "PAGE")

    def cover(self) -> None:
        read, file = self.read, self.file
        file.add_paragraph(read.title, style="Title")
        self._table(_("About this report"), [*read.facts, (_("Seal"), read.report.digest)])
        for sentence in read.later:
            file.add_paragraph(sentence, style="Intense Quote")
        if read.decision:
            file.add_heading(_("The decision"), 1)
            decided = read.decision
            file.add_paragraph(f"{decided.decided_by}, {day_in_words(decided.decided_on)}")
            self._said(decided.text, "da")
        file.add_heading(_("Figures"), 1)
        for heading, rows in read.figures:
            self._table(heading, rows)
            file.add_paragraph()

    def minutes(self) -> None:
        """Write the minutes of meetings, the longest part of staff's own words."""
        if self.read.minutes:
            self.file.add_heading(_("Minutes of meetings"), 1)
        for one in self.read.minutes:
            self.file.add_heading(one.title, 2)
            self.file.add_paragraph(one.about)
            self._said(one.text, one.language)
            if one.file_url:
                self.file.add_paragraph(f"{one.file_name}: {one.file_url}")

    def part(self, part) -> None:
        title = _("Theme: %(title)s") % {"title": part.title} if part.is_theme else part.title
        self.file.add_heading(title, 1)
        if part.is_theme and part.numbers:
            numbers = ", ".join(map(str, part.numbers))
            self.file.add_paragraph(_("Comments: %(numbers)s") % {"numbers": numbers})
        for label, words in (
            (_("The administration’s remark"), part.remark),
            (_("Recommendation"), part.recommendation),
        ):
            if words.text:
                self.file.add_heading(label, 2)
                self._said(words.text, words.language)
        for entry in part.entries:
            self._entry(entry)

    def _entry(self, entry) -> None:
        comment = entry.comment
        number = _("No. %(number)s") % {"number": entry.number}
        if comment is None:
            self.file.add_heading(number, 2)
            self.file.add_paragraph(_("No longer public"))
            return
        self.file.add_heading(f"{number}: {comment.author}", 2)
        about = [day_in_words(comment.received_at), comment.stance, absolute(comment.url)]
        self.file.add_paragraph(" · ".join(filter(None, about)))
        self._said(comment.text, comment.text_language)
        if comment.proposal:
            self._label(_("Proposed wording"))
            self._said(comment.proposal, comment.language)
        self._answer(comment.answer)

    def _answer(self, answer) -> None:
        if answer is None:
            self._label(_("Waits for an answer"))
            return
        self._label(_("Answer from %(office)s") % {"office": answer.signed_by})
        self._said(answer.text, answer.language)
        passed_on = f": {answer.passed_on_to}" if answer.passed_on_to else ""
        self._label(f"{answer.result_label}{passed_on}")
        if answer.reason:
            self._said(answer.reason, answer.reason_language)

    def _label(self, words: str) -> None:
        self.file.add_paragraph().add_run(words).bold = True

    def _said(self, words: str, language: str) -> None:
        for paragraph in words.split("\n\n"):
            run = self.file.add_paragraph().add_run(paragraph)
            if language != self.language:
                is_bidi = translation.get_language_info(language)["bidi"]
                set_language(run._r.get_or_add_rPr(), language, right_to_left=is_bidi)

    def _table(self, heading: str, rows) -> None:
        table = self.file.add_table(rows=1, cols=2, style="Table Grid")
        head = table.rows[0]
        head.cells[0].text = heading
        head.cells[0].merge(head.cells[1])
        mark_header_row(head)
        for label, value in rows:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = str(label), str(value)


def _as_document(read, language) -> Document:
    """Return what the styles of the policy's own files ask for."""
    return Document(
        language=language,
        direction="rtl" if translation.get_language_bidi() else "ltr",
        title=read.title,
        edition="",
        address="",
        introduction="",
        case_number=read.report.hearing.edition.case_number,
        made_at=read.report.frozen_at.isoformat(timespec="seconds"),
        sha256=read.report.digest,
        publisher=publisher_in(language),
        facts=tuple(read.facts),
        notices=(),
        notes=(),
        parts=(),
        terms=(),
    )
