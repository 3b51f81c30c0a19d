"""The files of an edition of fifteen pages: read back, page for page and heading for heading."""

import io
import re

import pytest
from bs4 import BeautifulSoup
from docx import Document as read_docx

from tests.factories.exports import need_press, read_pdf
from tests.factories.policy import block, chapter, make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.long]
CHAPTERS, PRINCIPLES = 3, 30
WORDS = " ".join(["Vi svarer på alt det, som borgerne skriver til os om byen og vejene."] * 14)


@pytest.fixture
def page():
    body = []
    for number in range(CHAPTERS):
        heading = chapter(f"Kapitel {number + 1}")
        body.append({**heading, "id": block("heading", {}, number + 1)["id"]})
        each = PRINCIPLES // CHAPTERS
        body += [
            principle(n, statement=f"<p>{WORDS}</p><p>{WORDS}</p>")
            for n in range(number * each + 1, (number + 1) * each + 1)
        ]
    return make_page(body=body)


@pytest.fixture
def edition(page):
    return make_adopted(page)


def flat(words: str) -> str:
    return " ".join(words.replace("\u00ad", "").split())


def headings(client, page) -> list[str]:
    """Return the headings of chapters and passages, as the web page has them."""
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    found = soup.select(".reading__text h2, .reading__text h3")
    return [flat(heading.get_text()) for heading in found]


def passages_of(found: list[str]) -> list[str]:
    return [words for words in found if re.search(r"Kapitel \d|Princip \d+s overskrift", words)]


def test_the_pdf_has_its_pages_its_contents_and_every_heading(
    client, page, edition, state_folder, monkeypatch
):
    need_press(state_folder, monkeypatch)
    response = client.get(page.file_url(edition, "pdf"))
    reader = read_pdf(response.content)
    assert 15 <= len(reader.pages) <= 40
    texts = [flat(sheet.extract_text()) for sheet in reader.pages]
    for number, text in enumerate(texts[1:], 2):
        assert re.search(rf"\b{number}\b", text), f"page {number} does not say its number"
    outline = [flat(item.title) for item in _every(reader.outline)]
    assert len(passages_of(outline)) == CHAPTERS + PRINCIPLES
    for item in _every(reader.outline):
        at = reader.get_destination_page_number(item)
        assert flat(item.title)[-20:] in texts[at]


def test_the_docx_has_every_heading_of_the_page_in_its_order(client, page, edition):
    response = client.get(page.file_url(edition, "docx"))
    file = read_docx(io.BytesIO(response.content))
    styled = [p for p in file.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    written = passages_of([flat(p.text) for p in styled])
    assert len(written) == CHAPTERS + PRINCIPLES
    shown = passages_of(headings(client, page))
    assert [words.split(": ")[-1] for words in written] == [w.split(": ")[-1] for w in shown]
    words = sum(len(p.text.split()) for p in file.paragraphs)
    assert words > 2 * PRINCIPLES * len(WORDS.split())


def _every(outline) -> list:
    """Return all items of a PDF's outline, whatever their level."""
    found = []
    for item in outline:
        found += _every(item) if isinstance(item, list) else [item]
    return found
