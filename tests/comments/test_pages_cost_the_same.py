"""What the database does for a page hardly grows with the comments that the page does not show.

Counted in steps of SQLite's machine, which are the same on every computer. Before a test, time would
tell nothing: `make bench-dialogue` measures that.
"""

import pytest
from django.db import connection

from comments.reading.places import hearing_url
from policy.models import PolicyPage
from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
from tests.factories.many import multiply
from tests.factories.policy import make_adopted, make_page

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite counts its steps"),
]
FEW, MANY = 100, 2_000
# To count a comment is a step from one entry of an index to the next.
STEPS_TO_COUNT_ONE = 12


@pytest.fixture
def hearing():
    page = make_page(principles=9)
    make_adopted(page)
    hearing = make_hearing(page)
    for wording in wordings_of(hearing)[:3]:
        make_answer(make_comment(hearing, wording=wording))
    return hearing


def steps(client, url) -> int:
    """Return how many steps the database takes for a page that was asked for before."""
    for _n in range(2):
        assert client.get(url).status_code == 200
    taken = 0

    def count():
        nonlocal taken
        taken += 1

    connection.connection.set_progress_handler(count, 1)
    try:
        client.get(url)
    finally:
        connection.connection.set_progress_handler(None, 0)
    return taken


def growth(client, hearing, url) -> float:
    """Return how many steps each further comment costs, from 100 on."""
    multiply(hearing, FEW)
    few = steps(client, url)
    multiply(hearing, MANY)
    return (steps(client, url) - few) / MANY


def page_of(hearing):
    return PolicyPage.objects.get(translation_key=hearing.edition.policy_id)


def test_the_policy_page_counts_each_comment_in_an_index_and_looks_at_none(hearing, client):
    assert growth(client, hearing, page_of(hearing).url) < STEPS_TO_COUNT_ONE


def test_a_passage_page_counts_its_own_comments_and_reads_those_it_shows(hearing, client):
    url = page_of(hearing).passage_url(wordings_of(hearing)[0].passage.code)
    # Of ten comments one is about this passage; its thread is counted in three ways.
    assert growth(client, hearing, url) < STEPS_TO_COUNT_ONE


def test_the_dialogue_page_reads_the_words_of_those_it_shows_alone(hearing, client):
    # It counts four times: what is shown, public, answered, and of each passage.
    assert growth(client, hearing, hearing_url(hearing)) < 5 * STEPS_TO_COUNT_ONE
