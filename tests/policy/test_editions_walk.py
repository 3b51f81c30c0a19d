"""Whatever an editor does, in whatever order: no passage is lost and no edition changes."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.policy.walker import PASSAGES, Walker

pytestmark = pytest.mark.django_db

PLACES = st.integers(min_value=0, max_value=PASSAGES - 1)
ACTS = st.lists(st.tuples(st.sampled_from(Walker.ACTS), PLACES, PLACES), min_size=4, max_size=14)
WALK = {
    "deadline": None,
    "database": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}


def walk(acts) -> None:
    """Do it all, look at everything, and leave the database as it was."""
    with transaction.atomic():
        walker = Walker()
        for name, a, b in acts:
            walker.act(name, a, b)
        walker.act("adopt", 0, 0)
        walker.check_nothing_frozen_changed()
        walker.check_identities_never_collide()
        walker.check_every_passage_has_one_fate_on_every_step()
        walker.check_old_and_comparison_make_new()
        walker.check_every_passage_is_readable()
        transaction.set_rollback(True)


@pytest.mark.parametrize("part", range(5))
def test_editions_survive_25_random_walks(part):
    """Five times five, so that several processes share the walking."""

    @seed(part)
    @given(acts=ACTS)
    @settings(max_examples=5, **WALK)
    def five(acts):
        walk(acts)

    five()


@pytest.mark.long
@pytest.mark.timeout(3600)
@seed(500)
@given(acts=ACTS)
@settings(max_examples=500, **WALK)
def test_editions_survive_500_random_walks(acts):
    walk(acts)


@pytest.mark.parametrize("name", Walker.ACTS)
def test_each_act_alone_leaves_everything_in_order(name):
    walk([(name, 3, 7)])


def test_a_passage_that_an_older_draft_brings_back_beside_its_heir_must_go_or_stay():
    walk([("split", 0, 0), ("remove", 0, 0), ("adopt", 0, 0), ("restore", 2, 0)])
