"""The report as XLSX, opened and read back: line by line what the database says, and never a formula."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from comments.actions import decide
from comments.report.workbook import MOST, storable
from comments.states import DecisionAction
from tests.factories.comments import (
    make_answer,
    make_comment,
    make_hearing,
    make_reason,
    make_report,
    wordings_of,
)
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "＋1",
    "  =1",
    '"=1',
    "=HYPERLINK(1)",
    "=cmd|' /C calc'!A0",
]


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


def book_of(client, report):
    args = [report.hearing_id, report.number, "xlsx"]
    response = client.get(reverse("comments:hearing_report_file", args=args))
    assert response.status_code == 200
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    return load_workbook(io.BytesIO(response.content))


def rows_of(book):
    return [list(row) for row in book.worksheets[0].values]


def test_row_6_no_cell_is_a_formula_and_the_words_are_those_that_were_said(client, hearing):
    comments = [
        make_comment(hearing, text=text, name=text, name_is_public=True) for text in FORMULAS
    ]
    book = book_of(client, make_report(hearing))
    cells = [
        cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert all(cell.quotePrefix for cell in cells)
    said = [comment.texts.get().text for comment in comments]
    assert [row[6] for row in rows_of(book)[1:]] == said


def test_row_7_there_are_as_many_rows_as_comments_whatever_they_say(client, hearing):
    said = ['Linje\n"to"; og "tre"', "<b>&amp;</b>\t]]>", "Æ 👍 العربية"]
    comments = [make_comment(hearing, text=text) for text in said]
    head, *rows = rows_of(book_of(client, make_report(hearing)))
    assert [row[0] for row in rows] == [str(comment.number) for comment in comments]
    assert [row[6] for row in rows] == [comment.texts.get().text for comment in comments]
    assert {len(row) for row in rows} == {len(head)} == {14}


def test_of_150_comments_every_line_is_what_the_database_says(client, hearing):
    places = [*wordings_of(hearing)[:3], None]
    comments = []
    for n in range(150):
        wording = places[n % 4]
        comments.append(
            make_comment(hearing, wording=wording, whole=wording is None, text=f"Mening {n}.")
        )
    for comment in comments[::3]:
        make_answer(comment, texts={"da": f"Svar til {comment.number}."})
    report = make_report(hearing)
    _head, *rows = rows_of(book_of(client, report))
    assert len(rows) == 150
    entries = report.entries.order_by("order").select_related("comment__outcome__response")
    for row, entry in zip(rows, entries, strict=True):
        comment = entry.comment
        assert row[0] == str(comment.number)
        assert row[1] == comment.received_at.date().isoformat()
        assert row[6] == comment.texts.get(role="original").text
        answer = getattr(comment, "outcome", None)
        said = answer and answer.response.texts.get(language="da").text
        assert row[11] == said
        assert row[13].endswith(f"/bemaerkninger/{comment.number}/")


def test_the_figures_have_a_sheet_of_their_own_with_numbers(client, hearing):
    make_answer(make_comment(hearing))
    make_comment(hearing, status="rejected")
    book = book_of(client, make_report(hearing))
    figures = dict(row[:2] for row in book.worksheets[1].values)
    assert figures["Offentlige"] == 1
    assert figures["I alt"] == 2


def test_what_is_taken_away_has_a_row_without_words(client, hearing):
    make_reason()
    comment = make_comment(hearing, text="Fjernet tekst")
    report = make_report(hearing)
    assert rows_of(book_of(client, report))[1][6] == "Fjernet tekst"
    reject, by = DecisionAction.REJECT, make_user("m")
    decide(comment=comment, seen_version=comment.version, action=reject, by=by, reason="off_topic")
    row = rows_of(book_of(client, report))[1]
    assert row[0] == str(comment.number)
    assert "Fjernet tekst" not in row
    assert "Ikke længere offentlig" in row


def test_what_a_cell_cannot_hold_is_left_out_or_cut_with_a_mark():
    assert storable("a\x00b\x0bc") == "abc"
    assert storable("x" * MOST) == "x" * MOST
    assert storable("x" * (MOST + 1)) == "x" * MOST + " […]"


def test_the_report_leads_to_it(client, hearing):
    make_comment(hearing)
    report = make_report(hearing)
    page = client.get(reverse("comments:hearing_report", args=[hearing.pk, report.number]))
    file = reverse("comments:hearing_report_file", args=[hearing.pk, report.number, "xlsx"])
    assert f'href="{file}"' in page.content.decode()
