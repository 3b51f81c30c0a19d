"""Files of a form that is not sent: only the form names them, they have a limit, and they go away."""

import datetime

import pytest
from django.utils import timezone

from comments.actions import erase
from comments.errors import NotPossible
from comments.files import waiting
from comments.files.taking import BadFile, take
from comments.models import Attachment, WaitingFile
from notifications import jobs
from tests.factories.comments import make_hearing, send
from tests.factories.files import keep_files_in, pdf, picture
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    return tmp_path


def stored(folder) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def test_another_form_neither_sees_nor_removes_them():
    keep_files_in("one")
    assert not waiting.files_of("other").exists()
    waiting.remove("other", [str(WaitingFile.objects.get().pk)])
    assert waiting.files_of("one").count() == 1


@pytest.mark.parametrize("ids", [["x"], ["9" * 400], ["-1"], ["\u0662"], []])
def test_what_is_no_id_removes_nothing(ids):
    keep_files_in("one")
    waiting.remove("one", ids)
    assert WaitingFile.objects.count() == 1


def test_a_form_has_at_most_three(folder):
    keep_files_in("one", *((f"{n}.pdf", pdf(pages=n)) for n in (1, 2, 3)))
    with pytest.raises(BadFile, match="4.pdf"):
        keep_files_in("one", ("4.pdf", pdf(pages=4)))
    assert stored(folder) == 3


def test_the_same_file_twice_is_one(folder):
    keep_files_in("one", ("a.jpg", picture()), ("b.jpg", picture()))
    assert (WaitingFile.objects.count(), stored(folder)) == (1, 1)


def test_all_that_wait_together_have_a_limit(settings, folder):
    settings.WAITING_FILES_MEGABYTES = 0
    with pytest.raises(BadFile, match="foto.jpg"):
        keep_files_in("one")
    assert stored(folder) == 0


def test_row_79_a_full_disk_is_told_and_no_row_is_left(monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage.save", full)
    with pytest.raises(BadFile):
        keep_files_in("one")
    assert not WaitingFile.objects.exists()


def test_who_has_the_database_can_not_tell_the_form():
    keep_files_in("nonce of anna")
    row = WaitingFile.objects.get()
    assert "nonce" not in f"{row.form_hash} {row.file.name}"
    assert "foto" not in row.file.name


def test_one_that_is_removed_is_gone_from_the_disk(folder, django_capture_on_commit_callbacks):
    keep_files_in("one")
    with django_capture_on_commit_callbacks(execute=True):
        waiting.remove("one", [str(WaitingFile.objects.get().pk)])
    assert (WaitingFile.objects.count(), stored(folder)) == (0, 0)


def test_what_is_not_sent_within_a_day_is_deleted_by_the_worker(
    folder, django_capture_on_commit_callbacks
):
    keep_files_in("old")
    keep_files_in("new", ("b.pdf", pdf()))
    long_ago = timezone.now() - waiting.KEPT - datetime.timedelta(minutes=1)
    waiting.files_of("old").update(created_at=long_ago)
    with django_capture_on_commit_callbacks(execute=True):
        jobs._jobs["forget_old_files"].run()
    assert WaitingFile.objects.get().name == "b.pdf"
    assert stored(folder) == 1


def test_a_comment_that_is_not_taken_in_leaves_them_where_they_are():
    keep_files_in("one")
    hearing = make_hearing()
    with pytest.raises(NotPossible):
        send(hearing, nonce="one", text=" ", with_files=True)
    assert (WaitingFile.objects.count(), Attachment.objects.count()) == (1, 0)


def test_they_become_the_comments_own_with_it(folder):
    keep_files_in("one", ("a.jpg", picture()), ("b.pdf", pdf()))
    comment = send(make_hearing(), nonce="one", with_files=True).comment
    assert not WaitingFile.objects.exists()
    first, second = comment.attachments.order_by("pk")
    assert (first.name, second.name) == ("a.jpg", "b.pdf")
    assert second.file.read() == take("b.pdf", pdf()).data
    assert (first.approved_at, first.is_scan) == (None, False)
    assert not Attachment.objects.public().exists()


def test_sent_twice_it_has_them_once():
    keep_files_in("one")
    hearing = make_hearing()
    for _n in range(2):
        comment = send(hearing, nonce="one", with_files=True).comment
    assert comment.attachments.count() == 1


def test_what_brings_no_form_takes_none():
    """What is brought in by the thousand has none."""
    keep_files_in("one")
    comment = send(make_hearing(), nonce="one").comment
    assert not comment.attachments.exists()


def test_erasing_takes_the_stored_bytes(folder, django_capture_on_commit_callbacks):
    keep_files_in("one")
    comment = send(make_hearing(), nonce="one", with_files=True).comment
    with django_capture_on_commit_callbacks(execute=True):
        erase(comment=comment, by=make_user("m2"))
    assert stored(folder) == 0
