"""The steps of a comment from state to state, and who is first when two decide at once."""

import pytest

from comments.actions import decide, redact, translate_comment, withdraw
from comments.errors import AlreadyDecided, NotPossible
from comments.models import Decision
from comments.signals import comment_decided, comment_words_changed
from policy.append_only import AppendOnlyError
from tests.factories.comments import make_answer, make_comment, make_hearing, send
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def moderator():
    return make_user("moderator", first_name="Mette")


def test_a_rejection_needs_a_reason(hearing, moderator):
    comment = send(hearing).comment
    with pytest.raises(NotPossible):
        decide(comment=comment, seen_version=1, action="reject", by=moderator)


def test_the_second_of_two_moderators_is_told_who_was_first(hearing, moderator):
    comment = send(hearing).comment
    decide(comment=comment, seen_version=1, action="publish", by=moderator)
    with pytest.raises(AlreadyDecided, match="Mette") as refusal:
        decide(comment=comment, seen_version=1, action="reject", reason="x", by=moderator)
    assert refusal.value.decision.action == "publish"
    comment.refresh_from_db()
    assert (comment.status, comment.version) == ("published", 2)
    assert comment.decisions.count() == 2


def test_a_decision_on_words_that_were_shortened_meanwhile_is_refused(hearing, moderator):
    comment = send(hearing).comment
    redact(comment=comment, by=moderator, text="Jeg synes, [udeladt].")
    with pytest.raises(AlreadyDecided):
        decide(comment=comment, seen_version=1, action="publish", by=moderator)
    assert not comment.decisions.exclude(action="receive").exists()


@pytest.mark.parametrize(
    ("status", "action"),
    [
        ("published", "publish"),
        ("published", "hold"),
        ("rejected", "hold"),
        ("rejected", "reject"),
        ("held", "hold"),
        ("pending", "withdraw"),
        ("pending", "receive"),
        ("pending", "nonsense"),
    ],
)
def test_a_step_that_does_not_exist_is_refused(hearing, moderator, status, action):
    comment = make_comment(hearing, status=status)
    with pytest.raises(NotPossible):
        decide(
            comment=comment,
            seen_version=comment.version,
            action=action,
            reason="x",
            by=moderator,
        )


def test_a_comment_with_a_public_answer_is_never_rejected(hearing, moderator):
    comment = make_comment(hearing)
    make_answer(comment)
    with pytest.raises(NotPossible):
        decide(
            comment=comment, seen_version=comment.version, action="reject", reason="x", by=moderator
        )
    assert comment.decisions.last().action == "publish"


def test_the_answer_being_a_draft_does_not_hinder_a_rejection(hearing, moderator):
    comment = make_comment(hearing)
    make_answer(comment, published=False)
    decide(comment=comment, seen_version=comment.version, action="reject", reason="x", by=moderator)
    assert comment.status == "rejected"


def test_a_decision_keeps_who_when_why_and_from_where(hearing, moderator):
    comment = send(hearing, hold=True).comment
    decide(comment=comment, seen_version=2, action="reject", reason="off_topic", by=moderator)
    log = comment.decisions.last()
    assert (log.from_status, log.to_status, log.by, log.reason, log.comment_version) == (
        "held",
        "rejected",
        moderator,
        "off_topic",
        3,
    )


def test_a_rejected_comment_can_be_published_after_all(hearing, moderator):
    comment = make_comment(hearing, status="rejected")
    decide(comment=comment, seen_version=comment.version, action="publish", by=moderator)
    assert comment.is_public


def test_decisions_are_never_changed(hearing):
    comment = send(hearing).comment
    with pytest.raises(AppendOnlyError):
        Decision.objects.filter(comment=comment).update(reason="other")
    with pytest.raises(AppendOnlyError):
        comment.decisions.get().delete()


def test_a_sender_withdraws_a_public_comment_once(hearing):
    comment = make_comment(hearing)
    assert withdraw(comment=comment).by is None
    assert withdraw(comment=comment) is None
    assert (comment.status, comment.decisions.count()) == ("withdrawn", 3)


def test_a_rejected_comment_can_be_withdrawn_by_its_sender(hearing):
    assert withdraw(comment=make_comment(hearing, status="rejected")).to_status == "withdrawn"


def test_each_step_is_told_with_its_decision(hearing, moderator):
    told = []

    def listen(sender, comment, decision, **kwargs):
        told.append((comment.status, decision.action))

    comment_decided.connect(listen)
    try:
        make_comment(hearing)
    finally:
        comment_decided.disconnect(listen)
    assert told == [("published", "publish")]


def test_the_shortened_text_is_public_and_the_original_is_not(hearing, moderator):
    comment = make_comment(hearing, text="Naboen Jens larmer.")
    redact(comment=comment, by=moderator, text="Naboen […] larmer.")
    comment.refresh_from_db()
    assert comment.public_words() == "Naboen […] larmer."


def test_shortening_takes_translations_away_since_they_may_tell_what_was_left_out(
    hearing, moderator
):
    comment = make_comment(hearing, text="Naboen Jens larmer.")
    translate_comment(comment=comment, by=moderator, language="en", text="My neighbour Jens.")
    redact(comment=comment, by=moderator, text="Naboen […] larmer.")
    assert "Jens" not in comment.public_words()


def test_a_comment_is_not_translated_into_its_own_language(hearing, moderator):
    with pytest.raises(NotPossible):
        translate_comment(comment=send(hearing).comment, by=moderator, language="da", text="x")


def test_an_empty_shortening_is_refused_and_changes_nothing(hearing, moderator):
    comment = send(hearing).comment
    with pytest.raises(NotPossible):
        redact(comment=comment, by=moderator, text=" \u200b ")
    comment.refresh_from_db()
    assert comment.version == 1


def test_new_words_are_told(hearing, moderator):
    told = []

    def listen(sender, comment, **kwargs):
        told.append(comment.pk)

    comment_words_changed.connect(listen)
    try:
        comment = send(hearing).comment
        translate_comment(comment=comment, by=moderator, language="en", text="Faster.")
        redact(comment=comment, by=moderator, text="Jeg [udeladt]")
    finally:
        comment_words_changed.disconnect(listen)
    assert told == [comment.pk, comment.pk]


@pytest.mark.parametrize(
    "text",
    [
        "Naboen Jens larmer ikke.",
        "Naboen [navn] larmer aldrig.",
        "Naboen [navn",
        "larmer. [navn] Naboen ",
        "Nabo[en Jens",
        "[navn] ikke [navn]",
    ],
)
def test_what_was_said_is_covered_and_never_rewritten(hearing, moderator, text):
    comment = send(hearing, text="Naboen Jens larmer. Jens råber.").comment
    with pytest.raises(NotPossible):
        redact(comment=comment, by=moderator, text=text)


@pytest.mark.parametrize(
    "text",
    [
        "Naboen [navn udeladt] larmer. [navn udeladt] råber.",
        "[udeladt]",
        "[udeladt] larmer. Jens råber.",
        "Naboen Jens larmer. [udeladt]",
    ],
)
def test_brackets_may_stand_for_any_words(hearing, moderator, text):
    comment = send(hearing, text="Naboen Jens larmer. Jens råber.").comment
    assert redact(comment=comment, by=moderator, text=text).text == text
