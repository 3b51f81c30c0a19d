"""Rows 5, 57, 58 and 59: what editors upload is refused, or given out as a file that can do nothing."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction

from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
ADD = {"document": "wagtaildocs:add", "image": "wagtailimages:add"}
HOSTILE = "<script>__xss=1</script>"
GPS, MAKE = 34853, 271  # tags of EXIF


@pytest.fixture
def editor(client):
    client.force_login(make_user("boss", superuser=True))
    return client


def make_document(name="plan.txt", data=b"words", **fields):
    file = ContentFile(data, name=name)
    return get_document_model().objects.create(title="Plan", file=file, **fields)


def upload(client, kind, name, data, title="Plan"):
    file = SimpleUploadedFile(name, data)
    return client.post(reverse(ADD[kind]), {"title": title, "file": file})


def jpeg(size=(600, 400)) -> bytes:
    out, picture = io.BytesIO(), Picture.new("RGB", size, "navy")
    exif = picture.getexif()
    exif[MAKE] = "Camera"
    exif.get_ifd(GPS).update({1: "N", 2: (55.0, 40.0, 33.0)})
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.mark.parametrize(
    "name",
    ["x.svg", "x.html", "x.htm", "x.xhtml", "x.js", "x.exe", "x.zip", "x.pdf.html", "x.xml", "x"],
)
def test_row_57_a_file_of_another_kind_is_refused(editor, name):
    assert upload(editor, "document", name, HOSTILE.encode()).status_code == 200
    assert not get_document_model().objects.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='__xss=1'/>"),
        ("x.html", HOSTILE.encode()),
        ("x.png", HOSTILE.encode()),
        ("x.jpg", jpeg()[:400]),
        ("x.png", jpeg()),
    ],
    ids=["svg", "html", "words", "truncated", "another kind"],
)
def test_row_58_and_59_what_is_no_picture_is_refused(editor, name, data):
    assert upload(editor, "image", name, data).status_code == 200
    assert not get_image_model().objects.exists()


def test_row_59_a_picture_of_too_many_points_is_refused_unread(editor):
    out = io.BytesIO()
    Picture.new("1", (50_000, 50_000)).save(out, "PNG")
    assert upload(editor, "image", "bomb.png", out.getvalue()).status_code == 200
    assert not get_image_model().objects.exists()


def test_row_59_where_a_picture_was_taken_is_not_shown_with_it():
    image = get_image_model().objects.create(title="Havn", file=ContentFile(jpeg(), name="h.jpg"))
    for shown in ("width-300", "original", "fill-100x100", "width-300|format-webp"):
        with image.get_rendition(shown).file.open() as file:
            assert not Picture.open(file).getexif().get_ifd(GPS), shown


@pytest.mark.parametrize("before", ["", "./", "x/../", "/", "DOCUMENTS/../"])
def test_row_57_a_document_is_not_given_out_beside_its_own_address(client, before):
    document = make_document()
    assert client.get(f"/media/{before}{document.file.name}").status_code == 404


def test_row_57_a_document_for_some_is_for_nobody_else(client):
    collection = Collection.get_first_root_node().add_child(name="Internt")
    restriction = CollectionViewRestriction.LOGIN
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=restriction)
    document = make_document(collection=collection, data=b"secret words")
    response = client.get(document.url)
    assert response.status_code == 302
    assert b"secret" not in response.content


def test_row_5_and_57_a_document_is_a_file_and_never_a_page(client):
    response = client.get(make_document("plan.csv", HOSTILE.encode()).url)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment; filename=")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("default-src 'none'")
    assert "script-src" not in response["Content-Security-Policy"]
    assert not response.cookies


def test_row_5_a_name_that_is_a_payload_is_cleaned_and_a_title_is_escaped(editor):
    name = "<img src=x onerror=__xss=1>&'; a=b.pdf"
    upload(editor, "document", name, b"%PDF-1.4 words", title=HOSTILE)
    document = get_document_model().objects.get()
    assert not set('<>"&\r\n/\\') & set(document.filename)
    assert "\n" not in editor.get(document.url)["Content-Disposition"]
    assert HOSTILE not in editor.get(reverse("wagtaildocs:index")).content.decode()
