"""What a citizen may send along, and what is left of it: the pixels and the pages, nothing else."""

import io
import struct
import time
import zlib

import pytest
from PIL import Image, PngImagePlugin
from pypdf import PdfReader
from pypdf.annotations import Link
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from comments.files import apart
from comments.files.taking import BadFile, take
from tests.factories.files import pdf, picture

CANARY = "Kanariefugl"


def png_of(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that says it is enormous."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("billede.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("side.html.jpg", b"<html><script>alert(1)</script></html>"),
        ("arkiv.pdf", b"PK\x03\x04" + b"\0" * 100),
        ("program.pdf", b"MZ" + b"\0" * 100),
        ("animation.gif", b"GIF89a" + b"\0" * 100),
        ("tom.pdf", b""),
        ("rest.jpg", picture()[:300]),
        ("rest.png", picture("PNG", size=(300, 300))[:60]),
        ("rest.webp", picture("WEBP")[:40]),
        ("falsk.pdf", b"%PDF-1.7\nhej"),
        ("falsk.jpg", b"\xff\xd8\xff" + b"<script>alert(1)</script>"),
        ("ingen sider.pdf", pdf(pages=0)),
    ],
)
def test_rows_57_and_58_what_is_no_pdf_or_picture_is_refused_by_its_bytes(name, data):
    with pytest.raises(BadFile) as refusal:
        take(name, data)
    assert name in str(refusal.value)


@pytest.mark.parametrize(("width", "height"), [(50_000, 50_000), (40_000_001, 1), (2**31 - 1, 2)])
def test_row_59_a_picture_of_too_many_pixels_is_refused_within_a_second(width, height):
    take("varm.jpg", picture())
    begun = time.perf_counter()
    with pytest.raises(BadFile, match="40"):
        take("bombe.png", png_of(width, height))
    assert time.perf_counter() - begun < 1


def test_a_locked_pdf_is_refused_with_what_to_do():
    with pytest.raises(BadFile, match="adgangskode|password"):
        take("a.pdf", pdf(change=lambda writer: writer.encrypt("hemmelig")))


def test_a_pdf_of_too_many_pages_is_refused():
    with pytest.raises(BadFile, match="200"):
        take("a.pdf", pdf(pages=201))


def test_what_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.001)
    with pytest.raises(BadFile):
        take("a.pdf", pdf())


def test_a_file_that_is_too_large_is_refused(settings):
    settings.COMMENT_FILE_MEGABYTES = 0
    with pytest.raises(BadFile, match="0 MB"):
        take("foto.jpg", picture())


def test_row_59_nothing_beside_the_pixels_is_left_of_a_photograph():
    exif = Image.Exif()
    exif[0x010E] = CANARY
    exif.get_ifd(0x8825)[1] = "N"
    for kind, more in (("JPEG", {"comment": CANARY.encode()}), ("WEBP", {})):
        data = picture(kind, exif=exif.tobytes(), icc_profile=CANARY.encode(), **more)
        assert CANARY.encode() in data
        kept = take("foto", data)
        assert CANARY.encode() not in kept.data
        left = Image.open(io.BytesIO(kept.data))
        assert not left.getexif()
        assert (kept.content_type, kept.name) == ("image/jpeg", "foto.jpg")
        assert not {"comment", "icc_profile"} & set(left.info)


def test_the_texts_of_a_png_are_left_out_and_its_holes_stay():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", CANARY)
    kept = take("t.png", picture("PNG", color=(0, 0, 0, 0), pnginfo=notes))
    assert CANARY.encode() not in kept.data
    left = Image.open(io.BytesIO(kept.data))
    assert (left.format, left.mode, left.getpixel((5, 5))) == ("PNG", "RGBA", (0, 0, 0, 0))


def test_a_photograph_stands_as_it_was_taken_and_is_not_larger_than_it_needs_to_be():
    exif = Image.Exif()
    exif[0x0112] = 6  # taken with the camera on its side
    kept = take("a.jpg", picture(size=(4000, 2000), exif=exif.tobytes()))
    assert Image.open(io.BytesIO(kept.data)).size == (1500, 3000)


def with_traps(writer) -> None:
    """Put into a PDF what can act, and what tells of its writer."""
    writer.add_attachment("x.exe", CANARY.encode())
    writer.add_metadata({"/Author": CANARY})
    page = writer.pages[0]
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(CANARY)}
    )
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): writer._add_object(script)})
    start = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject(CANARY)}
    )
    for action in (script, start):
        button = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Link"),
                NameObject("/Rect"): ArrayObject(),
                NameObject("/A"): writer._add_object(action),
            }
        )
        page.setdefault(NameObject("/Annots"), ArrayObject()).append(writer._add_object(button))
    for url in ("https://aarhus.example/", f"javascript:{CANARY}"):
        writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url=url))
    photo = StreamObject()
    exif = Image.Exif()
    exif[0x010E] = CANARY
    photo.set_data(picture(exif=exif.tobytes()))
    says = {"/Subtype": "/Image", "/ColorSpace": "/DeviceRGB", "/Filter": "/DCTDecode"}
    photo.update({NameObject(key): NameObject(value) for key, value in says.items()})
    for key, number in (("/Width", 60), ("/Height", 40), ("/BitsPerComponent", 8)):
        photo[NameObject(key)] = NumberObject(number)
    pictures = DictionaryObject({NameObject("/I"): writer._add_object(photo)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})
    writer._root_object[NameObject("/OpenAction")] = writer._add_object(script)


def test_row_58_a_pdf_is_left_without_what_acts_and_what_tells_of_its_writer():
    data = pdf(pages=2, change=with_traps)
    assert CANARY.encode() in data
    kept = take("brev.pdf", data)
    assert kept.content_type == "application/pdf"
    left = PdfReader(io.BytesIO(kept.data))
    assert len(left.pages) == 2
    assert not left.metadata
    assert not left.attachments
    for word in (CANARY, "JavaScript", "/JS", "/AA", "OpenAction", "Launch", "EmbeddedFile"):
        assert word.encode() not in kept.data
    clicks = [note.get_object().get("/A") for note in left.pages[0]["/Annots"]]
    assert [click and click["/URI"] for click in clicks].count("https://aarhus.example/") == 1
    assert len([click for click in clicks if click]) == 1
    assert left.pages[0].images[0].image.size == (60, 40)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\anna\\Foto.JPG", "Foto.jpg"),
        ("a.php.html.svg", "a.jpg"),
        ("gnp\u202e.exe", "gnp.jpg"),
        ("a\r\nSet-Cookie: x=1.jpg", "a Set-Cookie: x=1.jpg"),
        ("\x00\x01", "fil.jpg"),
        ("....", "fil.jpg"),
        ("", "fil.jpg"),
        ("Klage 1. juni 2026.jpg", "Klage 1. juni 2026.jpg"),
        ("ø" * 300, "ø" * 116 + ".jpg"),
        ("<script>alert(1)</script>.jpg", "script>.jpg"),
    ],
)
def test_row_5_a_name_shows_no_folder_hides_nothing_and_ends_with_what_the_file_is(name, kept):
    assert take(name, picture()).name == kept


def test_the_same_file_gives_the_same_bytes_again():
    """A form that is sent twice has the file once."""
    for data in (picture(), picture("PNG"), pdf()):
        assert take("a", data).sha256 == take("a", data).sha256
