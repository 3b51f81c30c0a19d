"""A chapter's heading is commented on like any passage."""

import pytest

from comments.models import Comment
from comments.reading.places import hearing_url, places_for
from tests.comments.citizen import TOKEN, address, post
from tests.factories.comments import close, make_comment, make_hearing

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def chapter(hearing):
    text = hearing.edition.texts.get(is_authoritative=True)
    return next(wording for wording in text.wordings.all() if wording.is_chapter)


def test_its_form_shows_the_heading_and_takes_a_comment(client, hearing, chapter):
    url = address(hearing, chapter)
    page = client.get(url).content.decode()
    assert chapter.heading in page
    assert post(client, url, token=TOKEN.search(page)[1]).status_code == 303
    assert Comment.objects.get().wording == chapter


def test_the_edition_offers_it_while_the_hearing_is_open(client, hearing, chapter):
    edition = places_for(hearing.edition.policy_id).edition(hearing.edition)
    url = address(hearing, chapter)
    assert url in client.get(edition).content.decode()
    close(hearing)
    assert url not in client.get(edition).content.decode()


def test_its_comments_are_read_on_its_own_page_and_in_the_hearing(client, hearing, chapter):
    make_comment(hearing, wording=chapter, text="Om overskriften.")
    passage = places_for(hearing.edition.policy_id).passage(chapter.passage.code)
    for url in (passage, hearing_url(hearing)):
        assert "Om overskriften." in client.get(url).content.decode()
