"""What became of the demo's passages, from edition to edition, is what its editors said."""

import pytest

from home.demo.bodies import passage_id
from home.demo.fates import fates_of
from home.demo.policy import edition_of, policy_page
from policy.models import EditionNote, Fate, Passage
from policy.reading.fates import fates_of as read_fates

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("demo")]


def code(name) -> str:
    return Passage.objects.get(uuid=passage_id(name)).code


@pytest.mark.parametrize("key", ["2-h1", "2", "3-h1"])
def test_every_passage_has_its_fate_and_both_languages_the_reason(key):
    for language in ("da", "en"):
        page = policy_page(language)
        read = read_fates(edition_of(key), page.locale_id, page)
        told = {passage_id(row["passage"]): row for row in fates_of(key)}
        codes = dict(Passage.objects.values_list("code", "uuid"))
        for fate in read.values():
            row = told.get(str(codes[fate.code]))
            assert fate.kind == (row["fate"] if row else "unchanged")
            assert fate.reason == (row["reason"][language] if row else "")
            assert fate.reason_language == (language if row else "")


def test_the_machine_would_have_proposed_most_of_it():
    fates = Fate.objects.exclude(kind="new")
    differing = [fate for fate in fates if fate.kind != fate.proposed]
    assert {fate.kind for fate in differing} <= {"split", "merged", "removed"}


def test_split_and_merged_passages_name_those_that_took_over():
    page = policy_page("da")
    read = read_fates(edition_of("2-h1"), page.locale_id, page)
    assert [into["code"] for into in read[code("p02")].into] == [code("p02"), code("p06")]
    assert [into["code"] for into in read[code("p15")].into] == [code("p01")]


def test_nothing_was_adopted_in_spite_of_a_missing_answer():
    assert not EditionNote.objects.exists()
