"""The report of a hearing with 150 comments, in each of its five forms, line by line beside the database."""

import csv
import io
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from comments.models import Comment, CommentText, Sender
from tests.factories.comments import make_answer, make_hearing, make_report, wordings_of
from tests.factories.exports import need_press, read_pdf

pytestmark = pytest.mark.django_db
MANY = 150
# Row 6: what a spreadsheet would calculate, and what a reader of files would take for its own marks.
HOSTILE = {3: "=1+1 er ikke to", 4: "@SUM(A1) & <b>fed</b>", 5: 'Linje et\nLinje "to"; tre'}


@pytest.fixture
def report():
    """150 public comments about three passages and the whole; every third has one answer of three."""
    hearing = make_hearing()
    places = [*wordings_of(hearing)[:3], None]
    text = hearing.edition.texts.get(is_authoritative=True)
    made = Comment.objects.bulk_create(
        Comment(
            number=n,
            policy_id=hearing.edition.policy_id,
            hearing=hearing,
            edition_text=text,
            wording=places[n % 4],
            passage=places[n % 4] and places[n % 4].passage,
            status="published" if n <= MANY else "rejected",
            language="da",
            submission_hash=f"{n:064}",
            receipt_hash=f"{n:064}",
        )
        for n in range(1, MANY + 11)
    )
    words = {n: HOSTILE.get(n, f"Mening nummer {n} om sagen.") for n in range(1, MANY + 11)}
    CommentText.objects.bulk_create(
        CommentText(comment=comment, role="original", language="da", text=words[comment.number])
        for comment in made
    )
    Sender.objects.bulk_create(
        Sender(comment=comment, name=f"Navn {comment.number}", name_is_public=comment.number % 2)
        for comment in made
    )
    for n, result in enumerate(["changed", "partly", "not_changed"]):
        answered = made[:MANY:3][n::3]
        make_answer(*answered, result=result, texts={"da": f"Svar {n} fra kontoret."})
    return make_report(hearing)


class Words(HTMLParser):
    """The text of a page's main part."""

    def __init__(self):
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data):
        self.found.append(data)


def flat(text: str) -> str:
    return " ".join(text.split())


def expected(report) -> list[list[str]]:
    """Return for each comment, in the report's order, what must be said of it: read from the database."""
    found = []
    entries = report.entries.order_by("order").select_related("comment__sender")
    for entry in entries.select_related("comment__outcome__response"):
        comment = entry.comment
        said = [comment.texts.get(role="original").text]
        if hasattr(comment, "outcome"):
            outcome = comment.outcome
            said += [
                outcome.response.texts.get(language="da").text,
                outcome.get_result_display(),
                outcome.texts.get(language="da").reason,
            ]
        found.append([str(comment.number), *said])
    return found


def read(client, report, kind) -> bytes:
    args = [report.hearing_id, report.number, kind]
    response = client.get(reverse("comments:hearing_report_file", args=args))
    assert response.status_code == 200
    return response.getvalue()


def check_in_order(text: str, report, kind: str) -> None:
    """Every word that is expected stands in the text, one after the other, and no other comment's."""
    at = 0
    for number, *said in expected(report):
        for words in said:
            found = text.find(flat(words), at)
            assert found >= at, f"{kind}: {words!r} of no. {number} is missing"
            at = found
    for n in range(MANY + 1, MANY + 11):
        assert f"nummer {n} om" not in text


def test_page_word_and_tables_say_what_the_database_says(client, settings, tmp_path, report):
    settings.PRIVATE_ROOT = tmp_path
    wanted = expected(report)
    assert len(wanted) == MANY

    page = Words()
    address = reverse("comments:hearing_report", args=[report.hearing_id, report.number])
    for number in (1, 2):
        page.feed(client.get(f"{address}?page={number}").content.decode().split("<main", 1)[1])
    check_in_order(flat(" ".join(page.found)), report, "page")

    paragraphs = [
        line.text for line in Document(io.BytesIO(read(client, report, "docx"))).paragraphs
    ]
    check_in_order(flat(" ".join(paragraphs)), report, "docx")

    text = read(client, report, "csv").decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]
    check_rows(table, wanted, before="'")

    book = load_workbook(io.BytesIO(read(client, report, "xlsx")))
    check_rows([list(row) for row in book.worksheets[0].values][1:], wanted, before="")


def check_rows(table, wanted, before: str) -> None:
    """Each row is its comment's; `before` stands before what would be a formula (row 6)."""
    assert len(table) == MANY
    for row, (number, text, *answered) in zip(table, wanted, strict=True):
        cells = [cell or "" for cell in row]
        assert cells[0] == number
        mark = before if text[0] in "=@" else ""
        assert cells[6] == mark + text
        answer, result, reason = answered or ["", "", ""]
        assert [cells[9], cells[10], cells[11]] == [result, reason, answer]
        assert cells[3].startswith("Navn ") is bool(int(number) % 2)


def test_the_pdf_says_what_the_database_says(client, state_folder, monkeypatch, report):
    need_press(state_folder, monkeypatch)
    pages = read_pdf(read(client, report, "pdf")).pages
    text = flat(" ".join(page.extract_text() for page in pages))
    check_in_order(text, report, "pdf")
    together = text.replace(" ", "")
    for number, *_said in expected(report):
        assert f"/bemaerkninger/{number}/" in together
