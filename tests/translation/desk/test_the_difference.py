"""A text whose Danish was changed is shown beside what it was, and beside its old translation."""

import pytest
from wagtail_localize.models import StringTranslation

from policy.comparing.words import diff_words
from tests.factories.orders import change_danish, make_order, piece_at, translate, translate_all
from tests.factories.policy import chapter, make_page, principle
from tests.factories.translation import make_english
from translation.desk.pieces import PieceState, pieces_of, work_of_pieces
from translation.models import TranslatedText
from translation.models.remembered import hash_of
from translation.progress import work_of_orders

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BEFORE = "<p>Vi svarer senest fire uger efter fristen.</p>"
AFTER = "<p>Vi svarer senest tre uger efter fristen.</p>"


def page_with(statement):
    return [chapter(), principle(1, statement=statement)]


@pytest.fixture
def page():
    return make_page(body=page_with(BEFORE))


def test_nothing_is_changed_that_was_never_translated(page):
    order = make_order(page)
    assert {piece.state for piece in pieces_of(order)} == {PieceState.NEW}
    change_danish(page, page_with(AFTER))
    assert {piece.state for piece in pieces_of(order)} == {PieceState.NEW}


def test_a_changed_text_has_its_old_danish_and_its_old_translation(page):
    order = make_order(page)
    translate_all(order)
    change_danish(page, page_with(AFTER))
    changed = [piece for piece in pieces_of(order) if not piece.is_done]
    (piece,) = changed
    assert piece.state == PieceState.CHANGED
    assert piece.before.target_text == "EN Vi svarer senest fire uger efter fristen."
    marked = [(p.op, p.words) for p in diff_words(piece.before.source_text, piece.source)]
    assert ("removed", "fire") in marked
    assert ("added", "tre") in marked


def test_words_changed_back_are_translated_still(page):
    order = make_order(page)
    translate_all(order)
    change_danish(page, page_with(AFTER))
    change_danish(page, page_with(BEFORE))
    assert all(piece.is_done for piece in pieces_of(order))


def test_of_several_paragraphs_the_likest_is_what_a_new_one_was(page):
    order = make_order(page)
    change_danish(page, page_with("<p>Kort og godt om kaffe.</p>" + BEFORE))
    translate_all(order)
    new = "<p>Kort og godt om kaffe.</p><p>Helt andre ord står nu herinde.</p>" + AFTER
    change_danish(page, page_with(new))
    states = {p.shown(p.source)[:10]: p.state for p in pieces_of(order) if not p.is_done}
    assert states == {"Helt andre": PieceState.NEW, "Vi svarer ": PieceState.CHANGED}


def test_the_list_and_the_desk_count_the_same_words(page):
    order = make_order(page)
    translate_all(order)
    change_danish(page, [*page_with(AFTER), principle(2)])
    assert work_of_orders([order])[order.pk] == work_of_pieces(pieces_of(order))


def test_what_wagtail_localizes_own_editor_and_seeding_write_is_remembered(page):
    make_english(page)  # seeds in bulk
    seeded = StringTranslation.objects.count()
    assert TranslatedText.objects.count() == seeded > 0
    row = StringTranslation.objects.exclude(context__path="title").first()
    row.data = "Other words"
    row.save()
    remembered = TranslatedText.objects.get(context=row.context, string=row.translation_of)
    assert remembered.target_text == "Other words"
    assert remembered.source_hash == hash_of(row.translation_of.data)


def test_a_faulty_translation_is_not_remembered(page):
    order = make_order(page)
    row = translate(order, piece_at(order, "statement"), "Fine")
    row.data = "<script>alert(1)</script>"
    row.save()
    assert row.has_error
    assert not TranslatedText.objects.filter(context=row.context).exists()
