"""Between a change and the index: rows in the same transaction, nothing of what is not public."""

import datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.search.models import IndexEntry

from comments.actions import decide, redact, translate_comment, withdraw
from policy.models import EditionText
from search import queue
from search.analysis import question
from search.backends import database
from search.backends.asked import Asked
from search.models import Document, IndexTask
from tests.factories.comments import make_answer, make_comment, make_hearing, send
from tests.factories.policy import make_adopted, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SECRET = "qx7zw"


def indexed(kind) -> set[int]:
    """Return the ids that the index has of a kind, public or not; Wagtail's part of it agrees."""
    rows = Document.objects.filter(kind=kind, is_gone=False)
    entries = IndexEntry.objects.filter(content_type__model="document")
    assert set(map(str, Document.objects.values_list("pk", flat=True))) == set(
        entries.values_list("object_id", flat=True)
    )
    return set(rows.values_list("object_id", flat=True))


def finds(kind, words) -> set[int]:
    """Return the ids of what the index finds, public or not."""
    answer = database.ask(Asked(question(words, ()), (kind,)))
    return {match.object_id for match in answer[kind]}


@pytest.fixture
def hearing():
    found = make_hearing()
    queue.drain()
    return found


@pytest.mark.parametrize("status", ["pending", "held", "rejected"])
def test_row_41_nothing_of_a_comment_that_is_not_public_is_ever_in_the_index(hearing, status):
    make_comment(hearing, status=status, text=SECRET)
    queue.drain()
    assert indexed("comments") == set()
    assert finds("comments", SECRET) == set()


def test_receiving_a_comment_queues_nothing_and_leaves_no_task(hearing, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    with CaptureQueriesContext(connection) as queries:
        send(hearing, text=SECRET)
    assert not [q for q in queries if "wagtailsearch" in q["sql"] or "task" in q["sql"].lower()]
    assert not IndexTask.objects.exists()
    assert not DBTaskResult.objects.filter(task_path__contains="search").exists()


def test_a_published_comment_is_indexed_by_the_worker_and_not_before(hearing):
    comment = make_comment(hearing, text="Om fristen")
    assert indexed("comments") == set()
    assert queue.drain() == 1
    assert finds("comments", "om fristen") == {comment.pk}
    assert not IndexTask.objects.exists()


@pytest.mark.parametrize("end", ["rejected", "withdrawn"])
def test_a_comment_that_is_public_no_more_leaves_the_index(hearing, end):
    comment = make_comment(hearing, text=SECRET)
    queue.drain()
    if end == "withdrawn":
        withdraw(comment=comment)
    else:
        by = make_user("m")
        decide(comment=comment, seen_version=comment.version, action="reject", by=by, reason="x")
    queue.drain()
    assert indexed("comments") == set()


def test_words_that_were_taken_out_leave_the_index(hearing):
    comment = make_comment(hearing, text=f"Ring til {SECRET}")
    queue.drain()
    assert finds("comments", SECRET) == {comment.pk}
    redact(comment=comment, by=make_user("m"), text="Ring til [udeladt]")
    queue.drain()
    assert finds("comments", SECRET) == set()
    assert finds("comments", "ring") == {comment.pk}


def test_a_translation_is_found_too(hearing):
    comment = make_comment(hearing)
    translate_comment(comment=comment, by=make_user("m"), language="en", text="A deadline")
    queue.drain()
    assert finds("comments", "deadline") == {comment.pk}


def test_an_answer_is_indexed_once_it_is_public(hearing):
    comment = make_comment(hearing)
    make_answer(comment, published=False, texts={"da": SECRET})
    queue.drain()
    assert indexed("responses") == set()


def test_a_public_answer_is_indexed_in_all_its_languages(hearing):
    response = make_answer(make_comment(hearing))
    queue.drain()
    for words in ("tak ret", "thank right"):
        assert finds("responses", words) == {response.pk}


def test_a_frozen_text_puts_all_its_wordings_into_the_index_by_one_row():
    edition = make_adopted(make_page(principles=4))
    assert IndexTask.objects.filter(label="policy.editiontext").count() == 1
    queue.drain()
    text = EditionText.objects.get(edition=edition)
    assert indexed("passages") == set(text.wordings.values_list("pk", flat=True))


def test_what_is_rolled_back_is_not_queued(hearing):
    with transaction.atomic():
        make_comment(hearing)
        transaction.set_rollback(True)
    assert not IndexTask.objects.exists()


def test_what_fails_waits_and_keeps_nothing_else_waiting(hearing, monkeypatch):
    bad, good = make_comment(hearing), make_comment(hearing)
    write = queue.write

    def fail_for_bad(kind, ids):
        if bad.pk in ids:
            raise OSError("anna@viby.example")
        return write(kind, ids)

    monkeypatch.setattr(queue, "write", fail_for_bad)
    assert queue.drain() == 1
    assert indexed("comments") == {good.pk}
    task = IndexTask.objects.get()
    assert (task.attempts, task.last_error) == (1, "OSError")
    assert queue.drain() == 0
    monkeypatch.setattr(queue, "write", write)
    IndexTask.objects.update(due_at=timezone.now() - datetime.timedelta(seconds=1))
    assert queue.drain() == 1
    assert indexed("comments") == {bad.pk, good.pk}


def test_a_change_during_indexing_is_not_lost(hearing, monkeypatch):
    comment = make_comment(hearing)
    write = queue.write

    def changed_meanwhile(kind, ids):
        queue.put(comment)
        return write(kind, ids)

    monkeypatch.setattr(queue, "write", changed_meanwhile)
    queue.drain()
    assert IndexTask.objects.count() == 1


def test_no_more_than_asked_for_is_done_at_once(hearing):
    for _n in range(3):
        make_comment(hearing)
    assert queue.drain(limit=2) == 2
    assert IndexTask.objects.count() == 1


def test_what_does_not_exist_any_more_is_passed_over():
    IndexTask.objects.create(label="comments.comment", object_id=987)
    assert queue.drain() == 1


def test_a_row_of_an_unknown_model_stays_with_its_reason():
    IndexTask.objects.create(label="gone.model", object_id=1)
    assert queue.drain() == 0
    assert IndexTask.objects.get().last_error == "KeyError"
