"""The report as CSV, DOCX and PDF says what the database says, line by line."""

import csv
import io

import pytest
from django.urls import reverse
from docx import Document

from comments.actions import decide
from comments.reading.places import places_for
from comments.report.files import file_of
from comments.report.sheet import neutral
from comments.states import DecisionAction
from tests.factories.comments import (
    make_answer,
    make_comment,
    make_hearing,
    make_reason,
    make_report,
    wordings_of,
)
from tests.factories.exports import need_press, read_pdf
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing():
    return make_hearing()


def file_at(client, report, kind):
    args = [report.hearing_id, report.number, kind]
    return client.get(reverse("comments:hearing_report_file", args=args))


def rows_of(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize(
    "value",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\0x",
        "＝1",
        "－1",
        "  =1",
        '"=1',
        "'=1",
        "\n=1",
    ],
)
def test_row_6_no_cell_is_a_formula(value):
    assert neutral(value) == f"'{value}"


@pytest.mark.parametrize("value", ["", "Ja", "1-2", "a=b", "Nr. 3"])
def test_other_cells_stay_as_they_are(value):
    assert neutral(value) == value


def test_row_7_there_are_as_many_rows_as_comments_whatever_they_say(client, hearing):
    said = ['Linje\n"to"; og "tre"', "=HYPERLINK(1)", "Almindelig"]
    comments = [make_comment(hearing, text=text) for text in said]
    make_answer(comments[2])
    head, *rows = rows_of(file_at(client, make_report(hearing), "csv"))
    assert [row[0] for row in rows] == [str(comment.number) for comment in comments]
    assert [row[6] for row in rows] == [said[0], f"'{said[1]}", said[2]]
    assert [row[11] for row in rows] == ["", "", "Tak. I har ret."]
    assert {len(row) for row in rows} == {len(head)}


def test_what_is_taken_away_has_a_row_without_words(client, hearing):
    make_reason()
    comment = make_comment(hearing, text="Fjernet tekst")
    report = make_report(hearing)
    reject = DecisionAction.REJECT
    by = make_user("m")
    decide(comment=comment, seen_version=comment.version, action=reject, by=by, reason="off_topic")
    _head, row = rows_of(file_at(client, report, "csv"))
    assert row[0] == str(comment.number)
    assert "Fjernet tekst" not in row
    assert "Ikke længere offentlig" in row


@pytest.mark.parametrize("kind", ["xls", "pdfx", "html"])
def test_other_kinds_of_files_are_not_found(client, hearing, kind):
    assert file_at(client, make_report(hearing), kind).status_code == 404


@pytest.fixture
def many(hearing):
    """Comments about several passages and the whole, every third with an answer."""
    comments = []
    for n, wording in enumerate([*wordings_of(hearing)[:3], None] * 3):
        whole = wording is None
        comments.append(make_comment(hearing, wording=wording, whole=whole, text=f"Mening {n}."))
    for comment in comments[::3]:
        make_answer(comment, texts={"da": f"Svar til {comment.number}."})
    return comments


def expected(comments) -> list[str]:
    """What must stand in a file, in this order, when the comments are read from the database."""
    lines = []
    for comment in comments:
        lines.append(comment.texts.get(role="original").text)
        if hasattr(comment, "outcome"):
            lines.append(comment.outcome.response.texts.get(language="da").text)
    return lines


def in_order(report):
    return [entry.comment for entry in report.entries.select_related("comment__outcome__response")]


def test_the_docx_says_what_the_database_says(client, settings, tmp_path, hearing, many):
    settings.PRIVATE_ROOT = tmp_path
    report = make_report(hearing)
    response = file_at(client, report, "docx")
    assert response["Cache-Control"] == "no-cache"
    said = [line.text for line in Document(io.BytesIO(response.content)).paragraphs]
    wanted = expected(in_order(report))
    assert [line for line in said if line in wanted] == wanted
    assert file_at(client, report, "docx").content == response.content


def test_the_pdf_is_tagged_and_says_what_the_database_says(
    client, state_folder, monkeypatch, hearing, many
):
    need_press(state_folder, monkeypatch)
    report = make_report(hearing)
    response = file_at(client, report, "pdf")
    assert response["Content-Type"] == "application/pdf"
    pdf = read_pdf(response.content)
    text = " ".join("".join(page.extract_text() for page in pdf.pages).split())
    places = [text.find(line) for line in expected(in_order(report))]
    assert -1 not in places
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_a_file_is_made_anew_when_a_comment_is_taken_away(hearing, settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    make_reason()
    comment = make_comment(hearing)
    report = make_report(hearing)
    places = places_for(hearing.edition.policy_id)
    before = file_of(report, places, "docx").key
    reject = DecisionAction.REJECT
    by = make_user("m")
    decide(comment=comment, seen_version=comment.version, action=reject, by=by, reason="off_topic")
    assert file_of(report, places, "docx").key != before


def test_a_report_that_is_too_long_to_print_says_where_its_comments_stand(
    client, settings, tmp_path, monkeypatch, hearing
):
    settings.PRIVATE_ROOT = tmp_path
    monkeypatch.setattr("comments.report.reading.MOST_ON_PAPER", 1)
    said = [make_comment(hearing, text=f"Mening {n}.").texts.get().text for n in range(2)]
    report = make_report(hearing)
    response = file_at(client, report, "docx")
    lines = [line.text for line in Document(io.BytesIO(response.content)).paragraphs]
    assert not set(said) & set(lines)
    address = reverse("comments:hearing_report", args=[hearing.pk, report.number])
    assert any("for mange til at trykke" in line and address in line for line in lines)
    assert [row[6] for row in rows_of(file_at(client, report, "csv"))[1:]] == said
