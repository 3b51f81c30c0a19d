"""Row 85: last night's backup brings nothing back that was erased since."""

import json
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse

from comments.actions import erase, withdraw
from comments.models import Attachment, Comment, CommentText, Sender
from comments.privacy import erasure_file, erasures
from notifications.models import Subscription
from notifications.outbox import address_hash
from tests.factories.comments import make_comment, make_hearing
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANNA = "anna@viby.example"
CANARY = "Kanariefugl"


@pytest.fixture(autouse=True)
def hearing(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path / "private"
    settings.ERASURE_LIST = str(tmp_path / "erasures" / "list.jsonl")
    return make_hearing()


@pytest.fixture
def backup(django_capture_on_commit_callbacks):
    """Do something after last night's backup, and restore that: the database forgets, files do not."""

    def after(what) -> None:
        night = transaction.savepoint()
        with django_capture_on_commit_callbacks(execute=True):
            what()
        transaction.savepoint_rollback(night)

    return after


def full(hearing, **fields):
    comment = make_comment(hearing, text=CANARY, name=CANARY, email=ANNA, **fields)
    file = Attachment(comment=comment, name="a.pdf", content_type="application/pdf", size=1)
    file.file.save("a.pdf", ContentFile(b"x"))
    return comment


def test_without_a_list_or_with_one_it_knows_a_database_is_left_alone(hearing):
    full(hearing)
    assert erasures.reapply() == 0
    erasure_file.append([erasure_file.Line("comment", "0" * 64, make_comment(hearing).received_at)])
    assert erasures.reapply() == 0
    assert CommentText.objects.filter(text=CANARY).exists()


def test_what_was_erased_since_is_erased_again_and_nothing_else(hearing, backup, client):
    gone, stays = full(hearing), make_comment(hearing, text="Bliver stående")
    backup(lambda: erase(comment=gone, by=make_user("m2")))
    page = reverse("comments:trace", args=[hearing.pk, gone.number])
    assert CANARY in client.get(page).content.decode()
    assert erasures.reapply() == 1
    assert CANARY not in client.get(page).content.decode()
    assert list(CommentText.objects.values_list("text", flat=True)) == [stays.texts.get().text]
    assert not Sender.objects.filter(email=ANNA).exists()
    assert not Attachment.objects.exists()
    assert Comment.objects.get(pk=gone.pk).decisions.last().action == "erase"
    assert erasures.reapply() == 0


def test_the_command_and_migrating_do_it(hearing, backup):
    comment, said = full(hearing), StringIO()
    backup(lambda: erase(comment=comment, by=None))
    call_command("reapply_erasures", stdout=said)
    assert "1 erasures" in said.getvalue()
    assert "Applied again: 1" in said.getvalue()
    second = full(hearing)
    backup(lambda: erase(comment=second, by=None))
    call_command("migrate", verbosity=0)
    assert not CommentText.objects.exists()


def test_what_its_sender_took_back_is_not_public_again(hearing, backup):
    comment = make_comment(hearing, text=CANARY)
    backup(lambda: withdraw(comment=comment))
    assert Comment.objects.get().status == "published"
    assert erasures.reapply() == 1
    assert Comment.objects.get().status == "withdrawn"


def test_who_stopped_following_gets_no_mail_again_and_who_began_anew_does(backup):
    from notifications.follow.actions import end_following

    def follow():
        return Subscription.objects.create(
            topic="hearing:1",
            email=ANNA,
            address_hash=address_hash(ANNA),
            language="da",
            rhythm="daily",
        )

    row = follow()
    backup(lambda: end_following(subscription=row))
    assert erasures.reapply() == 1
    assert not Subscription.objects.exists()
    follow()
    assert erasures.reapply() == 0
    assert Subscription.objects.exists()


def test_the_list_holds_hashes_and_no_word_of_anybody(hearing, backup):
    comment = full(hearing)
    backup(lambda: erase(comment=comment, by=None))
    text = erasure_file.path().read_text()
    assert json.loads(text)["key"] == comment.submission_hash
    for word in (CANARY, ANNA, "viby"):
        assert word not in text


def test_a_line_that_was_cut_off_and_one_of_an_unknown_kind_stop_no_other(hearing, backup):
    comment = full(hearing)
    erasure_file.path().parent.mkdir(parents=True)
    unknown = '{"kind": "other", "key": "x", "at": "2026-01-01T00:00:00+00:00"}\n'
    erasure_file.path().write_text(unknown + '{"kind": "comm')
    backup(lambda: erase(comment=comment, by=None))
    assert erasures.reapply() == 1
    assert not CommentText.objects.exists()


def test_a_list_that_could_not_be_written_is_completed_later(
    hearing, django_capture_on_commit_callbacks
):
    comment, folder = full(hearing), erasure_file.path().parent
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way")
    with django_capture_on_commit_callbacks(execute=True):
        erase(comment=comment, by=None)
    assert not CommentText.objects.exists()
    folder.unlink()
    erasures.reapply()
    assert [line.key for line in erasure_file.read()] == [comment.submission_hash]
