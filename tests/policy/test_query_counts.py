"""Reading, comparing and freezing for the first time cost as many queries for a long text as for a short."""

import json
import uuid

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from policy.freezing import freeze_body
from policy.models import PolicyPage
from tests.factories.policy import (
    answer_as_proposed,
    block,
    chapter,
    edit,
    make_adopted,
    make_page,
    principle,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]
# Two more than measured. What a request or an adoption needs besides its passages is in them.
FIRST_READING = 20
FIRST_COMPARISON = 16
FREEZING = 4  # at most: pages, documents, pictures, their renditions
ADOPTING = 85


@pytest.fixture
def referred():
    """Return rich text that links to a page, a document and what is gone; and a picture's id."""
    target = make_page(slug="andet", principles=1)
    document = get_document_model().objects.create(
        title="Bilag", file=ContentFile(b"Bilag", name="bilag.txt")
    )
    html = (
        f'<p><a linktype="page" id="{target.pk}">Side</a>'
        f' <a id="{document.pk}" linktype="document">Bilag</a>'
        ' <a linktype="page" id="987654">Væk</a>'
        ' <a linktype="document" id="99999999999999999999999">Aldrig</a>'
        ' <a linktype="page" id="x">Heller ikke</a></p>'
    )
    image = get_image_model().objects.create(title="Trappe", file=get_test_image_file())
    return html, image.pk


def texts(referred, size, reworded="") -> list[dict]:
    html, image = referred
    picture = {"image": image, "alt": "En trappe", "caption": "Grader"}
    figures = [block("figure", picture, 500 + n) for n in range(size)]
    principles = [principle(n, statement=html + reworded, why=html) for n in range(1, size + 1)]
    return [chapter(), *principles, *figures]


def counted(act) -> int:
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def at_both_sizes(measure) -> int:
    """Return the number of queries, which must be the same for 3 passages and for 30."""
    measure(2)  # what a process asks once, whatever the text
    found = {size: measure(size) for size in (3, 30)}
    assert found[3] == found[30], found
    return found[3]


def adopted_twice(referred, size):
    page = make_page(slug=f"politik-{size}", body=texts(referred, size))
    make_adopted(page)
    edit(page, body=texts(referred, size, "<p>Og nye ord.</p>"))
    make_adopted(page)
    return page


def test_links_and_pictures_of_a_body_are_found_at_once(referred):
    freeze_body(stream(texts(referred, 1)))  # the picture's rendition is made once

    def measure(size):
        body = stream(texts(referred, size))
        return counted(lambda: freeze_body(body))

    assert at_both_sizes(measure) <= FREEZING


def stream(blocks):
    return PolicyPage._meta.get_field("body").to_python(json.dumps(blocks))


def test_what_is_gone_leaves_its_words_and_what_is_there_is_kept(referred):
    html, _image = referred
    frozen = freeze_body(stream([principle(1, statement=html)]))[0].value["statement"]
    target = PolicyPage.objects.get(slug="andet").translation_key
    assert f'<a data-page="{uuid.UUID(str(target))}"' in frozen
    assert 'data-file="frozen/' in frozen
    assert frozen.count("<a ") == 2
    assert "Væk Aldrig Heller ikke" in frozen


def test_adopting_asks_as_often_for_a_long_text(referred):
    def measure(size):
        page = make_page(slug=f"politik-{size}", body=texts(referred, size))
        make_adopted(page)
        edit(page, body=texts(referred, size, "<p>Og nye ord.</p>"))
        answer_as_proposed(page)
        return counted(lambda: make_adopted(page, answered=False))

    assert at_both_sizes(measure) <= ADOPTING


def test_an_edition_is_read_for_the_first_time_in_as_many_queries(referred, client):
    def measure(size):
        page = adopted_twice(referred, size)
        return counted(lambda: client.get(page.url))

    assert at_both_sizes(measure) <= FIRST_READING


def test_two_editions_are_compared_for_the_first_time_in_as_many_queries(referred, client):
    def measure(size):
        page = adopted_twice(referred, size)
        return counted(lambda: client.get(f"{page.url}sammenlign/1/2/"))

    assert at_both_sizes(measure) <= FIRST_COMPARISON
