"""What an answer needs before it is public, and what it can't be."""

import pytest

from comments.actions import OutcomeDraft, draft_response, publish_response, update_response
from comments.errors import AlreadyDecided, NotPossible
from comments.models import Comment, Outcome, Response
from comments.signals import response_published
from tests.factories.comments import make_answer, make_comment, make_hearing
from tests.factories.policy import make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def editor():
    return make_user("editor")


def publish(response, editor):
    return publish_response(response=response, seen_version=response.version, by=editor)


@pytest.mark.parametrize("status", ["pending", "held", "rejected"])
def test_an_answer_to_a_comment_that_is_not_public_stays_a_draft(hearing, editor, status):
    response = make_answer(make_comment(hearing, status=status), published=False)
    with pytest.raises(NotPossible):
        publish(response, editor)
    assert not Response.objects.public().exists()


def test_an_answer_to_nobody_is_not_published(hearing, editor):
    response = draft_response(
        hearing=hearing, by=editor, signed_by="Kontoret", texts={"da": "Tak."}, outcomes=[]
    )
    with pytest.raises(NotPossible):
        publish(response, editor)


def test_an_answer_needs_its_danish_text(hearing, editor):
    response = make_answer(make_comment(hearing), published=False, texts={"en": "Yes", "da": "  "})
    with pytest.raises(NotPossible):
        publish(response, editor)


def test_an_answer_needs_an_office_that_signs_it(hearing, editor):
    response = make_answer(make_comment(hearing), published=False, signed_by=" ")
    with pytest.raises(NotPossible):
        publish(response, editor)


def test_a_comment_that_changed_nothing_is_told_why(hearing, editor):
    comment = make_comment(hearing)
    drafts = [OutcomeDraft(comment, "not_changed", {"en": "Because."})]
    response = draft_response(
        hearing=hearing, by=editor, signed_by="Kontoret", texts={"da": "Tak."}, outcomes=drafts
    )
    with pytest.raises(NotPossible):
        publish(response, editor)


def test_a_comment_is_answered_once(hearing, editor):
    comment = make_comment(hearing)
    make_answer(comment, published=False)
    with pytest.raises(NotPossible):
        make_answer(comment)
    assert Response.objects.count() == 1


def test_an_answer_does_not_reach_into_another_hearing(hearing):
    other = make_comment(make_hearing(make_page(title="En anden", slug="anden")))
    with pytest.raises(NotPossible):
        make_answer(make_comment(hearing), other)
    assert not Outcome.objects.exists()


def test_a_public_answer_is_not_rewritten(hearing, editor):
    response = make_answer(make_comment(hearing))
    with pytest.raises(NotPossible):
        update_response(
            response=response,
            seen_version=response.version,
            by=editor,
            signed_by="X",
            texts={"da": "Andet"},
            outcomes=[],
        )


def test_a_draft_that_somebody_changed_is_neither_published_nor_overwritten(hearing, editor):
    comment = make_comment(hearing)
    response = make_answer(comment, published=False)
    fields = {"by": editor, "signed_by": "Kontoret", "texts": {"da": "Nyt"}}
    outcomes = [OutcomeDraft(comment, "partly")]
    update_response(response=response, seen_version=1, outcomes=outcomes, **fields)
    with pytest.raises(AlreadyDecided):
        publish_response(response=response, seen_version=1, by=editor)
    with pytest.raises(AlreadyDecided):
        update_response(response=response, seen_version=1, outcomes=[], **fields)


def test_updating_a_draft_replaces_its_texts_and_outcomes(hearing, editor):
    first, second = make_comment(hearing), make_comment(hearing)
    response = make_answer(first, published=False)
    updated = update_response(
        response=response,
        seen_version=1,
        by=editor,
        signed_by="Kontoret",
        texts={"da": "Nyt"},
        outcomes=[OutcomeDraft(second, "passed_on")],
    )
    assert list(updated.texts.values_list("language", "text")) == [("da", "Nyt")]
    assert list(updated.outcomes.values_list("comment", "result")) == [(second.pk, "passed_on")]


def test_one_answer_stands_under_many_comments_each_with_its_outcome(hearing):
    comments = [make_comment(hearing), make_comment(hearing, whole=True)]
    response = make_answer(*comments)
    assert response.is_public
    assert response.published_at
    assert [outcome.comment for outcome in response.outcomes.order_by("pk")] == comments
    assert list(comments[0].outcome.passages.all()) == [comments[0].passage]
    counts = Comment.objects.counts_by_passage(comments[0].policy_id)
    assert counts == {comments[0].passage.code: {"comments": 1, "answered": 1}}


def test_publishing_is_told(hearing):
    told = []

    def listen(sender, response, **kwargs):
        told.append(response.status)

    response_published.connect(listen)
    try:
        make_answer(make_comment(hearing))
    finally:
        response_published.disconnect(listen)
    assert told == ["published"]
