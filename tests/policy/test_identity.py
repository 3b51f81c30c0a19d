"""A passage is one and the same through rewriting, moving, revisions and a mended identity."""

import uuid

import pytest

from policy.identity import FIRST, new_code
from policy.models import Passage, PassageBlock, Policy, Wording
from tests.factories.policy import chapter, edit, make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def codes(edition) -> list[str]:
    return [entry["code"] for entry in edition.texts.get(is_authoritative=True).content]


def test_two_policies_share_no_passage_even_with_the_same_block_ids():
    make_adopted(make_page(slug="en"))
    make_adopted(make_page(slug="to"))
    assert Passage.objects.values("uuid").distinct().count() * 2 == Passage.objects.count()


def test_rewriting_and_moving_keep_the_passage():
    page = make_page(principles=2)
    before = codes(make_adopted(page))
    edit(page, body=[chapter(), principle(2, heading="Nyt"), principle(1)])
    after = codes(make_adopted(page))
    assert after == [before[0], before[2], before[1]]


def test_a_new_block_is_born_with_a_code_of_its_own():
    page = make_page(principles=1)
    before = set(codes(make_adopted(page)))
    edit(page, body=[chapter(), principle(1), principle(2)])
    after = codes(make_adopted(page))
    assert len(after) == 3
    assert set(after) - before == {after[2]}


def test_a_removed_passage_keeps_its_wording():
    page = make_page(principles=2)
    gone = codes(make_adopted(page))[2]
    edit(page, body=[chapter(), principle(1)])
    make_adopted(page)
    assert Wording.objects.filter(passage__code=gone).count() == 1


def test_a_mended_block_continues_its_passage():
    page = make_page(principles=1)
    before = codes(make_adopted(page))
    passage = Passage.objects.get(code=before[1])
    PassageBlock.objects.create(
        policy_id=page.translation_key, block_id=uuid.UUID(int=107), passage=passage
    )
    edit(page, body=[chapter(), principle(7)])
    assert codes(make_adopted(page)) == before


def test_codes_follow_from_the_ids_and_step_aside_for_one_another():
    policy = Policy(id=uuid.UUID(int=5))
    taken = set()
    first = new_code(policy.id, uuid.UUID(int=1), taken)
    assert new_code(policy.id, uuid.UUID(int=1), set()) == first
    assert new_code(policy.id, uuid.UUID(int=1), taken) != first
    assert first[0] in FIRST
