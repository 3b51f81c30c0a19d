"""Duels: two moderators decide about the same comment in the same instant. Each duel has one winner."""

import pytest

from comments.actions import decide
from comments.errors import AlreadyDecided
from comments.models import Comment, Decision
from comments.states import CommentStatus, DecisionAction
from tests.factories.comments import make_hearing, make_reason, send
from tests.factories.policy import make_user
from tests.reliability.processes import in_processes

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]
STATES = {
    DecisionAction.PUBLISH: CommentStatus.PUBLISHED,
    DecisionAction.REJECT: CommentStatus.REJECTED,
}


def duel(comments: int) -> None:
    """One wants to publish each, the other to reject it; both have read the same version of it."""
    hearing = make_hearing()
    make_reason()
    ids = [send(hearing).comment.pk for _n in range(comments)]
    people = [make_user("mette"), make_user("sofie")]
    acts = list(STATES)

    def fight(number: int) -> list[int]:
        return [pk for pk in ids if wins(pk, acts[number], people[number])]

    won = in_processes(2, fight)
    assert sorted([*won[0], *won[1]]) == sorted(ids), "each duel has exactly one winner"
    for act, person, mine in zip(acts, people, won, strict=True):
        found = Decision.objects.filter(comment__in=mine, action=act, by=person)
        assert found.count() == len(mine)
        states = Comment.objects.filter(pk__in=mine).values_list("status", flat=True)
        assert set(states) <= {STATES[act].value}
    # Its receiving and one decision: what the loser wanted left nothing behind.
    assert Decision.objects.count() == 2 * comments


def wins(pk: int, act, by) -> bool:
    """Decide about the comment as it was sent; tell whether one was first."""
    reason = "off_topic" if act == DecisionAction.REJECT else ""
    try:
        decide(comment=Comment(pk=pk), seen_version=1, action=act, by=by, reason=reason)
    except AlreadyDecided:
        return False
    return True


def test_20_duels_have_20_winners():
    duel(20)


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_500_duels_have_500_winners():
    duel(500)
