"""A comment of years ago says what became of the passage that it was about."""

import uuid

import pytest
from django.core.cache import cache

from comments.models import Comment
from comments.reading.places import places_for
from comments.threads import thread_of
from policy.actions import AboutBlock, AboutPassage, save_answers
from policy.models import Answer, Passage
from tests.factories.comments import close, make_comment, make_hearing, wordings_of
from tests.factories.policy import chapter, edit, make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]
THREAD_BUDGET = 15


@pytest.fixture
def page():
    return make_page(principles=3)


@pytest.fixture
def hearing(page):
    hearing = make_hearing(page)
    for wording in wordings_of(hearing):
        make_comment(hearing, wording=wording)
    close(hearing)
    return hearing


def became(hearing) -> list[list[str]]:
    comments = Comment.objects.filter(hearing=hearing)
    shown = thread_of(comments, places_for(hearing.edition.policy_id)).comments
    return [[fate.sentence for fate in comment.became] for comment in shown]


def passage(number) -> Passage:
    return Passage.objects.get(uuid=uuid.UUID(int=100 + number))


def test_nothing_is_said_while_nothing_became_of_it(page, hearing):
    make_adopted(page)
    assert became(hearing) == [[], [], []]


def test_every_later_change_is_told_in_order(page, hearing):
    edit(page, body=[chapter(), principle(1, statement="<p>Nyt.</p>"), principle(2), principle(3)])
    make_adopted(page)
    body = [chapter(), principle(2), principle(1, statement="<p>Nyt.</p>"), principle(3)]
    edit(page, body=body[:3])
    save_answers(
        page=page, given=[AboutPassage(passage(3), Answer.ENDS, reason="Holdt.")], user=None
    )
    make_adopted(page)
    first, second, third = became(hearing)
    assert first[0] == "Afsnittet blev omskrevet i udgave 1"
    assert first[1:] + second == ["Afsnittet blev flyttet i udgave 2"]
    assert third == ["Afsnittet udgik i udgave 2"]


def test_a_split_passages_comments_lead_to_its_heirs(page, hearing, client):
    edit(page, body=[chapter(), principle(1), principle(2), principle(3), principle(4)])
    given = AboutBlock(str(uuid.UUID(int=104)), Answer.SPLIT_OFF, passage(1))
    save_answers(page=page, given=[given], user=None)
    make_adopted(page)
    shown = client.get(page.passage_url(passage(1).code)).content.decode()
    assert "Afsnittet blev delt i udgave 1" in shown
    assert f'href="{page.passage_url(passage(4).code)}"' in shown


def test_pages_stay_in_their_budget_with_fates(
    page, hearing, client, django_assert_max_num_queries
):
    for edition in range(4):
        words = f"<p>Ord {edition}.</p>"
        edit(page, body=[chapter(), *(principle(n, statement=words) for n in (1, 2, 3))])
        make_adopted(page)
    cache.clear()
    for url in (page.passage_url(passage(1).code), f"/da/hoeringer/{hearing.pk}/"):
        client.get(url)
        with django_assert_max_num_queries(THREAD_BUDGET):
            shown = client.get(url).content.decode()
        assert "Afsnittet blev omskrevet i udgave 4" in shown
