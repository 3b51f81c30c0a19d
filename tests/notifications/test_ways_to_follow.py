"""Where following by mail is offered: beside the feeds of a hearing, a comment and a passage."""

import pytest
from django.urls import reverse
from django.utils import translation

from comments.reading.places import places_for
from tests.factories.comments import make_comment, make_hearing

pytestmark = pytest.mark.django_db


def test_a_hearing_a_comment_and_a_passage_lead_to_it(client):
    hearing = make_hearing()
    comment = make_comment(hearing)
    with translation.override("da"):
        places = places_for(hearing.edition.policy_id)
        pages = {
            reverse("comments:hearing", args=[hearing.pk]): ("hearing", hearing.pk),
            reverse("comments:trace", args=[hearing.pk, comment.number]): ("comment", comment.pk),
            places.passage(comment.passage.code): (
                "passage",
                f"{hearing.edition.policy_id}-{comment.passage.code}",
            ),
        }
        for page, topic in pages.items():
            place = reverse("notifications:follow", args=topic)
            assert f'href="{place}"' in client.get(page).content.decode(), page
            assert client.get(place).status_code == 200, place
