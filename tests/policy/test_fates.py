"""What became of a passage is proposed from identity, place and words, within bounds."""

import random
import time

import pytest

from policy.fates import propose
from policy.fates.likeness import MOST_TEXTS
from policy.fates.order import heaviest_run, moved, places_of
from policy.freezing import freeze_body
from policy.models import Answer, FateKind, Policy
from tests.factories.policy import block, chapter, make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]

ABOUT_LIGHT = "<p>Gadelygter lyser stierne mellem skolen, stationen og biblioteket om vinteren.</p>"
ABOUT_TREES = (
    "<p>Egetræer langs åen plantes sammen med børnehaver, spejdere og naboer hvert forår.</p>"
)


@pytest.fixture
def page():
    return make_page(principles=5)


def proposals(page, body):
    edition = make_adopted(page)
    draft = page.get_latest_revision_as_object()
    draft.body = body
    return propose(Policy.objects.get(), edition, freeze_body(draft.body))


def kinds(found) -> dict[str, FateKind]:
    return {standing.wording.heading: standing.kind for standing in found.standing}


def test_a_first_edition_asks_nothing(page):
    policy = Policy(id=page.translation_key)
    found = propose(policy, None, freeze_body(page.body))
    assert (found.new, found.vanished, found.standing) == ([], [], [])


def test_one_moved_passage_does_not_mark_the_others(page):
    order = [5, 1, 2, 3, 4]
    found = kinds(proposals(page, [chapter(), *(principle(n) for n in order)]))
    assert [n for n, kind in found.items() if kind == FateKind.MOVED] == ["Princip 5s overskrift"]
    assert list(found.values()).count(FateKind.UNCHANGED) == 5


def test_what_a_vanished_passage_leaves_behind_has_not_moved(page):
    found = kinds(proposals(page, [chapter(), principle(1), principle(4), principle(5)]))
    assert set(found.values()) == {FateKind.UNCHANGED}


def test_words_weigh_more_than_place(page):
    order = [principle(5, statement="<p>Andre ord.</p>"), *(principle(n) for n in range(1, 5))]
    assert kinds(proposals(page, [chapter(), *order]))["Princip 5s overskrift"] == FateKind.REWORDED


def test_a_passage_that_changes_kind_with_its_words_has_moved(page):
    value = principle(5)["value"]
    as_form = block(
        "participation_form",
        {
            "heading": value["heading"],
            "what": value["statement"],
            "plain": value["plain"],
            "degree_of_influence": "dialogue",
        },
        105,
    )
    found = proposals(page, [chapter(), *(principle(n) for n in range(1, 5)), as_form])
    assert kinds(found)["Princip 5s overskrift"] == FateKind.MOVED


def test_a_chapter_that_moves_marks_its_heading_alone():
    before = places_of([("A", "heading"), (1, "t"), (2, "t"), (3, "t"), ("B", "heading"), (4, "t")])
    after = places_of([("B", "heading"), (4, "t"), ("A", "heading"), (1, "t"), (2, "t"), (3, "t")])
    assert moved(before, after) == {"B"}


def test_a_passage_that_crosses_into_the_next_chapter_has_moved_and_its_heading_not():
    before = places_of([("A", "heading"), (1, "t"), (2, "t"), ("B", "heading"), (3, "t")])
    after = places_of([("A", "heading"), (1, "t"), ("B", "heading"), (2, "t"), (3, "t")])
    assert moved(before, after) == {2}


def test_the_heaviest_run_is_what_trying_all_of_them_finds():
    rng = random.Random(5)
    for _ in range(50):
        numbers = rng.sample(range(20), 7)
        weights = [rng.choice([2, 3]) for _n in numbers]
        found = heaviest_run(numbers, weights)
        run = [numbers[index] for index in sorted(found)]
        assert run == sorted(run)
        assert sum(weights[i] for i in found) == max(
            sum(weights[i] for i in range(7) if mask >> i & 1)
            for mask in range(1 << 7)
            if (kept := [numbers[i] for i in range(7) if mask >> i & 1]) == sorted(kept)
        )


def test_a_new_block_with_a_vanished_ones_words_is_proposed_to_continue_it(page):
    page = make_page(slug="to", body=[chapter(), principle(1, "Lys på stierne", ABOUT_LIGHT)])
    rewritten = principle(9, "Lys på alle stier", ABOUT_LIGHT.replace("vinteren", "efteråret"))
    (new,) = proposals(page, [chapter(), rewritten]).new
    assert (new.proposal, new.wording.heading) == (Answer.CONTINUES, "Lys på stierne")
    assert "Princip 1: Lys på stierne" in str(new.ground)


def test_a_new_block_that_resembles_nothing_is_proposed_as_new(page):
    body = [chapter(), *(principle(n) for n in range(1, 6))]
    (new,) = proposals(
        page, [*body, block("text", {"heading": "Træer", "body": ABOUT_TREES}, 9)]
    ).new
    assert (new.proposal, str(new.ground)) == (Answer.NEW, "Ligner intet andet afsnit.")


def test_words_cut_out_into_a_new_block_are_proposed_as_split_off_and_back_as_merged():
    both = [chapter(), principle(1, "Byens rum", ABOUT_LIGHT + ABOUT_TREES)]
    apart = [
        chapter(),
        principle(1, "Byens rum", ABOUT_LIGHT),
        block("text", {"heading": "Egetræer", "body": ABOUT_TREES}, 9),
    ]
    (new,) = proposals(make_page(body=both), apart).new
    assert (new.proposal, new.wording.heading) == (Answer.SPLIT_OFF, "Byens rum")
    page = make_page(slug="to", body=apart)
    edition = make_adopted(page)
    draft = page.get_latest_revision_as_object()
    draft.body = both
    policy = Policy.objects.get(pk=page.translation_key)
    (gone,) = propose(policy, edition, freeze_body(draft.body)).vanished
    assert (gone.proposal, gone.into.heading) == (Answer.MERGED, "Byens rum")


def test_proposing_is_bounded_for_a_text_where_everything_is_new():
    words = " ".join(f"ord{n % 50}" for n in range(2000))
    page = make_page(body=[principle(n, statement=f"<p>{words} {n}</p>") for n in range(1, 121)])
    edition = make_adopted(page)
    draft = page.get_latest_revision_as_object()
    draft.body = [principle(n, statement=f"<p>{words} {n}</p>") for n in range(201, 321)]
    blocks = freeze_body(draft.body)
    started = time.process_time()
    found = propose(Policy.objects.get(), edition, blocks)
    assert time.process_time() - started < 5
    assert len(found.new) == len(found.vanished) == 120
    assert sum(new.proposal == Answer.CONTINUES for new in found.new) == MOST_TEXTS
