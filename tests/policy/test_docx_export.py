"""What is read back from the word-processor file: styles, fields, languages, pictures."""

import io
from dataclasses import replace

import pytest
from docx import Document as read_docx
from docx.oxml.ns import qn

from policy.exporting.formats import FORMATS
from policy.exporting.reading import read_document
from policy.exporting.word import word_file
from policy.models import EditionText
from tests.factories.exports import body_of_every_kind, make_arabic_text
from tests.factories.policy import make_adopted, make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_page(body=body_of_every_kind())


@pytest.fixture
def edition(page):
    return make_adopted(page)


@pytest.fixture
def file(client, page, edition):
    response = client.get(page.file_url(edition, "docx"))
    assert response.status_code == 200
    return read_docx(io.BytesIO(response.content))


def styled(file, style) -> list[str]:
    return [p.text for p in file.paragraphs if p.style.name == style]


def instructions(element) -> list[str]:
    return [found.text.strip() for found in element.iter(qn("w:instrText"))]


def test_headings_are_styles(file):
    assert styled(file, "Title") == ["Samskabelsespolitik"]
    assert styled(file, "Heading 1") == [
        "Indhold",
        "Indledning",
        "Principper",
        "Former og temaer",
    ]
    assert styled(file, "Heading 2") == [
        "Om teksten",
        "Princip 1: Princip 1s overskrift",
        "Princip 2: Princip 2s overskrift",
        "Inddragelsesform 1: Borgermøde",
        "Tema 1: Torvet",
    ]
    assert "Hvorfor" in styled(file, "Heading 3")


def test_lists_are_lists(file):
    assert styled(file, "List Bullet")[:2] == ["Et", "To\nlinjer"]
    assert styled(file, "List Number") == ["Først", "Så"]
    assert "Vi svarer." in styled(file, "List Bullet")[2]


def test_words_keep_weight_and_links_lead_out_and_inside(file):
    line = next(p for p in file.paragraphs if p.text.startswith("Se her"))
    assert [run.text for run in line.runs if run.bold] == ["her"]
    assert [link.address for link in line.hyperlinks] == ["https://example.org/a"]
    form = next(p for p in file.paragraphs if p.text == "Borgermøde")
    names = {mark.get(qn("w:name")) for mark in file.element.iter(qn("w:bookmarkStart"))}
    assert form.hyperlinks[0].fragment in names


def test_contents_are_a_field_that_is_filled_already(file):
    assert instructions(file.element.body)[0].startswith("TOC")
    lines = styled(file, "TOC 1") + styled(file, "TOC 2")
    assert len(lines) == 8
    assert "Princip 1: Princip 1s overskrift" in lines


def test_the_footer_names_edition_case_and_page(file):
    footer = file.sections[0].footer
    assert footer.paragraphs[0].text.startswith("Samskabelsespolitik, udgave 1 · sag 26/00001")
    assert instructions(footer._element) == ["PAGE"]


def test_the_file_says_its_title_and_language(file):
    assert file.core_properties.title == "Samskabelsespolitik, udgave 1"
    assert file.core_properties.language == "da-DK"
    languages = {tag.get(qn("w:val")) for tag in file.styles.element.iter(qn("w:lang"))}
    assert languages == {"da-DK"}


def test_a_picture_keeps_its_alternative_text(file):
    assert [shape._inline.docPr.get("descr") for shape in file.inline_shapes] == [
        "En trappe med fem trin"
    ]
    assert styled(file, "Caption") == ["Grader"]


def test_the_facts_are_a_table_with_a_header_row(file):
    (table,) = file.tables
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [row.cells[0].text for row in table.rows] == [
        "Om udgaven",
        "Vedtaget",
        "Gælder fra",
        "Sagsnummer",
        "Adresse",
        "Segl",
    ]
    assert table.rows[-1].cells[1].text == EditionText.objects.get().sha256


def test_arabic_runs_from_right_to_left(page, edition):
    text = make_arabic_text(edition)
    file = read_docx(io.BytesIO(FORMATS["docx"].content(text, page)))
    normal = file.styles["Normal"].element
    assert normal.pPr.find(qn("w:bidi")) is not None
    assert normal.rPr.find(qn("w:rtl")) is not None
    assert normal.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "ar-SA"
    assert file.core_properties.language == "ar-SA"


def test_a_picture_that_is_gone_leaves_its_words(page, edition):
    text = EditionText.objects.public().for_readers_of(page.locale_id).get()
    document = read_document(text, page)
    parts = [
        replace(part, figure=part.figure and replace(part.figure, src="frozen/none.webp"))
        for part in document.parts
    ]
    file = read_docx(io.BytesIO(word_file(replace(document, parts=tuple(parts)))))
    assert "En trappe med fem trin" in [p.text for p in file.paragraphs]
