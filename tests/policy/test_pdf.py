"""What is read back from the PDF is what the page says: structure, languages, footers, and no more."""

import re

import pytest
from bs4 import BeautifulSoup

from policy.actions import correct
from policy.exporting.formats import FORMATS
from policy.models import Passage
from tests.factories.exports import (
    body_of_every_kind,
    make_arabic_text,
    need_press,
    outline_of,
    read_pdf,
    tagged,
)
from tests.factories.home import make_settings
from tests.factories.policy import make_adopted, make_page, make_user

pytestmark = pytest.mark.django_db
POINTS = 0.75  # in a pixel of the stylesheet


@pytest.fixture(autouse=True)
def pango(state_folder, monkeypatch):
    need_press(state_folder, monkeypatch)


@pytest.fixture
def page():
    make_settings(municipality="Viby Kommune")
    return make_page(body=body_of_every_kind())


@pytest.fixture
def edition(page):
    return make_adopted(page)


@pytest.fixture
def pdf(client, page, edition):
    """The PDF of an edition with passages of every kind, and one more note than text."""
    principle = next(e for e in edition.texts.get().content if e["kind"] == "principle")
    correct(
        edition=edition,
        passage=Passage.objects.get(code=principle["code"]),
        before="Vi holder fast",
        after="Vi holder ved",
        reason="En trykfejl.",
        user=make_user(),
    )
    response = client.get(page.file_url(edition, "pdf"))
    assert response.status_code == 200
    return read_pdf(response.content)


def headings(client, url) -> list[tuple[int, str]]:
    """Return (level, words) of the headings of a page's text."""
    soup = BeautifulSoup(client.get(url).content, "html.parser")
    found = [soup.h1, *soup.select("section.part h2, section.part h3")]
    words = [(int(h.name[1]), " ".join(h.get_text().split())) for h in found]
    return [(level, text.replace("\u00ad", "")) for level, text in words]


def flat(text: str) -> str:
    return " ".join(text.split())


def test_it_is_tagged_named_and_says_its_language(pdf):
    root = pdf.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "da"
    assert pdf.metadata.title == "Samskabelsespolitik, udgave 1"
    assert pdf.metadata.author == "Viby Kommune"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_the_tree_of_headings_is_the_pages(client, page, edition, pdf):
    own = {"Noter til teksten", "Indhold"}
    bookmarks = [(level, title) for level, title, _n in outline_of(pdf)]
    expected = headings(client, page.edition_url(edition))
    shared = [entry for entry in bookmarks if entry[1] not in own and "Trykfejl" not in entry[1]]
    assert shared == expected
    tags = [int(tag["/S"][2]) for tag in tagged(pdf, "/H1", "/H2", "/H3")]
    assert tags == [level for level, _title in bookmarks]


def test_contents_name_the_page_of_each_passage(pdf):
    bookmarks = outline_of(pdf)
    place = next(number for _l, title, number in bookmarks if title == "Indhold")
    shown = flat(pdf.pages[place - 1].extract_text(extraction_mode="layout"))
    for _level, title, number in bookmarks[bookmarks.index((2, "Indhold", place)) + 1 :]:
        assert re.search(rf"{re.escape(title)} {number}\b", shown), title


def test_each_page_says_edition_case_and_number(pdf):
    total = len(pdf.pages)
    for number, sheet in enumerate(pdf.pages, start=1):
        words = flat(sheet.extract_text())
        assert "Samskabelsespolitik, udgave 1 · sag 26/00001" in words
        assert f"Side {number} af {total}" in words


def test_images_keep_their_alternative_text(pdf):
    assert [tag.get("/Alt") for tag in tagged(pdf, "/Figure")] == ["En trappe med fem trin"]


def test_the_facts_are_a_table_with_headers(pdf):
    heads, cells = tagged(pdf, "/TH"), tagged(pdf, "/TD")
    assert len(heads) == len(cells) == 5
    assert {head["/A"]["/Scope"] for head in heads} == {"/Row"}
    names = [head["/ID"] for head in heads]
    assert [list(cell["/A"]["/Headers"]) for cell in cells] == [[name] for name in names]


def test_fields_have_their_labels_and_a_note_stands_before_the_text(pdf):
    words = flat(" ".join(sheet.extract_text() for sheet in pdf.pages))
    for label in ("Kort fortalt", "Hvorfor", "Du kan forvente", "Vi forventer af dig", "Løfter"):
        assert label in words
    assert "Grad af indflydelse: dialog, trin 3 af 5" in words
    assert words.index("En trykfejl.") < words.index("Kort om 1.")
    assert tagged(pdf, "/L")


def test_a_note_in_another_language_than_the_text_says_which(pdf, page, edition):
    made = read_pdf(FORMATS["pdf"].content(make_arabic_text(edition), page))
    assert made.root_object["/Lang"] == "ar"
    spoken = [tag for tag in tagged(made, "/Div", "/Span") if tag.get("/Lang") == "da"]
    assert len(spoken) >= 3  # two wordings and the reason


def test_arabic_runs_from_right_to_left(page, edition):
    made = read_pdf(FORMATS["pdf"].content(make_arabic_text(edition), page))
    places = {}

    def visit(text, _matrix, place, _font, _size):
        if text.strip():
            places[text.strip()] = place[4]

    made.pages[0].extract_text(visitor_text=visit)
    middle = float(made.pages[0].mediabox.width) / 2 / POINTS
    own = {text: x for text, x in places.items() if "سياسة" in text or "هكذا" in text}
    assert len(own) == 2
    assert all(x > middle for x in own.values()), own
    number = next(x for text, x in places.items() if text.endswith("1") and " 3" in text)
    assert number < middle
