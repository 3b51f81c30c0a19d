"""What a document holds becomes neutral parts: headings, paragraphs, lists, tables, images, footnotes."""

import base64
import io

import pytest
from docx.enum.style import WD_STYLE_TYPE
from PIL import Image

from policy.importing.reading.__main__ import read
from policy.importing.reading.pictures import made_anew
from tests.factories.documents import part_of, picture, repacked, word

from .reading import refused, texts


def lost(found) -> dict:
    return {item["code"]: item["count"] for item in found["lost"]}


def in_body(build, xml: str) -> dict:
    """Read a document with XML put at the end of its body."""
    data = word(build)
    document = part_of(data).replace("<w:sectPr", f"{xml}<w:sectPr", 1)
    return read(repacked(data, replace=[("word/document.xml", document.encode())]))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<p>Æblegrød</p>".encode(), "Æblegrød"),
        ("<p>Æblegrød</p>".encode("cp1252"), "Æblegrød"),
        ("<p>Æblegrød</p>".encode("utf-8-sig"), "Æblegrød"),
        ("\ufeff<p>Æblegrød</p>".encode("utf-16-le"), "Æblegrød"),
        ('<meta charset="iso-8859-1"><p>Æblegrød “ja”</p>'.encode("cp1252"), "Æblegrød “ja”"),
        (b'<meta http-equiv=x content="text/html; charset=windows-1252"><p>\xc6ble</p>', "Æble"),
    ],
)
def test_html_is_read_in_the_encoding_that_it_has(data, expected):
    assert texts(read(data)) == [expected]


@pytest.mark.parametrize(
    "data",
    [
        '<meta charset="utf-8"><p>Æblegrød</p>'.encode("cp1252"),
        b'<meta charset="klingon"><p>x</p>',
        b"<p>\x81\x8d</p>",
        b"\xff\xfe<\0p\0>\0\0\xd8",
    ],
)
def test_row_62_a_bad_encoding_is_said(data):
    assert refused(data) == "encoding"


def test_danish_and_english_styles_are_headings_and_lists():
    def build(document):
        styles = document.styles
        for name in ("Overskrift 2", "Billedtekst", "Citat"):
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("Politik", style="Title")
        document.add_paragraph("Engelsk", style="Heading 1")
        document.add_paragraph("Dansk", style="Overskrift 2")
        document.add_paragraph("punkt", style="List Bullet")
        document.add_paragraph("et", style="List Number")
        document.add_paragraph("Et citat", style="Citat")

    found = read(word(build))["parts"]
    assert [(part["kind"], part.get("level"), part["text"]) for part in found] == [
        ("heading", 0, "Politik"),
        ("heading", 1, "Engelsk"),
        ("heading", 2, "Dansk"),
        ("list", None, "punkt"),
        ("list", None, "et"),
        ("paragraph", None, "Et citat"),
    ]
    assert [part["html"][:4] for part in found if part["kind"] == "list"] == ["<ul>", "<ol>"]


def test_a_table_becomes_a_list_of_headers_and_values():
    page = """<table><tr><th>Hvad</th><th>Hvornår</th><th>Hvem</th></tr>
    <tr><td>Møde</td><td>1. juni &amp; 2. juni</td><td></td></tr>
    <tr><td colspan="2">Fest</td><td>Alle</td></tr></table>"""
    [table] = read(page.encode())["parts"]
    assert table["html"] == (
        "<ul><li><b>Møde</b> – Hvornår: 1. juni &amp; 2. juni</li><li><b>Fest</b> – Hvem: Alle</li></ul>"
    )


def test_a_table_of_one_column_is_paragraphs():
    [table] = read(b"<table><tr><td>En</td></tr><tr><td>To</td></tr></table>")["parts"]
    assert table["html"] == "<p>En</p><p>To</p>"


def test_tracked_changes_are_taken_as_accepted_and_said():
    changes = (
        '<w:p><w:r><w:t xml:space="preserve">Vi svarer </w:t></w:r><w:ins w:id="1" w:author="x">'
        '<w:r><w:t>inden 14 dage</w:t></w:r></w:ins><w:del w:id="2" w:author="x"><w:r>'
        "<w:delText>snart</w:delText></w:r></w:del></w:p>"
    )
    found = in_body(lambda d: d.add_paragraph("Først."), changes)
    assert texts(found)[-1] == "Vi svarer inden 14 dage"
    assert lost(found) == {"insertions": 1, "deletions": 1}


def test_comments_text_boxes_and_contents_are_listed():
    def build(document):
        document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("Principper ... 3", style="toc 1")
        run = document.add_paragraph("Et afsnit.").runs[0]
        document.add_comment(run, text="Skal vi love det?", author="x", initials="x")
        document.sections[0].footer.paragraphs[0].text = "Side 1"

    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>I en boks</w:t></w:r></w:p></w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r></w:p>"
    )
    found = in_body(build, box)
    assert texts(found) == ["Et afsnit.", "I en boks"]
    assert lost(found) == {"comments": 1, "text_boxes": 1, "contents": 1, "margins": 1}
    assert "love" not in str(found["parts"])


def test_images_are_made_anew_and_those_that_cannot_be_shown_are_listed():
    def build(document):
        document.add_paragraph("Tekst")
        document.add_picture(picture(kind="JPEG"))

    data = word(build)
    found = read(data)
    [key] = found["images"]
    image = Image.open(io.BytesIO(base64.b64decode(found["images"][key]["file"])))
    assert (image.format, image.size) == ("JPEG", (640, 400))
    broken = repacked(data, replace=[("word/media/image1.jpg", b"<svg onload='x()'/>")])
    assert lost(read(broken)) == {"images": 1}
    assert read(broken)["images"] == {}


def test_a_large_image_is_scaled_down_and_one_past_the_cap_is_not_opened(monkeypatch):
    made = Image.open(io.BytesIO(made_anew(picture(4000, 100).read())))
    assert made.size == (2000, 50)
    monkeypatch.setattr("policy.importing.reading.limits.IMAGE_PIXELS", 1000)
    assert made_anew(picture(400, 100).read()) == b""


def test_what_an_image_carries_beside_its_picture_is_gone():
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "GPS 55.1, 10.2"
    Image.new("RGB", (10, 10)).save(out, "JPEG", exif=exif)
    assert b"GPS" in out.getvalue()
    assert b"GPS" not in made_anew(out.getvalue())


def test_nested_lists_stay_nested():
    page = b"<ul><li>Ude<ul><li>Inde</li></ul></li></ul>"
    [part] = read(page)["parts"]
    assert part["html"] == "<ul><li>Ude<ul><li>Inde</li></ul></li></ul>"
