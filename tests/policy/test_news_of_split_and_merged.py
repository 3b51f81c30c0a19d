"""The news of an edition tell of passages that were split and merged, and never more than was said."""

import uuid

import pytest

from policy.actions import AboutBlock, AboutPassage, save_answers
from policy.comparing import compare_texts
from policy.models import Answer, Passage
from policy.reading.news import news_in_words, news_of
from tests.factories.policy import chapter, edit, make_adopted, make_hearing_version, make_page
from tests.factories.policy import principle as p

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    page = make_page(principles=3)
    make_adopted(page)
    return page


def block_id(number) -> str:
    return str(uuid.UUID(int=100 + number))


def passage(number) -> Passage:
    return Passage.objects.get(uuid=block_id(number))


def answer(page):
    """1 is split, and 7 split off from it; 2 is merged into 1; 3 ends; 8 is new."""
    new = p(8, heading="Parken", statement="<p>Porten åbner klokken syv.</p>")
    edit(page, body=[chapter(), p(1, statement="<p>Andet.</p>"), p(7), new])
    save_answers(
        page=page,
        given=[
            AboutBlock(block_id(7), Answer.SPLIT_OFF, passage(1), "To løfter blev læst som ét."),
            AboutBlock(block_id(8), Answer.NEW),
            AboutPassage(passage(2), Answer.MERGED, block_id(1), "Det står nu i princip 1."),
            AboutPassage(passage(3), Answer.ENDS, reason="Loven siger det allerede."),
        ],
        user=None,
    )


def test_nothing_is_called_split_or_merged_that_nobody_said(page):
    edit(page, body=[chapter(), p(1, statement="<p>Andet.</p>"), p(2)])
    news = news_of(make_adopted(page))
    assert (news.ended.split, news.ended.merged, news.gone, news.heirs) == (0, 0, 1, {})


@pytest.mark.parametrize("steps", [1, 2])
def test_split_and_merged_are_counted_and_named_at_their_passages(page, client, steps):
    answer(page)
    if steps == 2:
        make_hearing_version(page, answered=False)
    second = make_adopted(page, answered=False)
    news = news_of(second)
    assert news.kinds == {
        passage(1).code: "split",
        passage(7).code: "new",
        passage(8).code: "new",
    }
    assert news.heirs[passage(7).code] == "split"
    assert (news.ended.split, news.ended.merged, news.gone) == (1, 1, 1)
    shown = client.get(page.url).content.decode()
    assert "1 delt, 1 lagt sammen med andre, 1 udgået" in shown
    assert "delt: en del af det står et andet sted nu" in shown
    assert "Nyt i denne udgave: skilt ud fra et andet afsnit" in shown


def test_what_took_over_a_merged_passage_says_so_though_its_own_words_stand(page, client):
    edit(page, body=[chapter(), p(1), p(3)])
    said = AboutPassage(passage(2), Answer.MERGED, block_id(1), "Det stod to gange.")
    save_answers(page=page, given=[said], user=None)
    news = news_of(make_adopted(page, answered=False))
    assert news.kinds == {passage(1).code: "merged"}
    assert "Lagt sammen med et andet afsnit" in client.get(page.url).content.decode()


def test_the_news_count_as_the_comparison_does(page):
    answer(page)
    second = make_adopted(page, answered=False)
    first = second.based_on.texts.get()
    counts = compare_texts(first, second.texts.get(), page=page).counts
    news = news_of(second)
    told = {"split": news.ended.split, "merged": news.ended.merged, "removed": news.gone}
    told |= {"new": news.count("new"), "reworded": news.count("reworded")}
    assert {kind: counts[kind] for kind in told} == told
    assert news_in_words(news).startswith(f"{counts['new']} ny")
