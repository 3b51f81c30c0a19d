"""Row 86: nothing is kept longer than the settings say, and nothing goes before its time."""

import datetime
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone

from comments.actions import appeal, decide, redact, write_note
from comments.errors import NotPossible
from comments.models import (
    Attachment,
    Comment,
    CommentText,
    JournalPackage,
    RetentionRun,
    RetentionSetting,
    Sender,
    TextRole,
)
from comments.privacy import retention
from comments.privacy.periods import in_words, months_before
from comments.states import DecisionAction
from tests.factories.comments import make_answer, make_comment, make_hearing, make_report
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANNA = "anna@viby.example"
CANARY = "Kanariefugl"
MONTH = datetime.timedelta(days=31)


@pytest.fixture
def hearing(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    return make_hearing()


def later(months):
    return timezone.now() + months * MONTH


def journalise(hearing, at=None):
    JournalPackage.objects.create(
        hearing=hearing, state="removed", made_at=at or timezone.now(), comments=1
    )


def full(hearing, **fields):
    """Return a comment with a sender and a file that nobody approved."""
    comment = make_comment(hearing, text=CANARY, name="Anna", email=ANNA, **fields)
    file = Attachment(comment=comment, name="a.pdf", content_type="application/pdf", size=1)
    file.file.save("a.pdf", ContentFile(b"x"))
    return comment


def found(name, at=None):
    return next(one for one in retention.dry_run(at) if one.rule.name == name)


@pytest.mark.parametrize(
    ("day", "n", "before"),
    [((2026, 12, 31), 1, (2026, 11, 30)), ((2027, 3, 31), 13, (2026, 2, 28))],
)
def test_months_are_those_of_the_calendar(day, n, before):
    at = datetime.datetime(*day, 12, tzinfo=datetime.UTC)
    assert months_before(at, n) == datetime.datetime(*before, 12, tzinfo=datetime.UTC)


@pytest.mark.parametrize("status", ["pending", "held", "published"])
def test_what_is_public_or_waits_for_a_decision_is_kept_however_old(hearing, status):
    full(hearing, status=status)
    journalise(hearing)
    retention.run(at=later(100))
    assert CommentText.objects.get().text == CANARY


def test_before_its_time_and_before_the_journal_has_it_nothing_goes(hearing):
    comment = full(hearing, status="rejected")
    assert "rejected" not in retention.run(at=later(11)).counts
    look = found("rejected", later(13))
    assert (look.count, look.waits) == (0, 1)
    assert CommentText.objects.exists()
    journalise(hearing, at=comment.decisions.last().at - MONTH)
    assert found("rejected", later(13)).waits == 1
    journalise(hearing)
    look = found("rejected", later(13))
    assert (look.count, look.waits, look.numbers) == (
        1,
        0,
        [f"{comment.number} ({hearing.pk})"],
    )


def test_a_rejected_comments_words_go_and_its_decision_stays(
    hearing, django_capture_on_commit_callbacks
):
    comment, by = full(hearing, status="rejected"), make_user("m2")
    write_note(comment=comment, by=by, text=CANARY)
    stored = Attachment.objects.get().file
    journalise(hearing)
    with django_capture_on_commit_callbacks(execute=True):
        run = retention.run(at=later(13))
    assert run.counts["rejected"] == 1
    for model in (CommentText, Sender, Attachment):
        assert not model.objects.exists()
    assert not comment.notes.exists()
    assert not stored.storage.exists(stored.name)
    comment.refresh_from_db()
    assert comment.status == "rejected"
    assert comment.decisions.last().action == "reject"
    with pytest.raises(NotPossible):
        decide(comment=comment, seen_version=comment.version, action="publish", by=by)
    with pytest.raises(NotPossible):
        appeal(comment=comment, text="Hvorfor?")


def test_the_original_of_a_shortened_comment_goes_and_what_everybody_reads_stays(hearing):
    comment, by = make_comment(hearing, status="pending", text=f"Godt. {CANARY}"), make_user("m2")
    redact(comment=comment, by=by, text="Godt. [navn udeladt]")
    decide(comment=comment, seen_version=comment.version, action=DecisionAction.PUBLISH, by=by)
    journalise(hearing)
    retention.run(at=later(11))
    assert comment.texts.filter(role=TextRole.ORIGINAL).exists()
    retention.run(at=later(13))
    assert [(t.role, t.text) for t in comment.texts.all()] == [("redacted", "Godt. [navn udeladt]")]
    with pytest.raises(NotPossible):
        redact(comment=comment, by=by, text="Godt. [udeladt]")


def test_an_address_goes_three_months_after_the_decision_and_a_shown_name_stays(hearing):
    shown = make_comment(hearing, name="Bo", name_is_public=True, email=ANNA)
    hidden = make_comment(hearing, name="Anna", email=ANNA)
    retention.run(at=later(20))
    assert Sender.objects.filter(email=ANNA).count() == 2
    from comments.actions import decide_report

    decide_report(
        report=make_report(hearing),
        by=None,
        decided_by="Byrådet",
        decided_on=timezone.localdate(),
        text="Vedtaget.",
    )
    assert "email" not in retention.run(at=later(2)).counts
    assert retention.run(at=later(4)).counts["email"] == 2
    assert [(s.name, s.email) for s in Sender.objects.order_by("pk")] == [("Bo", ""), ("", "")]
    assert Comment.objects.get(pk=shown.pk).texts.exists()
    assert Comment.objects.get(pk=hidden.pk).texts.exists()


def test_a_promise_for_later_keeps_its_address(hearing):
    comment = make_comment(hearing, email=ANNA)
    make_answer(comment)
    comment.outcome.follow_up_on = timezone.localdate() + 40 * MONTH
    comment.outcome.save()
    retention.run(at=later(20))
    assert Sender.objects.get().email == ANNA
    retention.run(at=later(26))
    assert Sender.objects.get().email == ""


def test_row_86_missed_for_months_it_catches_up_and_twice_is_as_once(hearing, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 2)
    for _n in range(5):
        make_comment(hearing, status="rejected")
    journalise(hearing)
    at = later(60)
    assert retention.run(at=at).counts["rejected"] == 5
    assert retention.run(at=at).total == 0
    assert RetentionRun.objects.count() == 2


def test_a_rule_that_fails_stops_no_other(hearing, monkeypatch):
    full(hearing, status="rejected")
    journalise(hearing)

    def broken(moment):
        raise RuntimeError("gone")

    bad = retention.Rule("bad", "bad", lambda keep: "", broken, lambda rows, moment: None)
    monkeypatch.setattr(retention, "_rules", {"bad": bad, **retention._rules})
    run = retention.run(at=later(13))
    assert run.failed == ["bad"]
    assert run.counts["rejected"] == 1


def test_the_municipalitys_own_period_and_choice_count(hearing):
    RetentionSetting.objects.create(rejected_months=1, needs_journal=False)
    full(hearing, status="rejected")
    assert retention.run(at=later(2)).counts["rejected"] == 1
    assert in_words()["keep_rejected"] in ("1 month", "1 måned")


def test_the_dry_run_says_numbers_and_no_word_of_anybody_and_deletes_nothing(hearing, monkeypatch):
    comment = full(hearing, status="rejected")
    journalise(hearing)
    soon = later(13)
    monkeypatch.setattr(timezone, "now", lambda: soon)
    said = StringIO()
    call_command("retention", "--dry-run", stdout=said)
    assert f"rejected: 1 due after 12 months: {comment.number} ({hearing.pk})" in said.getvalue()
    assert "Never run" in said.getvalue()
    for word in (CANARY, ANNA, "Anna"):
        assert word not in said.getvalue()
    assert CommentText.objects.exists()
    call_command("retention", stdout=said)
    assert not CommentText.objects.exists()
    call_command("retention", "--dry-run", stdout=said)
    assert "Last run" in said.getvalue()
