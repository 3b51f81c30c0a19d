"""What new blocks and vanished passages are is said by a person before anything is sealed."""

import uuid

import pytest
from wagtail.models import Locale

from policy.actions import AboutBlock, AboutPassage, add_fate_reason, save_answers
from policy.errors import Refused, Unanswered
from policy.models import Answer, Fate, FateKind, FateReason, Passage, PassageAnswer, PassageBlock
from policy.reading.fates import fates_of, fates_of_passage
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


def say(page, *given):
    save_answers(page=page, given=list(given), user=None)


def fate(edition, number) -> Fate:
    return Fate.objects.get(edition=edition, passage=passage(number))


def test_a_new_block_without_an_answer_stops_adopting_and_hearings(page):
    edit(page, body=[chapter(), p(1), p(2), p(3), p(4)])
    for make in (make_adopted, make_hearing_version):
        with pytest.raises(Unanswered) as refused:
            make(page, answered=False)
        assert [question.label for question in refused.value.questions] == ["Princip 4s overskrift"]
    assert Fate.objects.count() == 0


def test_a_vanished_passage_without_an_answer_stops_adopting(page):
    edit(page, body=[chapter(), p(1), p(2)])
    with pytest.raises(Unanswered, match="Princip 3: Princip 3s overskrift"):
        make_adopted(page, answered=False)


def test_an_end_needs_its_reason(page):
    edit(page, body=[chapter(), p(1), p(2)])
    with pytest.raises(Refused, match="Skriv, hvorfor"):
        say(page, AboutPassage(passage(3), Answer.ENDS, reason="  "))


def test_two_blocks_do_not_continue_one_passage(page):
    edit(page, body=[chapter(), p(1), p(2), p(7), p(8)])
    with pytest.raises(Refused, match="To blokke"):
        say(
            page,
            AboutBlock(block_id(7), Answer.CONTINUES, passage(3)),
            AboutBlock(block_id(8), Answer.CONTINUES, passage(3)),
        )
    assert not PassageAnswer.objects.exists()


def test_a_block_does_not_continue_a_passage_that_stands(page):
    edit(page, body=[chapter(), p(1), p(2), p(3), p(7)])
    with pytest.raises(Refused, match="stadig står"):
        say(page, AboutBlock(block_id(7), Answer.CONTINUES, passage(3)))


def test_an_answer_that_the_text_outran_counts_for_nothing(page):
    edit(page, body=[chapter(), p(1), p(2), p(7)])
    say(page, AboutBlock(block_id(7), Answer.CONTINUES, passage(3)))
    edit(page, body=[chapter(), p(1), p(2), p(3), p(7)])
    with pytest.raises(Unanswered, match="Princip 7s overskrift"):
        make_adopted(page, answered=False)


def test_another_policys_passage_is_no_answer(page):
    other = make_page(slug="to")
    make_adopted(other)
    foreign = Passage.objects.filter(policy=other.translation_key).last()
    edit(page, body=[chapter(), p(1), p(2), p(7)])
    with pytest.raises(Refused):
        say(page, AboutBlock(block_id(7), Answer.CONTINUES, foreign))


def test_a_first_edition_asks_nothing():
    edition = make_adopted(make_page(), answered=False)
    assert not Fate.objects.filter(edition=edition).exists()


def test_a_continued_passage_keeps_its_code_and_its_words_may_differ(page):
    edit(page, body=[chapter(), p(1), p(2), p(7)])
    say(page, AboutBlock(block_id(7), Answer.CONTINUES, passage(3), "Den blev skrevet forfra."))
    edition = make_adopted(page, answered=False)
    assert edition.texts.get().content[3]["code"] == passage(3).code
    assert PassageBlock.objects.get().block_id == uuid.UUID(block_id(7))
    assert (fate(edition, 3).kind, fate(edition, 3).reasons.get().text) == (
        FateKind.REWORDED,
        "Den blev skrevet forfra.",
    )
    assert not PassageAnswer.objects.exists()


def test_split_merged_and_removed_name_the_passages_that_took_over(page):
    edit(page, body=[chapter(), p(1, statement="<p>Andet.</p>"), p(7)])
    say(
        page,
        AboutBlock(block_id(7), Answer.SPLIT_OFF, passage(1), "To løfter blev læst som ét."),
        AboutPassage(passage(2), Answer.MERGED, block_id(1), "Det står nu i princip 1."),
        AboutPassage(passage(3), Answer.ENDS, reason="Loven siger det allerede."),
    )
    edition = make_adopted(page, answered=False)
    read = fates_of(edition, page.locale_id, page)
    split, merged, removed = (read[passage(n).code] for n in (1, 2, 3))
    assert (split.kind, [into["code"] for into in split.into]) == (
        "split",
        [passage(1).code, passage(7).code],
    )
    assert split.reason == "To løfter blev læst som ét."
    assert (merged.kind, merged.into[0]["label"]) == ("merged", "Princip 1: Princip 1s overskrift")
    assert (removed.kind, removed.reason) == ("removed", "Loven siger det allerede.")
    assert read[passage(7).code].kind == "new"
    assert fate(edition, 3).proposed == FateKind.REMOVED


def test_a_reworded_passage_may_have_a_reason_and_needs_none(page):
    edit(page, body=[chapter(), p(1, statement="<p>Nyt.</p>"), p(2, statement="<p>Nyt.</p>"), p(3)])
    say(page, AboutPassage(passage(1), Answer.KEPT, reason="En kortere frist."))
    edition = make_adopted(page, answered=False)
    assert [fate(edition, n).kind for n in (1, 2, 3)] == ["reworded", "reworded", "unchanged"]
    assert [fate(edition, n).reasons.count() for n in (1, 2, 3)] == [1, 0, 0]


def test_a_hearing_version_has_its_fates_and_the_next_edition_its_own(page):
    edit(page, body=[chapter(), p(1), p(2)])
    draft = make_hearing_version(page)
    edition = make_adopted(page, answered=False)
    assert (fate(draft, 3).kind, fate(draft, 1).kind) == (FateKind.REMOVED, FateKind.UNCHANGED)
    assert not Fate.objects.filter(edition=edition, passage=passage(3)).exists()
    assert list(fates_of_passage(passage(1), page.locale_id, page)) == [draft.pk, edition.pk]


def test_a_reason_is_read_in_the_readers_language_else_with_its_own(
    page, django_assert_max_num_queries
):
    english = Locale.objects.get_or_create(language_code="en")[0]
    edit(page, body=[chapter(), p(1), p(2)])
    say(page, AboutPassage(passage(3), Answer.ENDS, reason="Det står i loven."))
    edition = make_adopted(page, answered=False)
    assert page.edition_url(edition)  # Wagtail asks for the site once
    with django_assert_max_num_queries(3):
        read = fates_of(edition, english.pk, page)[passage(3).code]
    assert (read.reason, read.reason_language) == ("Det står i loven.", "da")
    add_fate_reason(fate=fate(edition, 3), locale=english, text="The law says it.")
    read = fates_of_passage(passage(3), english.pk, page)[edition.pk]
    assert (read.reason, read.reason_language) == ("The law says it.", "en")
    with pytest.raises(Refused):
        add_fate_reason(fate=fate(edition, 3), locale=english, text="Another.")
    assert FateReason.objects.count() == 2
