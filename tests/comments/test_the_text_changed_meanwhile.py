"""Between opening a form and sending it, the text may have moved on. The comment is about what was seen."""

import pytest

from comments.models import Comment
from comments.reading.places import places_for
from comments.threads import thread_of
from tests.comments.citizen import address, post, token_for
from tests.factories.comments import make_hearing, wordings_of
from tests.factories.policy import chapter, edit, make_adopted, make_page, principle
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def remove(page):
    edit(page, body=[chapter(), principle(2), principle(3)])


def move(page):
    edit(page, body=[chapter(), principle(2), principle(3), principle(1)])


def split(page):
    halves = [principle(1, statement="<p>Den ene halvdel.</p>"), principle(9, heading="Skilt ud")]
    edit(page, body=[chapter(), *halves, principle(2), principle(3)])


def retranslate(page):
    make_english(page)


@pytest.mark.parametrize("change", [remove, move, split, retranslate], ids=lambda f: f.__name__)
def test_row_38_a_comment_is_kept_on_the_words_that_its_sender_saw(client, change):
    page = make_page(principles=3)
    hearing = make_hearing(page)
    seen = wordings_of(hearing)[0]
    token = token_for(hearing, seen)
    change(page)
    make_adopted(page)
    response = post(client, address(hearing, seen), token=token)
    assert response.status_code == 303
    comment = Comment.objects.get()
    assert comment.wording == seen
    assert comment.edition_text == seen.edition_text
    assert (
        comment.wording.text
        == "Vi holder fast i sag 1.\n\nFordi det virker.\n\nAt vi svarer."
        + ("\n\nAt du siger din mening.\n\n- Vi svarer.")
    )


def test_row_38_staff_and_citizens_read_what_became_of_the_passage(client):
    page = make_page(principles=3)
    hearing = make_hearing(page)
    seen = wordings_of(hearing)[0]
    token = token_for(hearing, seen)
    remove(page)
    make_adopted(page)
    post(client, address(hearing, seen), token=token)
    comments = Comment.objects.all()
    comments.update(status="published")
    (shown,) = thread_of(comments, places_for(page.translation_key)).comments
    assert [fate.sentence for fate in shown.became] == ["Afsnittet udgik i udgave 1"]
