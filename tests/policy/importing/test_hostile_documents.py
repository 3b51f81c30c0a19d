"""Hardening row 60: no document stops the site, reaches out of its file, or leaves anything behind.

Most are refused in the reading code; those that go for time or memory run in the real process.
"""

import io
import struct
import threading
import time
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from policy.errors import Refused
from policy.importing import document
from policy.importing.document import read_document
from policy.importing.reading import limits
from policy.importing.reading.__main__ import read
from policy.importing.reading.formats import OLE
from policy.importing.sentences import LOST, REFUSALS, refusal
from tests.factories.documents import part_of, repacked, word

from .reading import refused, texts

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x"> %a;]>'


@pytest.fixture(scope="module")
def plain() -> bytes:
    return word(lambda d: (d.add_heading("Principper", 1), d.add_paragraph("Vi svarer.")))


def with_document(plain: bytes, change, name="word/document.xml") -> bytes:
    return repacked(plain, replace=[(name, change(part_of(plain, name)).encode())])


def archive(entries) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries:
            made.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "doctype", [LAUGHS, OUTSIDE, PARAMETER], ids=["laughs", "xxe", "parameter"]
)
@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_row_60_entities_are_refused_in_every_part(plain, doctype, name):
    assert refused(
        with_document(plain, lambda xml: xml.replace("?>", "?>" + doctype, 1), name)
    ) == ("entities")


def test_row_60_entities_in_another_encoding_are_refused(plain):
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + LAUGHS + "<x>&b;</x>"
    data = repacked(plain, add=[("word/extra.xml", xml.encode("utf-16"))])
    assert refused(data) == "entities"


def test_row_60_a_zip_bomb_is_not_unpacked(plain):
    zeros = b"\0" * (20 * 1024 * 1024)
    bomb = repacked(plain, add=[("word/media/image1.png", zeros)])
    assert len(bomb) < 100_000
    assert refused(bomb) == "bomb"


def test_row_60_a_bomb_of_many_parts_is_not_unpacked(plain, monkeypatch):
    monkeypatch.setattr(limits, "UNPACKED", 100_000)
    assert refused(repacked(plain, add=[(f"x{n}.bin", bytes(60_000)) for n in range(2)])) == "bomb"


def test_row_60_a_size_that_is_a_lie_ends_where_it_says(plain):
    data = bytearray(plain)
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 3)  # unpacked size in the list of files
    assert refused(bytes(data)) in {"damaged", "read"}


def test_row_60_thousands_of_parts_are_refused():
    many = archive((f"word/{n}.bin", b"") for n in range(limits.ENTRIES + 1))
    assert refused(many) == "too_many_files"


@pytest.mark.parametrize("name", ["../../evil.xml", "/etc/evil", "word\\..\\evil", "C:/evil.xml"])
def test_row_60_names_that_lead_out_are_refused(plain, name):
    assert refused(repacked(plain, add=[(name, b"<x/>")])) == "odd_names"


def test_the_same_name_twice_is_refused(plain):
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = archive([("word/document.xml", "<x/>"), ("word/document.xml", "<y/>")])
    assert refused(twice) == "odd_names"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (OLE + bytes(512), "old_word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"{\\rtf1 hej}", "rtf"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"MZ\x90\0\x03", "not_text"),
        (b"<p>nul \0 byte</p>", "not_text"),
        (b"Bare ord uden et eneste element", "not_text"),
        (b"<p> </p><script>alert(1)</script>", "no_text"),
    ],
)
def test_what_is_not_a_document_is_refused_with_its_reason(data, code):
    assert refused(data) == code


def test_other_archives_are_told_apart(plain):
    assert refused(archive([("mimetype", "application/vnd.oasis.opendocument.text")])) == (
        "open_document"
    )
    assert refused(archive([("hello.txt", "hej")])) == "not_word"
    sheet = part_of(plain, "[Content_Types].xml").replace("wordprocessingml.document", "sheet")
    assert refused(repacked(plain, replace=[("[Content_Types].xml", sheet.encode())])) == "not_word"


def test_a_truncated_document_is_refused_wherever_it_ends(plain):
    for part in range(1, 10):
        assert refused(plain[: len(plain) * part // 10]) in {"damaged", "empty"}


def test_broken_xml_is_refused(plain):
    assert refused(with_document(plain, lambda xml: xml[: len(xml) // 2])) == "damaged"


def test_deep_nesting_is_refused(plain):
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    code = refused(
        with_document(plain, lambda xml: xml.replace("<w:sectPr", deep + "<w:sectPr", 1))
    )
    assert code == "too_deep"
    assert refused(("<p>x</p>" + "<ul><li>" * 2000).encode()) == "too_deep"


def test_fifty_thousand_paragraphs_are_refused(plain):
    many = "<w:p><w:r><w:t>Ord</w:t></w:r></w:p>" * 50_000
    monster = with_document(plain, lambda xml: xml.replace("<w:sectPr", many + "<w:sectPr", 1))
    assert refused(monster) in {"too_long", "bomb"}
    assert refused(("<p>Ord</p>" * 50_000).encode()) == "too_long"


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_says_what_to_do_in_danish(code):
    said = refusal(code, "klingon")
    assert "%(" not in said
    assert any(word in said for word in ("vælg", "Vælg", "gem", "prøv", "Kopiér", "Del", "skal"))


def test_every_loss_has_a_sentence():
    assert all("%(count)s" in str(sentence) for sentence in LOST.values())


def test_row_60_reading_is_killed_when_its_time_is_up(monkeypatch, plain):
    monkeypatch.setattr(limits, "SECONDS", 0.05)
    started = time.monotonic()
    with pytest.raises(Refused, match="sekunder"):
        read_document(plain)
    assert time.monotonic() - started < 3


def test_a_process_that_dies_is_a_damaged_document(monkeypatch):
    monkeypatch.setattr(document, "ROOT", "/")
    with pytest.raises(Refused, match="beskadiget"):
        read_document(b"<p>Hej</p>")


def test_the_real_process_refuses_and_reads(plain):
    with pytest.raises(Refused, match="PDF"):
        read_document(b"%PDF-1.4")
    assert [part["text"] for part in read_document(plain).parts] == ["Principper", "Vi svarer."]


def test_a_file_past_the_cap_is_not_even_read():
    with pytest.raises(Refused, match="10 MB"):
        read_document(b"x" * (limits.BYTES + 1))


@pytest.fixture
def listener():
    """A server that notes every request, and its address."""
    seen = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802
            seen.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", seen
    server.shutdown()


@pytest.mark.parametrize("kind", ["http", "file"])
def test_row_63_nothing_is_fetched_from_any_address(plain, listener, kind):
    address, seen = listener
    target = f"{address}/x.png" if kind == "http" else "file:///etc/hostname"
    relation = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/image" Target="{target}" TargetMode="External"/></Relationships>'
    )
    image = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="9" name="x" descr="et billede"/><a:graphic xmlns:a="http'
        '://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://'
        'schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rId99"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    linked = with_document(plain, lambda xml: xml.replace("<w:sectPr", image + "<w:sectPr", 1))
    rels = "word/_rels/document.xml.rels"
    linked = with_document(linked, lambda xml: xml.replace("</Relationships>", relation), rels)
    found = read(linked)
    page = f'<p>Ord</p><img src="{target}"><link rel="stylesheet" href="{target}"><iframe src="{target}">'
    found_too = read(page.encode())
    assert seen == []
    assert {item["code"] for item in found["lost"]} == {"images"}
    assert {item["code"] for item in found_too["lost"]} == {"html_images"}


def test_scripts_handlers_and_bad_addresses_do_not_come_along():
    page = """<style>p{}</style><p onclick="x()">Et <a href="javascript:alert(1)">link</a>, et
    <a href="https://god.example/" onmouseover="x()">godt</a><script>alert(2)</script>
    <a href=" java&#x0A;script:alert(3)">tredje</a><svg onload=x()><text>tegning</text></svg></p>
    <p>\u202eomvendt \u0001 tegn</p>"""
    found = read(page.encode())
    html = "".join(part["html"] for part in found["parts"])
    assert html.count("<a href=") == 1
    for bad in ("script", "alert", "onclick", "onmouseover", "svg", "tegning", "\u202e", "\u0001"):
        assert bad not in html
    assert texts(found) == ["Et link, et godt tredje", "omvendt tegn"]


def test_macros_are_listed_and_never_read(plain):
    types = part_of(plain, "[Content_Types].xml").replace(
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        "vnd.ms-word.document.macroEnabled.main",
    )
    macros = repacked(
        plain,
        replace=[("[Content_Types].xml", types.encode())],
        add=[("word/vbaProject.bin", b"Sub AutoOpen()")],
    )
    found = read(macros)
    assert found["lost"] == [{"code": "macros", "count": 1}]
    assert texts(found) == ["Principper", "Vi svarer."]
