"""The demo's comments are in every state, and each answer says what became of them."""

from collections import Counter

import pytest

from comments.models import (
    Comment,
    CommentText,
    Decision,
    Hearing,
    HearingKind,
    Outcome,
    Response,
    TextRole,
)
from comments.states import CommentStatus
from home.demo.policy import edition_of, hearing_of
from notifications.models import OutgoingMail
from policy.models import Wording

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.database,
    pytest.mark.usefixtures("demo"),
]


def statuses(key):
    return Counter(Comment.objects.filter(hearing=hearing_of(key)).values_list("status", flat=True))


def test_nobody_gets_a_mail():
    assert not OutgoingMail.objects.exists()


def test_what_was_left_out_of_a_comment_is_not_public():
    public = "\n".join(CommentText.objects.public().values_list("text", flat=True))
    for private in ("Eksempelvej", "Opdigtet Allé", "00 00 00 00", "010203-0000", "N.N."):
        assert private not in public
    assert "[adresse udeladt]" in public


def test_comments_are_in_every_state():
    assert statuses("2-h1") == {CommentStatus.PUBLISHED: 86}
    assert statuses("3-h1") == {
        CommentStatus.PUBLISHED: 40,
        CommentStatus.PENDING: 12,
        CommentStatus.HELD: 4,
        CommentStatus.REJECTED: 5,
        CommentStatus.WITHDRAWN: 3,
    }


def test_numbers_have_no_gaps():
    numbers = Comment.objects.order_by("received_at", "number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 151))


def test_one_hearing_is_open_and_all_comments_came_in_time():
    hearings = Hearing.objects.open().exclude(kind=HearingKind.STANDING)
    assert [hearing.edition.key for hearing in hearings] == ["3-1"]
    for comment in Comment.objects.select_related("hearing"):
        assert comment.hearing.opens_at <= comment.received_at <= comment.hearing.closes_at


def test_decisions_follow_the_comments():
    for decision in Decision.objects.select_related("comment"):
        assert decision.at >= decision.comment.received_at
    assert not Decision.objects.filter(action="reject", reason="").exists()


def test_every_comment_of_the_closed_hearing_is_answered_in_two_languages():
    assert Outcome.objects.count() == 86
    assert Response.objects.public().count() == 58
    for response in Response.objects.public().prefetch_related("texts", "outcomes__texts"):
        assert {text.language for text in response.texts.all()} == {"da", "en"}
        for outcome in response.outcomes.all():
            assert {text.language for text in outcome.texts.all()} == {"da", "en"}


def test_what_an_outcome_says_has_changed_differs_between_the_draft_and_the_edition():
    before, after = (
        dict(
            Wording.objects.filter(
                edition_text__edition=edition_of(key), edition_text__is_authoritative=True
            ).values_list("passage_id", "sha256")
        )
        for key in ("2-h1", "2")
    )
    changed = Outcome.objects.filter(result__in=["changed", "partly"]).prefetch_related("passages")
    assert changed.count() == 53
    for outcome in changed:
        assert outcome.edition == edition_of("2")
        assert outcome.passages.all()
        for passage in outcome.passages.all():
            assert before[passage.pk] != after[passage.pk]


def test_comments_in_other_languages_are_translated():
    foreign = Comment.objects.exclude(language="da")
    assert set(foreign.values_list("language", flat=True)) == {"en", "pl", "uk", "ar"}
    for comment in foreign:
        assert comment.texts.filter(role=TextRole.TRANSLATION, language="da").exists()


def test_an_english_comment_stands_on_the_english_text():
    comment = Comment.objects.filter(language="en").first()
    assert comment.edition_text.locale.language_code == "en"


def test_outside_hearings_one_writes_about_what_is_in_force(client):
    standing = Hearing.objects.get(kind=HearingKind.STANDING)
    assert standing.edition.key == "2"
    assert standing.is_open()
    assert {text.language for text in standing.texts.all()} == {"da", "en"}
    page = client.get("/da/hoeringer/").content.decode()
    assert "Også når der ikke er høring" in page


def test_the_open_hearing_asks_says_whom_it_invites_and_what_is_not_shown(client):
    hearing = Hearing.objects.open().exclude(kind=HearingKind.STANDING).get()
    for language, asked in (
        ("da", "Hvilket princip ville du savne"),
        ("en", "Which principle would"),
    ):
        address = "hoeringer" if language == "da" else "hearings"
        page = client.get(f"/{language}/{address}/{hearing.pk}/").content.decode()
        assert asked in page
