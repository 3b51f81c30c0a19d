"""Documents that pages link to are found by what they say; nothing of any other, and no file does harm."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from docx import Document as WordDocument
from wagtail.documents import get_document_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    PageViewRestriction,
    ReferenceIndex,
)

from search import queue
from search.files import reading
from search.models import Document, FileText, IndexTask
from tests.factories.home import make_english_home, make_standard_page, paragraph
from tests.factories.policy import edit, make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SECRET = "qx7zw"


def word(text=f"Kvælstof og {SECRET}") -> bytes:
    out, document = io.BytesIO(), WordDocument()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def pdf(text=f"Fosfor og {SECRET}") -> bytes:
    """A PDF of one page, as small as can be."""
    stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode("latin-1")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + rows
    return out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start


def make_file(data, name="plan.docx", title="Bilag", **fields):
    return get_document_model().objects.create(
        title=title, file=ContentFile(data, name=name), **fields
    )


def link_from(document, **fields):
    html = f'<p><a linktype="document" id="{document.pk}">Bilag</a></p>'
    page = make_standard_page("Om bilag", body=[paragraph(html)], **fields)
    ReferenceIndex.create_or_update_for_object(page)
    return page


def work() -> None:
    """Do what the worker does in a minute."""
    for _round in range(3):
        reading.compare()
        reading.read_next()
        while queue.drain():
            pass


def total(client, query=SECRET, language="da") -> int:
    work()
    return client.get(
        f"/{language}/soeg/" if language == "da" else "/en/search/", {"q": query}
    ).context["total"]


def is_anywhere() -> bool:
    rows = Document.objects.filter(kind="files")
    return any(SECRET in f"{row.title} {row.words}" for row in rows)


def test_a_document_that_nobody_links_to_is_neither_read_nor_found(client):
    make_file(word())
    assert total(client) == 0
    assert not FileText.objects.exists()


@pytest.mark.parametrize("why", ["collection", "above", "page", "draft"])
def test_row_41_a_document_that_is_not_for_all_is_neither_read_nor_found(client, why):
    closed = Collection.get_first_root_node().add_child(name="Internt")
    below = closed.add_child(name="Mere")
    document = make_file(word(), collection=below if why == "above" else closed)
    page = link_from(document)
    if why in ("collection", "above"):
        CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    elif why == "page":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        page.unpublish()
    assert total(client) == 0
    assert not FileText.objects.exists()
    assert not is_anywhere()


@pytest.mark.parametrize("why", ["collection", "page", "draft", "deleted", "link"])
def test_row_41_what_ceases_to_be_public_is_not_shown_and_leaves_the_index(client, why):
    document = make_file(word())
    page = link_from(document)
    assert total(client) == 1
    if why == "collection":
        root = Collection.get_first_root_node()
        CollectionViewRestriction.objects.create(collection=root, restriction_type="login")
    elif why == "page":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    elif why == "draft":
        page.unpublish()
    elif why == "deleted":
        document.delete()
    else:
        ReferenceIndex.objects.filter(to_object_id=str(document.pk)).delete()
    # At once, before the worker has seen it.
    assert client.get("/da/soeg/", {"q": SECRET}).context["total"] == 0
    assert total(client) == 0
    assert not is_anywhere()


def test_what_a_draft_of_a_policy_links_to_is_not_found(client):
    document = make_file(word())
    page = make_page(body=[principle(1)])
    make_adopted(page)
    statement = f'<p><a linktype="document" id="{document.pk}">Bilag</a></p>'
    edit(page, [principle(1, statement=statement)])
    ReferenceIndex.create_or_update_for_object(page)
    assert total(client) == 0


@pytest.mark.parametrize(
    ("name", "data", "query"),
    [("a.docx", word(), "kvælstof"), ("a.pdf", pdf(), "fosfor"), ("a.pdf", word(), "kvælstof")],
    ids=["Word", "PDF", "named otherwise"],
)
def test_a_document_is_found_by_what_it_says(client, name, data, query):
    document = make_file(data, name)
    link_from(document)
    work()
    response = client.get("/da/soeg/", {"q": query})
    (group,) = response.context["groups"]
    (hit,) = group.hits
    assert (group.kind, hit.title, hit.url) == ("files", "Bilag", document.url)
    assert f"<mark>{query.capitalize()}</mark>" in hit.snippet


def test_a_new_file_is_read_anew_and_the_old_words_are_gone(client):
    document = make_file(word())
    link_from(document)
    assert total(client) == 1
    document.file = ContentFile(word("Kalium"), name="b.docx")
    document.save()
    assert total(client, "kalium") == 1
    assert total(client) == 0


def test_it_is_found_in_the_languages_of_the_pages_that_link_to_it(client):
    document = make_file(word())
    link_from(document)
    english = make_english_home()
    assert total(client, language="en") == 0
    link_from(document, parent=english)
    assert total(client, language="en") == 1
    assert total(client) == 1


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 90_000_000)
    return out.getvalue()


def laughs() -> bytes:
    out = io.BytesIO()
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 20))
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<!DOCTYPE a [<!ENTITY e0 "ha">{entities}]><a>&e19;</a>'
        )
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        b"%PDF-1.4 words",
        b"PK\x03\x04words",
        word()[:400],
        pdf()[:200],
        bomb(),
        laughs(),
    ],
    ids=["empty", "text", "no pdf", "no zip", "cut word", "cut pdf", "bomb", "laughs"],
)
def test_row_59_a_file_that_is_broken_or_hostile_is_found_by_its_title_alone(client, data):
    link_from(make_file(data, title="Regnskab"))
    assert total(client, "regnskab") == 1
    assert FileText.objects.get().text == ""
    assert not IndexTask.objects.exists()
    assert reading.read_next() == 0


def test_a_file_that_takes_too_long_is_given_up(client, monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    link_from(make_file(word(), title="Regnskab"))
    assert total(client, "regnskab") == 1
    assert FileText.objects.get().problem == "unreadable"


def test_a_file_that_is_missing_keeps_nothing_else_waiting(client):
    missing = make_file(word(), title="Væk")
    missing.file.storage.delete(missing.file.name)
    link_from(missing)
    link_from(make_file(word(), name="c.docx"), slug="om-bilag-2")
    assert total(client) == 1
