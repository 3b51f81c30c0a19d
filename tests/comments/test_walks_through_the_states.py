"""Whatever citizens and staff do, in whatever order: no state is skipped, no step is without its row,
and nothing shows anywhere of what is not public.
"""

from itertools import count

import pytest
from django.core.cache import cache
from django.db import transaction
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.comments.dialogue_walker import Walker
from tests.factories.comments import make_hearing
from tests.factories.policy import chapter, make_page, principle

pytestmark = pytest.mark.django_db

NUMBERS = st.integers(min_value=0, max_value=180)
ACTS = st.lists(st.tuples(st.sampled_from(Walker.ACTS), NUMBERS, NUMBERS), min_size=3, max_size=10)
SETTINGS = {
    "deadline": None,
    "database": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}


@pytest.fixture
def world():
    """An open hearing about a text of one principle, and its page: quickly read."""
    page = make_page(body=[chapter(), principle(1)])
    return make_hearing(page), page


def walk(world, acts) -> None:
    """Do one thing after the other, look in between and at last everywhere; leave nothing behind."""
    cache.clear()
    with transaction.atomic():
        walker = Walker(*world)
        for name, a, b in acts:
            walker.act(name, a, b)
            walker.check()
        walker.check_everywhere()
        transaction.set_rollback(True)


def stride(world, acts, number: int) -> None:
    """The same for walks by the thousand: states after each act, pages in the middle and at the end.

    Pages are slow. Which are opened goes by the walk's number; every twentieth walk opens all.
    """
    cache.clear()
    with transaction.atomic():
        walker = Walker(*world)
        for place, (name, a, b) in enumerate(acts):
            walker.act(name, a, b)
            walker.check_states()
            if place == len(acts) // 2:
                walker.glance(number)
        walker.glance(number)
        if number % 20 == 0:
            walker.check_everywhere()
        transaction.set_rollback(True)


def walk_at_random(world, *, walks: int, start: int, fast: bool = False) -> None:
    numbers = count(start)

    @seed(start)
    @given(acts=ACTS)
    @settings(max_examples=walks, **SETTINGS)
    def some(acts):
        if fast:
            stride(world, acts, next(numbers))
        else:
            walk(world, acts)

    some()


@pytest.mark.parametrize("part", range(2))
def test_comments_survive_random_walks(world, part):
    walk_at_random(world, walks=3, start=part)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("part", range(20))
def test_comments_survive_2_000_random_walks(world, part):
    """Twenty times a hundred, so that several processes share the walking."""
    walk_at_random(world, walks=100, start=1_000 + 100 * part, fast=True)


LIFE = [("submit", 2, 3), ("publish", 0, 0)]


@pytest.mark.parametrize("end", ["withdraw", "erase", "reject", "leave_out"])
def test_what_was_public_leaves_no_trace(world, end):
    walk(world, [*LIFE, ("answer", 0, 0), (end, 0, 1)])
