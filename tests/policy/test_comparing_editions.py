"""Editions and the working text compared: identity, fates over several steps, every kind of field."""

import pytest
from django.core.cache import cache
from django.urls import reverse
from wagtail.models import Locale

from policy.comparing import compare_texts, compare_with_draft, texts
from policy.comparing.lines import FIELDS, HEADINGS, PICTURE
from policy.freezing.values import FREEZERS
from policy.models import Answer, EditionText, PassageAnswer, PassageBlock
from tests.factories.accounts import group_of
from tests.factories.policy import (
    block,
    chapter,
    edit,
    make_adopted,
    make_hearing_version,
    make_page,
    make_user,
    principle,
)
from tests.factories.promises import promise

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def page():
    return make_page(principles=3)


def text_of(edition) -> EditionText:
    return edition.texts.select_related("edition", "locale").get(is_authoritative=True)


def step(page, body, **fields):
    """Return the comparison of the edition adopted now with the one adopted of this body."""
    before = make_adopted(page)
    edit(page, body=body, **fields)
    return compare_texts(text_of(before), text_of(make_adopted(page)), page=page)


def told(comparison) -> list[tuple[str, str]]:
    return [(change.kind, change.side.number) for change in comparison.changed]


def only(comparison):
    assert len(comparison.changed) == 1
    return comparison.changed[0]


def shown(field) -> list[tuple[str, str]]:
    return [(part.op, part.new or part.old) for part in field.parts]


def test_every_field_of_the_frozen_text_is_compared():
    child_blocks = {name: block.base_blocks for name, block in _struct_blocks()}
    known = {key for field in FIELDS.values() for key in field.keys}
    known |= PICTURE | HEADINGS | {"image"}
    assert set(child_blocks) == {kind.value for kind in FREEZERS}
    assert {key for blocks in child_blocks.values() for key in blocks} <= known


def _struct_blocks():
    from policy.blocks import PASSAGES

    return PASSAGES


def test_an_edition_that_changes_nothing_says_so(page):
    comparison = step(page, None)
    assert told(comparison) == []
    assert "ændrer ingen afsnit" in comparison.summary.sentence


def test_a_passage_that_moved_is_told_once_and_the_others_are_not(page):
    comparison = step(page, [chapter(), principle(3), principle(1), principle(2)])
    change = only(comparison)
    assert (change.kind, change.old.number, change.new.number) == ("moved", "3", "1")
    assert change.fields == []


def test_a_passage_that_moved_and_was_reworded_is_both(page):
    moved = principle(3, statement="<p>Vi holder meget fast i sag 3.</p>")
    change = only(step(page, [chapter(), moved, principle(1), principle(2)]))
    assert (change.kind, change.is_moved) == ("reworded", True)


def test_the_lines_of_every_field_are_compared_one_by_one(page):
    promises = [promise(2, "Vi ringer tilbage."), promise(1, "Vi svarer inden tre uger.")]
    changed = principle(
        1,
        why="<p>Fordi det virker.</p><ul><li>Hurtigt</li><li>Billigt</li></ul>",
        promises=promises,
        plain="Kort.",
        questions=["1", "3"],
    )
    change = only(step(page, [chapter(), changed, principle(2), principle(3)]))
    fields = {field.name: field for field in change.fields}
    assert list(fields) == ["plain", "why", "promises", "questions"]
    assert fields["promises"].label == "Løfter"
    assert shown(fields["why"]) == [
        ("same", "Fordi det virker."),
        ("added", "Hurtigt"),
        ("added", "Billigt"),
    ]
    assert [op for op, _words in shown(fields["promises"])] == ["added", "changed"]
    assert [op for op, _words in shown(fields["questions"])] == ["same", "added"]


def test_links_and_emphasis_are_told_though_no_word_differs(page):
    changed = principle(1, statement="<p>Vi holder <b>fast</b> i sag 1.</p>")
    field = only(step(page, [chapter(), changed, principle(2), principle(3)])).fields[0]
    assert (field.name, field.note) == ("main", "links")


def test_a_passage_of_another_kind_is_compared_with_itself(page):
    form = block(
        "participation_form",
        {
            "heading": "Princip 1s overskrift",
            "what": "<p>Vi holder fast i sag 1.</p>",
            "degree_of_influence": "dialogue",
        },
        101,
    )
    change = only(step(page, [chapter(), form, principle(2), principle(3)]))
    assert (change.old.kind, change.new.kind) == ("principle", "participation_form")
    names = [field.name for field in change.fields]
    assert "main" not in names
    assert "degree_of_influence" in names


def test_title_and_introduction_are_compared_too(page):
    comparison = step(page, None, title="Sammen", introduction="Sådan samarbejder vi godt.")
    assert [field.name for field in comparison.front] == ["title", "introduction"]


def test_reasons_of_every_step_between_two_editions_are_told(page):
    first = make_adopted(page)
    edit(page, body=[chapter(), principle(1), principle(2)])
    make_hearing_version(page)
    last = make_adopted(page)
    change = only(compare_texts(text_of(first), text_of(last), page=page))
    assert change.kind == "removed"
    assert [reason.text for reason in change.reasons] == ["Afsnittet er ikke nødvendigt mere."]
    assert change.reasons[0].step == "udkast til udgave 2"
    assert change.reason_language == "da"


def test_editions_that_are_not_built_on_one_another_are_compared_without_reasons(page):
    first = make_adopted(page)
    edit(page, body=[chapter(), principle(1), principle(2)])
    last = make_adopted(page)
    change = only(compare_texts(text_of(last), text_of(first), page=page))
    assert (change.kind, change.reasons) == ("new", [])


def test_the_second_comparison_comes_from_the_cache_and_keeps_nothing_of_the_first(
    page, monkeypatch
):
    before = make_adopted(page)
    edit(page, body=[chapter(), principle(1), principle(2)])
    after = make_adopted(page)
    first = compare_texts(text_of(before), text_of(after), page=page)
    monkeypatch.setattr(texts, "differences", None)
    second = compare_texts(text_of(before), text_of(after), page=page)
    assert len(only(second).reasons) == len(only(first).reasons) == 1


def test_the_working_text_is_compared_by_identity_and_answers(page):
    edition = make_adopted(page)
    continued = principle(9, heading="Helt andre ord", statement="<p>Nyt.</p>")
    edit(page, body=[chapter(), principle(1), continued])
    passage = {c["number"]: c for c in text_of(edition).content}
    of = {p.code: p for p in page_passages(page)}
    PassageAnswer.objects.create(
        policy_id=page.translation_key,
        block_id=continued["id"],
        answer=Answer.CONTINUES,
        passage=of[passage["2"]["code"]],
        reason="Det er skrevet om.",
    )
    PassageAnswer.objects.create(
        policy_id=page.translation_key,
        subject=of[passage["3"]["code"]],
        answer=Answer.MERGED,
        into_block=continued["id"],
    )
    comparison = compare_with_draft(text_of(edition), page.get_latest_revision_as_object())
    assert told(comparison) == [("reworded", "2"), ("merged", "3")]
    assert comparison.changed[0].reason == "Det er skrevet om."
    assert comparison.changed[1].into[0]["label"] == "Princip 2: Helt andre ord"
    assert not PassageBlock.objects.exists()


def page_passages(page):
    from policy.models import Passage

    return Passage.objects.filter(policy=page.translation_key)


def test_without_an_edition_all_of_the_working_text_is_new(page):
    comparison = compare_with_draft(None, page.get_latest_revision_as_object())
    assert {change.kind for change in comparison.changes} == {"new"}
    assert comparison.front == []


def test_an_editor_sees_what_changes_for_citizens(page, client):
    make_adopted(page)
    edit(page, body=[chapter(), principle(1), principle(2, statement="<p>Helt nyt her.</p>")])
    address = reverse("policy_changes", args=[page.pk])
    for role, status in (("moderator", 302), ("editor", 200)):
        user = make_user(role)
        user.groups.add(group_of(role))
        client.force_login(user)
        assert client.get(address).status_code == status
    html = client.get(address).content.decode()
    assert "1 omskrevet og 1 fjernet" in html
    assert client.get(f"{address}?edition=9").status_code == 404
    assert client.get(f"{address}?edition=1").status_code == 200


def test_labels_are_in_the_language_of_the_texts(page):
    before = make_adopted(page)
    edit(page, body=[chapter(), principle(1, why="<p>Derfor.</p>"), principle(2), principle(3)])
    after = make_adopted(page)
    english = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    change = only(compare_texts(text_of(before), text_of(after), page=english))
    assert change.fields[0].label == "Hvorfor"
