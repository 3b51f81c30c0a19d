"""What is missing is said before adopting, and what blocks is obeyed on every way to it."""

import datetime
import uuid

import pytest
from django.utils import timezone

from comments.checklist import KEY
from policy.checklist import Level, ask_all
from policy.checklist.shapes import candidate_of_page
from policy.errors import Blocked
from policy.models import Edition, EditionNote, NoteKind
from tests.factories.comments import close, make_answer, make_comment, make_hearing, send
from tests.factories.policy import block, chapter, edit, make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TOMORROW = datetime.timedelta(days=1)


def found(page) -> dict:
    page.refresh_from_db()
    return {item.key: item for item in ask_all(candidate_of_page(page))}


def link_to(page_id) -> str:
    return f'<p>Se <a linktype="page" id="{page_id}">siden</a>.</p>'


def test_a_comment_without_an_answer_blocks_every_way_to_adopt():
    page = make_page()
    make_comment(make_hearing(page))
    with pytest.raises(Blocked, match="1 bemærkning fra høringen er uden svar"):
        make_adopted(page, overrides={})
    with pytest.raises(Blocked):
        make_adopted(page, overrides={KEY: "   "})
    assert not Edition.objects.adopted().exists()


def test_a_reason_passes_it_by_and_becomes_public():
    page = make_page()
    make_comment(make_hearing(page))
    edition = make_adopted(page, overrides={KEY: "Svaret venter på en ekstern vurdering."})
    note = EditionNote.objects.public().get(edition=edition)
    assert (note.kind, note.about) == (NoteKind.OVERRIDE, KEY)
    assert note.texts.get().text == "Svaret venter på en ekstern vurdering."


def test_what_cannot_be_overridden_is_not():
    page = make_page(principles=1)
    make_adopted(page)
    edit(page, body=[chapter(), principle(1), principle(2)])
    assert found(page)["identity"].level == Level.BLOCKS
    with pytest.raises(Exception, match="Sig først"):
        make_adopted(page, answered=False, overrides={"identity": "Vi har travlt."})


def test_answered_rejected_and_withdrawn_hearings_comments_block_nothing():
    page = make_page()
    hearing = make_hearing(page)
    make_answer(make_comment(hearing))
    make_comment(hearing, status="rejected")
    close(hearing)
    assert found(page)[KEY].level == Level.FINE
    edition = make_adopted(page, overrides={KEY: "Ikke nødvendig."})
    assert not EditionNote.objects.filter(edition=edition).exists()


def test_an_earlier_editions_hearing_blocks_no_later_edition():
    page = make_page()
    make_comment(make_hearing(page))
    make_adopted(page)
    make_adopted(page, overrides={})


def test_an_open_hearing_and_undecided_comments_should_be_seen():
    page = make_page()
    hearing = make_hearing(page)
    send(hearing)
    items = found(page)
    assert {items["open_hearing"].level, items["undecided_comments"].level} == {Level.WARNS}


def test_links_to_what_is_gone_or_not_public_are_found():
    page = make_page()
    hidden = make_page(slug="to")
    hidden.unpublish()
    for target, level in ((page.pk, Level.FINE), (hidden.pk, Level.WARNS), (99999, Level.WARNS)):
        edit(page, body=[chapter(), principle(1, why=link_to(target))])
        assert found(page)["links"].level == level
    assert found(page)["links"].url.endswith(f"#block-{uuid.UUID(int=101)}-section")


def test_empty_fields_undescribed_images_and_past_promises_are_named():
    promise = principle(1)["value"]["promises"][0]
    yesterday = (timezone.localdate() - TOMORROW).isoformat()
    late = {**promise, "value": {**promise["value"], "due": yesterday}}
    theme = block("theme", {"heading": "Natur", "what": "<p>Træer.</p>", "plain": ""}, 7)
    figure = block("figure", {"image": None, "alt": "", "caption": "Torvet"}, 8)
    page = make_page(body=[chapter(), principle(1, promises=[late]), theme, figure])
    items = found(page)
    named = {key: items[key].why for key in ("empty_fields", "plain_language", "alt_text")}
    assert named == {
        "empty_fields": "Tema 1.",
        "plain_language": "Tema 1.",
        "alt_text": "Torvet.",
    }
    assert (items["promises"].level, items["promises"].why) == (Level.WARNS, "Princip 1.")


def test_a_whole_text_is_in_order_in_every_own_respect():
    items = found(make_page())
    own = {"identity", "empty_fields", "plain_language", "alt_text", "links", "promises"}
    assert {items[key].level for key in own} == {Level.FINE}


def test_the_list_costs_the_same_for_a_long_text(django_assert_max_num_queries):
    page = make_page(principles=40)
    make_adopted(page)
    body = [principle(n, why=link_to(page.pk)) for n in range(1, 41)]
    edit(page, body=[chapter(), *body])
    candidate = candidate_of_page(page)
    with django_assert_max_num_queries(13):
        ask_all(candidate)
