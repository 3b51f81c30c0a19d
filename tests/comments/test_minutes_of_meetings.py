"""Minutes of meetings stand in the hearing report in every format, and change no more once it is frozen."""

import csv
import datetime
import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from comments.actions import take_down_minutes, write_minutes
from comments.errors import AlreadyDecided, NotPossible
from comments.journal import package as journal
from comments.models import HearingReport, Minutes
from tests.factories.comments import make_comment, make_hearing, make_minutes, make_report
from tests.factories.exports import need_press, read_pdf
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SAID = "Mange ville have hurtigere svar."
DAY = datetime.date(2026, 10, 14)


@pytest.fixture
def hearing(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    return make_hearing()


def page_of(client, report) -> str:
    url = reverse("comments:hearing_report", args=[report.hearing_id, report.number])
    return client.get(url).content.decode()


def file_at(client, report, kind) -> bytes:
    url = reverse("comments:hearing_report_file", args=[report.hearing_id, report.number, kind])
    response = client.get(url)
    assert response.status_code == 200
    return b"".join(response) if response.streaming else response.content


@pytest.mark.parametrize("wrong", [{"title": " "}, {"text": " \n"}])
def test_minutes_without_a_title_or_without_words_are_not_kept(hearing, wrong):
    with pytest.raises(NotPossible):
        make_minutes(hearing, **wrong)
    assert not Minutes.objects.exists()


def test_a_file_alone_is_enough_and_another_takes_its_place(
    hearing, django_capture_on_commit_callbacks
):
    minutes = make_minutes(hearing, file=True, text="")
    first = minutes.file.name
    with django_capture_on_commit_callbacks(execute=True):
        make_minutes(hearing, file=True, minutes=minutes, seen_version=1)
    minutes.refresh_from_db()
    assert not minutes.file.storage.exists(first)
    assert minutes.file.storage.exists(minutes.file.name)


def test_two_writers_do_not_bury_each_other(hearing):
    minutes = make_minutes(hearing)
    make_minutes(hearing, minutes=minutes, seen_version=1, text="Den enes.")
    with pytest.raises(AlreadyDecided):
        make_minutes(hearing, minutes=minutes, seen_version=1, text="Den andens.")
    assert Minutes.objects.get().text == "Den enes."


def test_nobody_reads_them_before_the_report_is_frozen(hearing, client):
    report = make_report(hearing)
    minutes = make_minutes(hearing, file=True)
    url = reverse("comments:minutes_file", args=[hearing.pk, minutes.pk])
    assert client.get(url).status_code == 404
    assert SAID not in page_of(client, report)


def test_they_stand_on_the_page_and_in_every_file(hearing, client):
    make_comment(hearing)
    later = make_minutes(hearing, title="=SUM(A1)", held_on=DAY + datetime.timedelta(days=9))
    first = make_minutes(hearing, file=True)
    report = make_report(hearing)
    page = page_of(client, report)
    url = reverse("comments:minutes_file", args=[hearing.pk, first.pk])
    for words in ("Borgermøde", "Forsamlingshuset", "14. oktober 2026", SAID, url):
        assert words in page
    assert page.index("Borgermøde") < page.index("=SUM(A1)")
    assert b"%PDF" in b"".join(client.get(url))
    word = "\n".join(
        p.text for p in Document(io.BytesIO(file_at(client, report, "docx"))).paragraphs
    )
    assert word.index("Borgermøde") < word.index(SAID) < word.index("=SUM(A1)")
    text = file_at(client, report, "csv").decode("utf-8-sig")
    *_comments, one, two = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert (one[1], one[2], one[6]) == ("2026-10-14", "Referat: Borgermøde", SAID)
    assert one[-1].endswith(url)
    assert len(one) == len(two) == 14
    book = load_workbook(io.BytesIO(file_at(client, report, "xlsx")))
    rows = list(book["Referat"].iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == ["Borgermøde", later.title]
    assert all(cell.data_type == "s" for row in book["Referat"] for cell in row if cell.value)


def test_they_are_printed(hearing, client, state_folder, monkeypatch):
    need_press(state_folder, monkeypatch)
    make_minutes(hearing)
    pdf = read_pdf(file_at(client, make_report(hearing), "pdf"))
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    for words in ("Borgermøde", "Forsamlingshuset", SAID):
        assert words in text


def test_a_frozen_report_keeps_its_minutes_and_a_new_one_has_the_new(hearing, client):
    minutes = make_minutes(hearing)
    report = make_report(hearing)
    with pytest.raises(NotPossible):
        make_minutes(hearing, minutes=minutes, seen_version=1, text="Omskrevet.")
    make_minutes(hearing, title="Workshop")
    assert "Workshop" not in page_of(client, report)
    second = make_report(hearing)
    assert "Workshop" in page_of(client, second)
    assert report.minutes.get().sha256 == second.minutes.first().sha256
    assert report.digest != second.digest
    assert HearingReport.objects.get(pk=report.pk).digest == report.digest


def test_taken_down_the_words_are_gone_everywhere_and_the_report_says_so(
    hearing, client, django_capture_on_commit_callbacks
):
    minutes, by = make_minutes(hearing, file=True, title="Anna Holm sagde"), make_user("editor")
    report, stored = make_report(hearing), minutes.file
    url = reverse("comments:minutes_file", args=[hearing.pk, minutes.pk])
    file_at(client, report, "docx")
    with django_capture_on_commit_callbacks(execute=True):
        take_down_minutes(minutes=minutes, by=by)
    assert not stored.storage.exists(stored.name)
    assert client.get(url).status_code == 404
    page = page_of(client, report)
    assert "Kommunen har taget referatet ned." in page
    for gone in (page, file_at(client, report, "csv").decode()):
        assert SAID not in gone
        assert "Anna Holm" not in gone
    word = Document(io.BytesIO(file_at(client, report, "docx"))).paragraphs
    assert SAID not in "\n".join(p.text for p in word)
    again = make_minutes(hearing)
    take_down_minutes(minutes=again, by=by)
    assert not Minutes.objects.filter(pk=again.pk).exists()


def test_the_journal_package_has_them_frozen_or_not(hearing, tmp_path, monkeypatch):
    monkeypatch.setattr(journal, "print_volume", lambda *args: b"%PDF-1.7 as if")
    minutes = make_minutes(hearing, file=True)
    journal.write_package(tmp_path / "package.zip", hearing)
    with zipfile.ZipFile(tmp_path / "package.zip") as archive:
        values = json.loads(archive.read(f"minutes/{minutes.pk:03}/minutes.json"))
        assert archive.read(f"minutes/{minutes.pk:03}/referat.pdf").startswith(b"%PDF")
        assert "Borgermøde" in archive.read("index.csv").decode()
    assert (values["title"], values["text"], values["reports"]) == ("Borgermøde", SAID, [])


def test_staff_write_change_and_take_down_on_the_screen(hearing, admin_client):
    screen = reverse("comments_minutes", args=[hearing.pk])
    form = {"version": "0", "title": "Borgermøde", "held_on": "ugyldig", "text": SAID}
    refused = admin_client.post(screen, form).content.decode()
    assert SAID in refused
    bad = SimpleUploadedFile("x.exe", b"MZ", content_type="application/pdf")
    refused = admin_client.post(screen, {**form, "held_on": "2026-10-14", "file": bad})
    assert "x.exe" in refused.content.decode()
    assert not Minutes.objects.exists()
    assert admin_client.post(screen, {**form, "held_on": "2026-10-14"}).status_code == 302
    minutes = Minutes.objects.get()
    one = reverse("comments_edit_minutes", args=[minutes.pk])
    assert one in admin_client.get(screen).content.decode()
    changed = {**form, "version": "1", "held_on": "2026-10-15", "text": "Rettet."}
    assert admin_client.post(one, changed).status_code == 302
    stale = admin_client.post(one, {**changed, "text": "For sent."}).content.decode()
    assert "For sent." in stale
    minutes.refresh_from_db()
    assert (minutes.text, minutes.version) == ("Rettet.", 2)
    assert admin_client.post(one, {"take_down": "1"}).status_code == 302
    assert not Minutes.objects.exists()


def test_words_with_nul_and_long_titles_are_handled(hearing, admin_client):
    screen = reverse("comments_minutes", args=[hearing.pk])
    form = {"version": "0", "title": "x" * 161, "held_on": "2026-10-14", "text": "a\0b"}
    assert admin_client.post(screen, form).status_code == 200
    assert admin_client.post(screen, {**form, "title": "x"}).status_code == 200
    assert write_minutes(
        hearing=hearing, by=None, title="a\0b", held_on=DAY, text="a\0b"
    ).title in ("ab", "a b")
