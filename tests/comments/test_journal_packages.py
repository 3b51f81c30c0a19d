"""A journal package holds all of a hearing, can be checked by another program, and does not stay here."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.utils import timezone

from comments.actions import ask_package, erase, freeze_report, remove_old_packages
from comments.journal import package as journal
from comments.journal import reading
from comments.journal.making import make_package
from comments.models import Attachment, Comment, InternalNote, PackageState
from policy.exporting.press import NoPress
from tests.factories.comments import (
    close,
    make_answer,
    make_comment,
    make_hearing,
    wordings_of,
)
from tests.factories.exports import need_press, read_pdf
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def private(tmp_path, settings):
    settings.PRIVATE_ROOT = tmp_path / "private"


@pytest.fixture
def quick(monkeypatch):
    """Volumes that are not printed, for what is not about printing."""
    monkeypatch.setattr(journal, "print_volume", lambda *args: b"%PDF-1.7 as if")


@pytest.fixture
def hearing():
    return make_hearing()


def attach(comment, name="kort over torvet.pdf"):
    return Attachment.objects.create(
        comment=comment,
        file=ContentFile(b"%PDF a citizen's", "stored.pdf"),
        name=name,
        content_type="application/pdf",
        size=16,
        sha256="0" * 64,
    )


def written(tmp_path, hearing, comment=None):
    target = tmp_path / "package.zip"
    journal.write_package(target, hearing, comment)
    return target


def verified(path):
    script = settings.ROOT / "tools" / "verify_package.py"
    done = subprocess.run(
        [sys.executable, script, path], capture_output=True, text=True, timeout=60
    )
    return done.returncode, done.stdout


def values(path, name):
    with zipfile.ZipFile(path) as archive:
        return json.loads(archive.read(name))


def rewritten(path, change):
    """Return a copy of the package in which `change(name, content)` says what a file holds now."""
    target = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return target


def test_a_file_that_was_changed_is_found(hearing, tmp_path, quick):
    make_comment(hearing)
    path = written(tmp_path, hearing)
    mark = "comments/00001/comment.json"
    changed = rewritten(path, lambda name, body: body + b" " if name == mark else body)
    assert verified(changed) == (1, f"{mark} was changed\n7 files, not whole\n")


def test_a_file_that_is_gone_or_new_is_found(hearing, tmp_path, quick):
    make_comment(hearing)
    path = written(tmp_path, hearing)
    gone = "comments/00001/comment.json"
    code, said = verified(rewritten(path, lambda name, body: None if name == gone else body))
    assert code == 1
    assert f"{gone} is listed and missing" in said
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("comments/00002/comment.json", "{}")
    code, said = verified(path)
    assert (code, "comments/00002/comment.json is there and not listed" in said) == (1, True)


def test_what_is_no_package_is_told_apart(tmp_path):
    path = tmp_path / "letter.zip"
    path.write_text("no zip")
    assert verified(path)[0] == 2


def test_everything_is_in_it_whatever_its_state(hearing, tmp_path, quick):
    wording = wordings_of(hearing)[0]
    public = make_comment(hearing, wording=wording, text="Mere tid til foreningerne.")
    rejected = make_comment(hearing, status="rejected", text="Noget hadefuldt.")
    make_answer(public)
    attach(public)
    note = InternalNote.objects.create(comment=rejected, text="Ring til juristen.", by=make_user())
    path = written(tmp_path, hearing)
    assert verified(path) == (0, "10 files, whole\n")
    first, second = (values(path, f"comments/{n:05}/comment.json") for n in (1, 2))
    assert [text["text"] for text in first["texts"]] == ["Mere tid til foreningerne."]
    assert first["passage"]["text"] == wording.text
    assert first["outcome"]["answer_status"] == "published"
    assert [row["action"] for row in first["decisions"]] == ["receive", "publish"]
    assert first["address"].endswith(f"/{hearing.pk}/bemaerkninger/1/")
    assert (second["status"], second["address"]) == ("rejected", None)
    assert [row["text"] for row in second["notes"]] == [note.text]
    with zipfile.ZipFile(path) as archive:
        name = "comments/00001/files/01-kort_over_torvet.pdf"
        assert archive.read(name) == b"%PDF a citizen's"
        assert "sha256sum -c" in archive.read("LAESMIG.txt").decode()
        assert "Bemærkninger i den: 2" in archive.read("LAESMIG.txt").decode()


def test_the_index_has_short_subjects_without_names_or_words(hearing, tmp_path, quick):
    comment = make_comment(hearing, text="KANARIE", name="Kanarie Fugl", name_is_public=True)
    make_answer(comment)
    path = written(tmp_path, hearing)
    with zipfile.ZipFile(path) as archive:
        table = archive.read("index.csv").decode("utf-8-sig")
    assert "KANARIE" not in table.upper()
    rows = list(csv.DictReader(io.StringIO(table, newline=""), delimiter=";"))
    assert [row["Retning"] for row in rows] == ["ud", "ind", "ud"]
    assert rows[1]["Emne"].startswith("Bemærkning 1 om ")
    assert rows[1]["Dato"] == timezone.localdate(comment.received_at).isoformat()
    assert len(values(path, "index.json")["documents"]) == len(rows)


def test_one_comment_alone_has_nothing_of_the_others(hearing, tmp_path, quick):
    mine, other = make_comment(hearing), make_comment(hearing, text="KANARIE")
    make_answer(mine)
    make_answer(other)
    path = written(tmp_path, hearing, mine)
    assert verified(path)[0] == 0
    with zipfile.ZipFile(path) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        answers = [name for name in archive.namelist() if name.startswith("answers/")]
    assert b"KANARIE" not in everything
    assert len(answers) == 1


def test_reading_costs_the_same_queries_for_one_and_for_many(hearing, django_assert_num_queries):
    make_answer(make_comment(hearing))
    with django_assert_num_queries(10):
        list(map(reading.comment_values, reading.comments_of(hearing)))
    for _n in range(5):
        make_answer(make_comment(hearing))
    with django_assert_num_queries(10):
        assert len(list(map(reading.comment_values, reading.comments_of(hearing)))) == 6


def test_the_pdf_tells_all_and_so_does_the_report(hearing, tmp_path, monkeypatch):
    need_press(tmp_path, monkeypatch)
    make_comment(hearing, text="Mere tid til foreningerne.", name="Foreningen Vest")
    make_comment(hearing, status="rejected", text="Noget andet.")
    close(hearing)
    Comment.objects.filter(status="pending").delete()
    freeze_report(hearing=hearing, by=make_user(), committee="Kulturudvalget")
    path = written(tmp_path, hearing)
    with zipfile.ZipFile(path) as archive:
        pages = read_pdf(archive.read("hearing/comments-001.pdf")).pages
        report = read_pdf(archive.read("reports/report-1.pdf")).pages
    said = " ".join(page.extract_text() for page in pages)
    for words in (
        "Mere tid til foreningerne.",
        "Foreningen Vest",
        "Noget andet.",
        "Ikke offentlig",
    ):
        assert words in said
    assert "Kulturudvalget" in " ".join(page.extract_text() for page in report)


def test_a_package_that_cant_be_printed_is_not_half_a_package(hearing, monkeypatch):
    def refuse(*args):
        raise NoPress

    monkeypatch.setattr(journal, "print_volume", refuse)
    make_comment(hearing)
    package = ask_package(hearing=hearing)
    assert make_package(package=package).state == PackageState.FAILED
    assert not package.file


def test_what_is_asked_for_twice_is_made_once(hearing, quick):
    make_comment(hearing)
    package = ask_package(hearing=hearing)
    assert ask_package(hearing=hearing) == package
    make_package(package=package)
    assert (package.state, package.comments) == (PackageState.MADE, 1)
    first = package.file.name
    make_package(package=package)
    assert package.file.name == first
    assert package.file.storage.listdir("journal")[1] == [first.removeprefix("journal/")]
    assert ask_package(hearing=hearing) != package


def test_it_is_gone_after_a_day(hearing, quick, django_capture_on_commit_callbacks):
    make_comment(hearing)
    package = make_package(package=ask_package(hearing=hearing))
    with django_capture_on_commit_callbacks(execute=True):
        assert remove_old_packages(at=package.made_at + timedelta(hours=23)) == 0
        assert remove_old_packages(at=package.made_at + timedelta(hours=25)) == 1
    package.refresh_from_db()
    assert (package.state, bool(package.file), bool(package.sha256)) == ("removed", False, True)
    assert package.file.storage.listdir("journal")[1] == []


def test_erasing_a_comment_removes_the_packages_that_hold_it(
    hearing, quick, django_capture_on_commit_callbacks
):
    comment = make_comment(hearing)
    made = make_package(package=ask_package(hearing=hearing))
    waiting = ask_package(hearing=hearing)
    with django_capture_on_commit_callbacks(execute=True):
        erase(comment=comment, by=make_user())
    assert made.file.storage.listdir("journal")[1] == []
    # The one that was being made holds what is erased, so it is not kept either.
    assert make_package(package=waiting).state == PackageState.REMOVED
    assert made.file.storage.listdir("journal")[1] == []


def test_the_command_writes_a_file_and_refuses_in_a_sentence(hearing, tmp_path, quick, capsys):
    make_comment(hearing)
    for arguments, words in [
        ([hearing.pk + 1], "There is no hearing"),
        ([hearing.pk, "--comment", "9"], "no comment 9"),
        ([hearing.pk, "--to", str(tmp_path / "nowhere")], "is not a folder"),
    ]:
        with pytest.raises(CommandError, match=words):
            call_command("journal_package", *arguments)
    call_command("journal_package", hearing.pk, "--to", str(tmp_path))
    [file] = tmp_path.glob("*.zip")
    assert file.name.startswith("journal-hoering-om-")
    assert verified(file)[0] == 0
    with pytest.raises(CommandError, match="is there already"):
        call_command("journal_package", hearing.pk, "--to", str(tmp_path))
