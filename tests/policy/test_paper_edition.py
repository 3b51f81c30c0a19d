"""The paper edition lies on a counter: large type, a code at each passage, a form to cut out."""

import re

import pytest
from bs4 import BeautifulSoup

from policy.exporting import formats
from tests.factories.comments import close, make_hearing
from tests.factories.exports import body_of_every_kind, need_press, outline_of, read_pdf, tagged
from tests.factories.home import make_settings
from tests.factories.policy import make_adopted, make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    make_settings(municipality="Viby Kommune", office="Sekretariatet", phone="+45 11 22 33 44")
    return make_page(body=body_of_every_kind())


@pytest.fixture
def sheet(monkeypatch, client):
    """Read the HTML that goes to the press."""

    def print_html(html, files, target, **_options):
        target.write_text(html)

    def read(page, edition):
        monkeypatch.setattr(formats, "print_pdf", print_html)
        response = client.get(page.file_url(edition, "paper"))
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return read


def words(element) -> str:
    return " ".join(element.get_text(" ").split())


def test_without_a_hearing_nobody_is_given_a_deadline(page, sheet):
    form = sheet(page, make_adopted(page)).select_one(".form")
    assert "ingen høring om denne udgave" in words(form)
    assert form.time is None


def test_after_the_deadline_the_form_says_so_at_once(page, sheet):
    hearing = make_hearing(page)
    assert sheet(page, hearing.edition).select_one(".form time")
    close(hearing)
    assert not sheet(page, hearing.edition).select_one(".form time")


def test_a_hearing_about_another_edition_gives_no_deadline(page, sheet):
    adopted = make_adopted(page)
    make_hearing(page)
    assert not sheet(page, adopted).select_one(".form time")


def test_each_passage_has_its_code_its_address_and_room_to_write(page, sheet):
    edition = make_adopted(page)
    soup = sheet(page, edition)
    content = [e for e in edition.texts.get().content if e["kind"] != "heading"]
    assert [code.get_text() for code in soup.select(".code strong")] == [e["code"] for e in content]
    addresses = [place.get_text() for place in soup.select(".code .address")]
    assert all(page.passage_url(e["code"]) in addresses[i] for i, e in enumerate(content))
    assert len(soup.select("main .hand")) == len(content)
    assert len(soup.select("main .hand .line")) == 3 * len(content)


def test_the_form_asks_for_what_the_site_asks_and_says_what_becomes_public(page, sheet):
    form = sheet(page, make_adopted(page)).select_one(".form")
    labels = [words(label) for label in form.select(".label")]
    assert labels == [
        "Afsnittets kode",
        "Din bemærkning",
        "Hvem skriver du for?",
        "Navn",
        "Forening",
        "Bydel eller landsby",
        "Din e-mail",
    ]
    assert len(form.select(".cells i")) == 6
    assert "Din e-mail bliver aldrig vist" in words(form)
    assert "Viby Kommune, Sekretariatet, Rådhuspladsen 1, 9999 Viby" in words(form)
    assert "+45 11 22 33 44" in words(form)
    assert "udgave 1 · sag 26/00001" in words(form)


def test_the_other_pdf_has_neither_codes_nor_form(page, client, monkeypatch, sheet):
    edition = make_adopted(page)
    sheet(page, edition)
    plain = BeautifulSoup(client.get(page.file_url(edition, "pdf")).content, "html.parser")
    assert not plain.select(".code, .hand, .form")


def test_it_is_tagged_larger_and_ends_with_the_form_on_one_sheet(
    page, client, state_folder, monkeypatch
):
    need_press(state_folder, monkeypatch)
    edition = make_adopted(page)
    made = read_pdf(client.get(page.file_url(edition, "paper")).content)
    text = read_pdf(client.get(page.file_url(edition, "pdf")).content)
    assert len(made.pages) > len(text.pages)
    assert made.root_object["/Lang"] == "da"
    assert tagged(made, "/H3")
    _level, title, number = outline_of(made)[-1]
    assert (title, number) == ("Skriv en bemærkning", len(made.pages))
    last = " ".join(made.pages[-1].extract_text().split())
    assert re.search(r"Klip her.*Aflever den her", last)
