"""Copies, restored revisions and duplicates keep or end an identity on purpose."""

import uuid

import pytest

from policy.actions import AboutBlock, save_answers
from policy.errors import Unanswered
from policy.models import Answer, FateKind, Passage
from policy.reading.fates import fates_of
from tests.factories.policy import block, chapter, edit, make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def codes(edition) -> list[str]:
    return [entry["code"] for entry in edition.texts.get(is_authoritative=True).content]


def test_a_copied_page_is_another_policy_with_passages_of_its_own():
    page = make_page()
    before = codes(make_adopted(page))
    copied = page.copy(to=page.get_parent(), update_attrs={"slug": "kopi", "title": "Kopi"})
    after = codes(make_adopted(copied, answered=False))
    assert copied.translation_key != page.translation_key
    assert not set(before) & set(after)


def test_a_restored_revision_brings_back_the_passages_that_it_had():
    page = make_page(principles=2)
    first = make_adopted(page)
    earlier = page.latest_revision
    edit(page, body=[chapter(), principle(1)])
    make_adopted(page)
    earlier.as_object().save_revision()
    third = make_adopted(page, answered=False)
    assert codes(third) == codes(first)
    assert fates_of(third, page.locale_id, page)[codes(first)[2]].kind == FateKind.NEW


def test_a_revision_from_before_a_passage_was_continued_restores_that_passage():
    page = make_page(principles=1)
    first = make_adopted(page)
    earlier = page.latest_revision
    edit(page, body=[chapter(), principle(7)])
    given = AboutBlock(
        str(uuid.UUID(int=107)), Answer.CONTINUES, Passage.objects.get(code=codes(first)[1])
    )
    save_answers(page=page, given=[given], user=None)
    make_adopted(page, answered=False)
    earlier.as_object().save_revision()
    assert codes(make_adopted(page, answered=False)) == codes(first)


def test_a_duplicated_block_is_asked_about_and_gets_an_identity_of_its_own():
    page = make_page(principles=1)
    first = make_adopted(page)
    duplicate = {**principle(1), "id": str(uuid.UUID(int=500))}
    edit(page, body=[chapter(), principle(1), duplicate])
    with pytest.raises(Unanswered):
        make_adopted(page, answered=False)
    second = codes(make_adopted(page))
    assert second[:2] == codes(first)
    assert second[2] not in codes(first)


def test_one_block_twice_in_a_text_is_refused_by_name():
    page = make_page(principles=1)
    edit(page, body=[chapter(), principle(1), principle(1)])
    with pytest.raises(Unanswered, match="Princip 1s overskrift: står to gange"):
        make_adopted(page, answered=False)


def test_a_block_that_changes_kind_under_its_id_stays_the_passage():
    page = make_page(principles=1)
    first = make_adopted(page)
    as_text = block("text", {"heading": "Nu som tekst", "body": "<p>Andet.</p>"}, 101)
    edit(page, body=[chapter(), as_text])
    second = make_adopted(page, answered=False)
    assert codes(second) == codes(first)
    assert fates_of(second, page.locale_id, page)[codes(first)[1]].kind == FateKind.REWORDED
