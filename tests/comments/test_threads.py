"""What readers see of comments and answers, and in how many queries."""

import datetime

import pytest
from django.http import Http404
from django.utils import translation

from comments.actions import redact, translate_comment, withdraw
from comments.models import Comment
from comments.reading.places import places_for
from comments.threads import address_of, thread_of
from tests.factories.comments import make_answer, make_comment, make_hearing, send, wordings_of
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def hearing():
    return make_hearing()


def thread(hearing, **fields):
    return thread_of(
        Comment.objects.filter(hearing=hearing), places_for(hearing.edition.policy_id), **fields
    )


@pytest.mark.parametrize("status", ["pending", "held", "rejected"])
def test_what_is_not_public_is_in_no_thread(hearing, status):
    make_comment(hearing, status=status)
    found = thread(hearing)
    assert (found.comments, found.total) == ([], 0)


@pytest.mark.parametrize("status", ["pending", "held", "rejected"])
def test_withdrawn_before_anybody_read_it_a_comment_leaves_nothing(hearing, status):
    withdraw(comment=make_comment(hearing, status=status))
    found = thread(hearing)
    assert (found.comments, found.total) == ([], 0)


def test_a_withdrawn_comment_leaves_an_empty_place(hearing):
    withdraw(comment=make_comment(hearing, text="Hemmeligt", name="Anne", name_is_public=True))
    [shown] = thread(hearing).comments
    assert shown.is_withdrawn
    assert (shown.number, shown.text, shown.author, shown.answer) == (1, "", "", None)


def test_a_draft_of_an_answer_is_not_shown(hearing):
    make_answer(make_comment(hearing), published=False)
    [shown] = thread(hearing).comments
    assert shown.answer is None
    assert thread(hearing).answered == 0


def test_the_original_of_a_shortened_comment_is_not_shown_nor_its_proposal(hearing):
    comment = make_comment(hearing, text="Jens larmer", proposal="Sig det til Jens")
    redact(comment=comment, by=make_user("m"), text="[navn] larmer")
    [shown] = thread(hearing).comments
    assert (shown.text, shown.proposal, shown.is_redacted) == ("[navn] larmer", "", True)


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ({"district": "Vesterby"}, "Borger i Vesterby"),
        ({"district": ""}, "Borger"),
        ({"name": "Anne", "name_is_public": False, "district": ""}, "Borger"),
        ({"name": "Anne", "name_is_public": True}, "Anne"),
        ({"author_kind": "association", "name": "Bylauget"}, "Bylauget"),
        ({"author_kind": "association", "name": ""}, "Forening"),
    ],
)
def test_the_author_is_named_as_was_agreed(hearing, fields, author):
    make_comment(hearing, **fields)
    assert thread(hearing).comments[0].author == author


def test_a_comment_whose_sender_was_erased_is_a_citizens(hearing):
    make_comment(hearing).sender.delete()
    assert thread(hearing).comments[0].author == "Borger"


def test_a_translation_is_shown_with_its_original(hearing):
    comment = make_comment(hearing, text="Hurtigere!")
    translate_comment(comment=comment, by=make_user("t"), language="en", text="Faster!")
    with translation.override("en"):
        [shown] = thread(hearing).comments
    assert (shown.text, shown.text_language) == ("Faster!", "en")
    assert (shown.original.text, shown.original.language) == ("Hurtigere!", "da")
    assert thread(hearing).comments[0].original is None


def test_an_answer_is_read_in_ones_own_language_or_else_in_danish(hearing):
    make_answer(make_comment(hearing), texts={"da": "Tak."})
    with translation.override("en"):
        [shown] = thread(hearing).comments
    assert (shown.answer.text, shown.answer.language) == ("Tak.", "da")
    assert (shown.answer.reason, shown.answer.reason_language) == (
        "We answer in three weeks.",
        "en",
    )


def test_an_answer_tells_result_reason_passages_and_edition(hearing):
    wording = wordings_of(hearing)[0]
    make_answer(make_comment(hearing, wording=wording))
    answer = thread(hearing).comments[0].answer
    assert answer.result_label == "Ændret"
    assert answer.passages[0]["label"] == wording.label
    assert wording.passage.code in answer.passages[0]["url"]
    assert answer.edition_url.endswith("/udgaver/1-1/")


def test_comments_stand_in_the_order_that_they_came(hearing):
    start = hearing.opens_at
    for minute in (3, 1, 2):
        make_comment(hearing, received_at=start + minute * MINUTE, number=minute)
    assert [comment.number for comment in thread(hearing).comments] == [1, 2, 3]


def test_twenty_are_on_a_page_and_others_have_an_address_with_their_page(hearing):
    made = [make_comment(hearing, whole=True) for _ in range(21)]
    assert [len(thread(hearing, page=page).comments) for page in "12"] == [20, 1]
    places = places_for(hearing.edition.policy_id)
    assert address_of(made[0], places).endswith(f"/{hearing.pk}/#b1")
    assert address_of(made[20], places).endswith(f"/{hearing.pk}/?page=2#b21")


@pytest.mark.parametrize("page", ["0", "-1", "2", "x", "", "1e9", "99999999999999999999", "\x00"])
def test_a_page_that_is_not_there_is_a_404(hearing, page):
    with pytest.raises(Http404):
        thread(hearing, page=page)


def test_the_number_of_queries_does_not_grow(hearing, django_assert_max_num_queries):
    for _ in range(20):
        make_answer(make_comment(hearing, wording=wordings_of(hearing)[_ % 3]))
    send(hearing)
    with django_assert_max_num_queries(8):
        found = thread(hearing)
    assert len(found.comments) == 20
    assert all(comment.answer and comment.short_label for comment in found.comments)
