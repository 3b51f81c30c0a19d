"""Staff take back what they decided, while nobody has been told of it. The log keeps both steps."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comments.actions import decide, erase, redact, report_comment, undo, withdraw
from comments.errors import AlreadyDecided, NotPossible, Refused
from comments.models import Comment, Decision
from comments.reading.undoing import last_decided
from comments.reading.way import way_of
from comments.signals import comment_decided
from notifications import sending
from notifications.models import OutgoingMail
from tests.factories.comments import make_answer, make_comment, make_hearing, make_reason, send
from tests.factories.policy import make_user
from tests.factories.races import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANNA = "anna@viby.example"
MINUTES = datetime.timedelta(minutes=1)


@pytest.fixture
def hearing():
    make_reason()
    return make_hearing()


@pytest.fixture
def mette():
    return make_user("mette", first_name="Mette")


def mail_of(decision) -> OutgoingMail:
    return OutgoingMail.objects.get(cause=f"decision:{decision.pk}")


def after(minutes: int):
    return timezone.now() + minutes * MINUTES


@pytest.mark.parametrize("status", ["published", "rejected"])
def test_after_ten_minutes_it_is_too_late(hearing, mette, status):
    comment = make_comment(hearing, status=status)
    with pytest.raises(NotPossible):
        undo(decision=comment.decisions.last(), by=mette, at=after(10))
    comment.refresh_from_db()
    assert comment.status == status
    assert undo(decision=comment.decisions.last(), by=mette, at=after(9)).to_status == "pending"


def test_a_setting_of_nought_takes_nothing_back_and_tells_at_once(hearing, mette, settings):
    settings.UNDO_MINUTES = 0
    decision = make_comment(hearing, email=ANNA).decisions.last()
    assert mail_of(decision).due_at <= timezone.now()
    with pytest.raises(NotPossible):
        undo(decision=decision, by=mette)


def test_a_decision_is_taken_back_once_and_the_step_back_never(hearing, mette):
    decision = make_comment(hearing).decisions.last()
    back = undo(decision=decision, by=mette)
    for other in (decision, back):
        with pytest.raises(Refused):
            undo(decision=other, by=mette)
    values = {"comment": decision.comment, "action": "undo", "to_status": "pending"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(comment_version=9, undoes=decision, **values)


def test_receiving_a_comment_is_not_taken_back(hearing, mette):
    comment = send(hearing, hold=True).comment
    for decision in comment.decisions.all():
        with pytest.raises(Refused):
            undo(decision=decision, by=mette)


@pytest.mark.parametrize("meanwhile", ["withdrawn", "decided", "shortened"])
def test_nothing_is_taken_back_when_something_happened_since(hearing, mette, meanwhile):
    comment = make_comment(hearing, text="Naboen Jens larmer.")
    decision = comment.decisions.last()
    if meanwhile == "withdrawn":
        withdraw(comment=comment)
    elif meanwhile == "decided":
        fields = {"seen_version": comment.version, "action": "reject", "reason": "off_topic"}
        decide(comment=comment, by=mette, **fields)
    else:
        redact(comment=comment, by=mette, text="Naboen [navn] larmer.")
    with pytest.raises(AlreadyDecided):
        undo(decision=decision, by=mette)


def test_a_comment_with_a_public_answer_stays_public(hearing, mette):
    comment = make_comment(hearing)
    make_answer(comment)
    with pytest.raises(NotPossible):
        undo(decision=comment.decisions.last(), by=mette)
    assert Comment.objects.public().get() == comment


def test_who_has_the_page_open_while_it_is_taken_back_must_look_again(hearing, mette):
    comment = make_comment(hearing)
    seen = comment.version
    undo(decision=comment.decisions.last(), by=mette)
    with pytest.raises(AlreadyDecided, match="Mette"):
        decide(comment=comment, seen_version=seen, action="publish", by=mette)


@pytest.mark.parametrize("tries", [1, 3])
def test_what_was_sent_or_tried_counts_as_told_and_nothing_changes(hearing, mette, tries):
    decision = make_comment(hearing, email=ANNA).decisions.last()
    OutgoingMail.objects.filter(pk=mail_of(decision).pk).update(attempts=tries)
    with pytest.raises(NotPossible):
        undo(decision=decision, by=mette)
    assert mail_of(decision).to == ANNA
    assert Comment.objects.get().status == "published"


@pytest.mark.parametrize("status", ["published", "rejected"])
def test_the_mail_waits_and_is_taken_back_with_the_decision(hearing, mette, status, mailoutbox):
    decision = make_comment(hearing, status=status, email=ANNA).decisions.last()
    assert 9 * MINUTES < mail_of(decision).due_at - timezone.now() < 11 * MINUTES
    sending.deliver_due()
    before = len(mailoutbox)
    undo(decision=decision, by=mette)
    assert (mail_of(decision).status, mail_of(decision).to, mail_of(decision).text) == (
        "recalled",
        "",
        "",
    )
    OutgoingMail.objects.update(due_at=timezone.now())
    sending.deliver_due()
    assert len(mailoutbox) == before


@pytest.mark.parametrize("leave", [withdraw, lambda comment: erase(comment=comment, by=None)])
def test_a_sender_who_left_is_not_told_afterwards_that_it_was_published(hearing, leave):
    comment = make_comment(hearing, email=ANNA)
    decision = comment.decisions.last()
    leave(comment=comment)
    assert mail_of(decision).status == "recalled"


def test_the_log_keeps_both_and_says_what_took_back_what(hearing, mette):
    comment = make_comment(hearing, status="rejected")
    decision = comment.decisions.last()
    back = undo(decision=decision, by=mette)
    comment.refresh_from_db()
    assert (comment.status, comment.version) == ("pending", 3)
    assert (back.action, back.from_status, back.to_status) == ("undo", "rejected", "pending")
    assert (back.undoes, back.by, back.comment_version) == (decision, mette, 3)
    assert [d.action for d in comment.decisions.standing()] == ["receive"]


def test_what_was_published_by_mistake_is_gone_everywhere_and_was_never_public(hearing, mette):
    told = []

    def listen(sender, comment, decision, **kwargs):
        told.append((comment.status, decision.action))

    comment = make_comment(hearing)
    comment_decided.connect(listen)
    try:
        undo(decision=comment.decisions.last(), by=mette)
    finally:
        comment_decided.disconnect(listen)
    assert told == [("pending", "undo")]
    assert not Comment.objects.public().exists()
    withdraw(comment=comment)
    assert not Comment.objects.public_or_withdrawn().exists()


def test_a_rejection_taken_back_is_public_again_with_its_reports_open(hearing, mette):
    comment = make_comment(hearing)
    report_comment(comment=comment, kind="other", nonce="n")
    fields = {"seen_version": comment.version, "action": "reject", "reason": "off_topic"}
    decision = decide(comment=comment, by=mette, **fields)
    assert not comment.reports.open().exists()
    undo(decision=decision, by=mette)
    assert comment.reports.open().get().handled_by is None
    assert Comment.objects.public().get() == comment


def test_the_senders_receipt_shows_nothing_of_it(hearing, mette):
    fresh = send(hearing).comment
    comment = make_comment(hearing, status="rejected")
    undo(decision=comment.decisions.last(), by=mette)
    steps = [(step.key, step.state, step.title) for step in way_of(Comment.objects.last(), None)]
    assert steps == [(step.key, step.state, step.title) for step in way_of(fresh, None)]


def test_decisions_of_one_go_are_shown_together_and_another_persons_not(hearing, mette):
    at = timezone.now()
    assert last_decided(mette) is None
    make_comment(hearing)
    for _n in range(3):
        comment = send(hearing).comment
        decide(comment=comment, seen_version=1, action="publish", by=mette, at=at)
    withdraw(comment=comment)
    last = last_decided(mette)
    assert [d.comment.number for d in last.decisions] == [2, 3]
    assert last.until - at == 10 * MINUTES
    assert last_decided(mette, at=after(11)) is None


@pytest.mark.django_db(transaction=True)
def test_a_mail_is_either_sent_or_taken_back_however_close_they_are(hearing, mette, mailoutbox):
    for n in range(5):
        decision = make_comment(hearing, email=f"a{n}@viby.example").decisions.last()
        OutgoingMail.objects.filter(cause=f"decision:{decision.pk}").update(due_at=timezone.now())
        before = len(mailoutbox)

        def take_back(decision=decision):
            return undo(decision=decision, by=mette)

        made, _sent = at_once(take_back, sending.deliver_due, refusal=Refused)
        told = sum(mail_of(decision).subject == mail.subject for mail in mailoutbox[before:])
        status = Comment.objects.get(pk=decision.comment_id).status
        if isinstance(made, Refused):
            assert (status, mail_of(decision).status, told) == ("published", "sent", 1)
        else:
            assert (status, mail_of(decision).status, told) == ("pending", "recalled", 0)


@pytest.mark.django_db(transaction=True)
def test_two_who_take_it_back_at_once_write_one_step(hearing, mette):
    decision = make_comment(hearing).decisions.last()
    made = at_once(*[lambda: undo(decision=decision, by=mette)] * 4, refusal=Refused)
    assert sum(isinstance(result, Decision) for result in made) == 1
    assert decision.comment.decisions.filter(action="undo").count() == 1
