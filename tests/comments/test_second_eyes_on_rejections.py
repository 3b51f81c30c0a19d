"""A rejection for some reasons takes two moderators: one proposes, another confirms or declines."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from comments.actions import (
    confirm_rejection,
    decide,
    decline_rejection,
    edit,
    propose_rejection,
    take_proposal_back,
)
from comments.errors import AlreadyDecided, NotPossible
from comments.models import Comment, ProposalState, ProposedRejection
from comments.states import CommentStatus, DecisionAction
from tests.factories.accounts import make_staff
from tests.factories.comments import make_answer, make_comment, make_hearing, make_reason
from tests.factories.policy import make_user
from tests.factories.races import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def hearing():
    make_reason("hate", "Had", needs_second_reader=True)
    make_reason("off_topic")
    return make_hearing()


@pytest.fixture
def comment(hearing):
    return make_comment(hearing, status="pending")


@pytest.fixture
def one():
    return make_user("en moderator")


@pytest.fixture
def another():
    return make_user("en anden")


def propose(comment, by, reason="hate"):
    return propose_rejection(comment=comment, seen_version=comment.version, reason=reason, by=by)


def status_of(comment):
    return Comment.objects.get(pk=comment.pk).status


def test_one_alone_does_not_reject_for_such_a_reason(comment, one):
    with pytest.raises(NotPossible, match="To skal være enige"):
        decide(comment=comment, seen_version=1, action="reject", reason="hate", by=one)
    assert status_of(comment) == CommentStatus.PENDING
    decide(comment=comment, seen_version=1, action="reject", reason="off_topic", by=one)
    assert status_of(comment) == CommentStatus.REJECTED


def test_a_proposal_changes_nothing_by_itself(comment, one):
    proposal = propose(comment, one)
    assert status_of(comment) == CommentStatus.PENDING
    assert comment.decisions.count() == 1
    assert propose(comment, one) == proposal


def test_who_proposed_it_does_not_confirm_it(comment, one):
    proposal = propose(comment, one)
    with pytest.raises(NotPossible, match="En anden"):
        confirm_rejection(proposal=proposal, by=one)
    ProposedRejection.objects.filter(pk=proposal.pk).update(handled_by=one)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProposedRejection.objects.filter(pk=proposal.pk).update(state=ProposalState.CONFIRMED)


def test_another_confirms_and_both_are_in_the_log(comment, one, another):
    decision = confirm_rejection(proposal=propose(comment, one), by=another)
    assert status_of(comment) == CommentStatus.REJECTED
    assert (decision.by, decision.reason, decision.proposal.proposed_by) == (another, "hate", one)
    with pytest.raises(AlreadyDecided):
        confirm_rejection(proposal=decision.proposal, by=another)


def test_whoever_disagrees_says_why_and_the_comment_goes_on_waiting(comment, one, another):
    proposal = propose(comment, one)
    for note in ("", "  \u200b "):
        with pytest.raises(NotPossible, match="Skriv"):
            decline_rejection(proposal=proposal, by=another, note=note)
    with pytest.raises(NotPossible):
        decline_rejection(proposal=proposal, by=one, note="Nej.")
    decline_rejection(proposal=proposal, by=another, note="Det er hårdt, men sagligt.")
    assert [note.text for note in comment.notes.all()] == ["Det er hårdt, men sagligt."]
    assert status_of(comment) == CommentStatus.PENDING
    assert propose(comment, one) != proposal


def test_only_who_proposed_it_takes_it_back(comment, one, another):
    proposal = propose(comment, one)
    with pytest.raises(NotPossible):
        take_proposal_back(proposal=proposal, by=another)
    take_proposal_back(proposal=proposal, by=one)
    with pytest.raises(AlreadyDecided):
        confirm_rejection(proposal=proposal, by=another)


def test_other_words_make_a_proposal_void(hearing, one, another):
    comment = make_comment(hearing, status="pending")
    proposal = propose(comment, one)
    edit(comment=comment, seen_version=comment.version, text="Noget helt andet.")
    with pytest.raises(AlreadyDecided):
        confirm_rejection(proposal=proposal, by=another)
    comment.refresh_from_db()
    propose(comment, one)
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.OVERTAKEN


def test_a_proposal_about_old_words_is_not_made(comment, one):
    with pytest.raises(AlreadyDecided):
        propose_rejection(comment=comment, seen_version=7, reason="hate", by=one)


def test_two_do_not_propose_against_each_other(comment, one, another):
    propose(comment, one)
    with pytest.raises(AlreadyDecided, match="en moderator"):
        propose(comment, another)


def test_what_has_a_public_answer_is_not_proposed(hearing, one):
    comment = make_comment(hearing)
    make_answer(comment)
    with pytest.raises(NotPossible):
        propose(comment, one)


def test_somebody_may_still_publish_it(comment, one, another):
    proposal = propose(comment, one)
    decide(comment=comment, seen_version=1, action=DecisionAction.PUBLISH, by=another)
    with pytest.raises(AlreadyDecided):
        confirm_rejection(proposal=proposal, by=another)


@pytest.mark.django_db(transaction=True)
def test_row_47_of_two_answers_at_once_one_counts(comment, one, another):
    proposal = propose(comment, one)
    third = make_user("en tredje")
    answers = at_once(
        lambda: confirm_rejection(proposal=proposal, by=another),
        lambda: decline_rejection(proposal=proposal, by=third, note="Nej."),
        refusal=AlreadyDecided,
    )
    refused = [answer for answer in answers if isinstance(answer, Exception)]
    assert [type(refusal) for refusal in refused] == [AlreadyDecided]


class TestOnTheScreen:
    def post(self, client, comment, **data):
        return client.post(
            reverse("comments_decide", args=[comment.pk]), {"version": comment.version, **data}
        )

    def answer(self, client, comment, **data):
        return client.post(reverse("comments_proposal", args=[comment.pk]), data, follow=True)

    @pytest.fixture
    def desks(self):
        first, second = Client(), Client()
        first.force_login(make_staff("moderator", "mona"))
        second.force_login(make_staff("moderator", "morten"))
        return first, second

    @pytest.mark.parametrize("role", ["editor", "translator", "facilitator"])
    def test_other_roles_answer_no_proposal(self, client, comment, one, role):
        proposal = propose(comment, one)
        client.force_login(make_staff(role))
        answer = client.post(
            reverse("comments_proposal", args=[comment.pk]),
            {"proposal": proposal.pk, "answer": "confirm"},
        )
        assert answer.status_code in (302, 403)
        assert status_of(comment) == CommentStatus.PENDING

    def test_what_is_no_proposal_is_told(self, desks, comment):
        for asked in ("", "x", "9" * 40, "-1"):
            page = self.answer(desks[0], comment, proposal=asked, answer="confirm")
            assert "Det forslag findes ikke" in page.content.decode()

    def test_one_proposes_the_other_confirms(self, desks, comment):
        first, second = desks
        self.post(first, comment, action="reject", reason="hate")
        own = first.get(reverse("comments_decide", args=[comment.pk])).content.decode()
        assert 'value="take_back"' in own
        assert 'value="confirm"' not in own
        queue = second.get(reverse("wagtailsnippets_comments_comment:list") + "?second=for_me")
        assert [row.pk for row in queue.context["object_list"]] == [comment.pk]
        assert "En afvisning venter på en anden læser" in queue.content.decode()
        mine = first.get(reverse("wagtailsnippets_comments_comment:list") + "?second=for_me")
        assert not mine.context["object_list"]
        other = second.get(reverse("comments_decide", args=[comment.pk])).content.decode()
        assert 'value="confirm"' in other
        proposal = ProposedRejection.objects.get()
        self.answer(second, comment, proposal=proposal.pk, answer="confirm")
        assert status_of(comment) == CommentStatus.REJECTED
        done = ModelLogEntry.objects.order_by("pk").values_list("action", "user__username")
        assert list(done)[-2:] == [("comments.propose", "mona"), ("comments.decide", "morten")]

    def test_many_at_once_are_proposed_too(self, desks, hearing):
        comments = [make_comment(hearing, status="pending") for _n in range(3)]
        address = (
            reverse("wagtail_bulk_action", args=["comments", "comment", "delete"])
            + "?"
            + "&".join(f"id={comment.pk}" for comment in comments)
        )
        seen = {f"seen-{comment.pk}": comment.version for comment in comments}
        desks[0].post(address, {"reason": "hate", **seen})
        assert ProposedRejection.objects.waiting().count() == 3
        assert {status_of(comment) for comment in comments} == {CommentStatus.PENDING}
