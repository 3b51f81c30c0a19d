"""Documents for tests, written with a word processor's usual styles: a policy of 15 pages, and small ones."""

import hashlib
import io
import zipfile
from xml.sax.saxutils import escape

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from PIL import Image

from home.demo.texts import edition_texts, passage_in
from policy.importing.actions import keep_plan
from policy.importing.document import Document as ReadDocument
from policy.importing.reading.__main__ import read

NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
DEGREES = {
    "information": "Orientering",
    "consultation": "Høring",
    "dialogue": "Dialog",
    "co_decision": "Medbestemmelse",
    "citizens_lead": "Borgerne leder",
}
FIGURE = "Fem trin fra orientering til, at borgerne leder"
MAP = "Kort over de steder, hvor vi samskaber i år"


def bytes_of(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word(build) -> bytes:
    """Return a DOCX that `build(document)` has written."""
    document = Document()
    build(document)
    return bytes_of(document)


def repacked(data: bytes, *, replace=(), add=(), leave=()) -> bytes:
    """Return a DOCX with parts replaced, added or left out; `replace` and `add` are (name, bytes)."""
    out, replaced = io.BytesIO(), dict(replace)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            if entry.filename not in leave:
                content = replaced.get(entry.filename, old.read(entry.filename))
                new.writestr(entry.filename, content, zipfile.ZIP_DEFLATED)
        for name, content in add:
            new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def part_of(data: bytes, name="word/document.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def picture(width=640, height=400, colour="#2a6f97", kind="PNG") -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, kind)
    out.seek(0)
    return out


class PolicyDocument:
    """The demo's policy as it reads in an edition ("2", "3-h1"), as a department would have written it."""

    def __init__(self, edition="2"):
        self.edition = edition
        self.document = Document()
        self.notes: list[str] = []
        self.document.core_properties.language = "da"
        self.document.styles["Normal"].font.size = Pt(12)

    def bytes(self) -> bytes:
        """Return the DOCX file."""
        texts = edition_texts(self.edition)
        self.document.add_paragraph("Samskabelsespolitik", style="Title")
        self.document.add_paragraph(texts["introduction"]["da"])
        for code in texts["order"]:
            kind, values = passage_in(code, self.edition, "da")
            getattr(self, f"_{kind}")(values)
        self._add_notes_part()
        header = self.document.sections[0].header.paragraphs[0]
        header.text = "Kløverå Kommune"
        return bytes_of(self.document)

    def _heading(self, values) -> None:
        self.document.add_page_break()
        self.document.add_heading(values["heading"], 1)
        self.document.add_paragraph(values["body"])
        if values["heading"] == "Inddragelsesformer":
            self.image(FIGURE, "Fem grader af indflydelse", "#2a6f97")

    def _text(self, values) -> None:
        self.document.add_heading(values["heading"], 1)
        self._paragraphs(values["body"])
        if values["heading"] == "Sådan følger vi op":
            self._table()

    def _principle(self, values) -> None:
        self.document.add_heading(values["heading"], 2)
        self._paragraphs(values["statement"])
        self._labelled("Kort fortalt", values["plain"])
        self.document.add_heading("Hvorfor", 3)
        self._paragraphs(values["why"])
        if values["heading"].startswith("Vi begynder sammen"):
            self.footnote("Lov om kommunernes styrelse § 17, stk. 4, giver rammen.")
        self.document.add_heading("Hvad du kan forvente", 3)
        self._paragraphs(values["citizens_can_expect"])
        self.document.add_heading("Vi forventer", 3)
        self._paragraphs(values["we_expect_of_citizens"])
        self.document.add_heading("Løfter", 3)
        for promise in values["promises"]:
            self.document.add_paragraph(promise["text"], style="List Bullet")

    def _participation_form(self, values) -> None:
        self.document.add_heading(values["heading"], 2)
        self._paragraphs(values["what"])
        self._labelled("Kort fortalt", values["plain"])
        self._labelled("Grad af indflydelse", DEGREES[values["degree_of_influence"]])
        self._labelled("Hvem beslutter", values["who_decides"])
        self._labelled("Hvornår den passer", values["when_it_fits"])
        self._labelled("Tid og ressourcer", values["time_and_resources"])

    def _theme(self, values) -> None:
        self.document.add_heading(values["heading"], 2)
        self._paragraphs(values["what"])
        self._labelled("Kort fortalt", values["plain"])
        self._labelled("Hvorfor", values["why_it_suits"])
        self.document.add_heading("Eksempler", 3)
        for example in values["examples"]:
            self.document.add_paragraph(example, style="List Number")
        if values["heading"].startswith("Byens rum"):
            self.image(MAP, "", "#588157")

    def _paragraphs(self, text: str) -> None:
        for paragraph in text.split("\n\n"):
            self.document.add_paragraph(paragraph)

    def _labelled(self, label: str, text: str) -> None:
        if text:
            paragraph = self.document.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(text)

    def image(self, alt: str, caption: str, colour: str) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.add_run().add_picture(picture(colour=colour), width=Cm(14))
        paragraph._p.find(f".//{qn('wp:docPr')}").set("descr", alt)
        if caption:
            self.document.add_paragraph(caption, style="Caption")

    def _table(self) -> None:
        rows = [("Hvad", "Hvornår"), ("Opgørelse", "1. september"), ("Møde i byrådet", "oktober")]
        table = self.document.add_table(rows=0, cols=2, style="Table Grid")
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        paragraph = self.document.add_paragraph("Læs mere i ")
        link(paragraph, "kommunens åbne kalender", "https://kalender.example/samskabelse")
        paragraph.add_run(", og ")
        paragraph.add_run("skriv til os").italic = True
        paragraph.add_run(".")
        quote = "Det, vi lover, skal du kunne holde os op på."
        self.document.add_paragraph(quote, style="Quote")

    def footnote(self, text: str) -> None:
        """Put a real footnote at the end of the last paragraph."""
        self.notes.append(text)
        number = len(self.notes) + 1
        run = self.document.paragraphs[-1].add_run()
        run.font.superscript = True
        run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))

    def _add_notes_part(self) -> None:
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
            for number, text in enumerate(self.notes, 2)
        )
        xml = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>'
            '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="1"><w:p/></w:footnote>'
            f"{notes}</w:footnotes>"
        )
        package = self.document.part.package
        part = Part(PackURI("/word/footnotes.xml"), NOTES_TYPE, xml.encode(), package)
        self.document.part.relate_to(part, RT.FOOTNOTES)


def link(paragraph, words: str, address: str) -> None:
    """Put a hyperlink at the end of a paragraph: the library has no call for it."""
    key = paragraph.part.relate_to(address, RT.HYPERLINK, is_external=True)
    xml = f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}"><w:r><w:t>{escape(words)}</w:t></w:r></w:hyperlink>'
    paragraph._p.append(parse_xml(xml))


def read_html(html: str) -> ReadDocument:
    """Read an HTML document here, without a process of its own."""
    data = html.encode()
    return ReadDocument(sha256=hashlib.sha256(data).hexdigest(), **read(data))


def make_import(page, html="<h1>Principper</h1><h2>Vi svarer</h2><p>Altid.</p>", user=None):
    """Keep the plan of an HTML document."""
    return keep_plan(page=page, document=read_html(html), file_name="politik.html", user=user)
