"""The demo's editions are whole in both languages, and nothing Danish passes for English."""

import re

import pytest
from wagtail_localize.models import Translation

from home.demo.bodies import body_of, passage_id
from home.demo.policy import POLICY, edition_of
from home.demo.texts import edition_keys
from home.models import StandardPage
from policy.freezing import freeze_body, hash_of_text
from policy.models import EditionText, PolicyPage, Wording

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.database,
    pytest.mark.usefixtures("demo"),
]
LANGUAGES = ["da", "en"]
# Names are the same in every language.
SAME = {"Kløverå Kommune"}


def wordings(key, language):
    return Wording.objects.filter(
        edition_text__edition=edition_of(key), edition_text__locale__language_code=language
    ).order_by("order")


def lines_of(words):
    return {line.strip("- ") for line in re.split(r"[\n.]", words) if len(line) > 12}


def without_codes(value):
    """A frozen value without the codes that freezing adds to a theme's forms."""
    if "fitting_forms" not in value:
        return value
    forms = [{"block": f["block"], "heading": f["heading"]} for f in value["fitting_forms"]]
    return {**value, "fitting_forms": forms}


@pytest.mark.parametrize("key", edition_keys())
def test_no_danish_sentence_stands_in_the_english_text(key):
    danish, english = set(), set()
    for found, language in ((danish, "da"), (english, "en")):
        for wording in wordings(key, language):
            found |= lines_of(wording.text) | lines_of(wording.plain_language)
            found.add(wording.heading)
    assert len(english) > 50
    assert not (danish & english) - SAME


@pytest.mark.parametrize("key", edition_keys())
def test_every_edition_is_there_in_english_with_the_same_passages(key):
    edition = edition_of(key)
    danish = edition.texts.get(is_authoritative=True)
    english = edition.texts.get(locale__language_code="en")
    assert not english.is_authoritative
    assert [e["code"] for e in english.content] == [e["code"] for e in danish.content]
    assert english.note
    assert bool(english.adopted_by) == edition.is_adopted


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", edition_keys())
def test_later_editions_left_earlier_ones_as_they_were_written(key, language):
    text = edition_of(key).texts.get(locale__language_code=language)
    written = freeze_body(PolicyPage(body=body_of(key, language)).body)
    assert [without_codes(entry["value"]) for entry in text.content] == [
        block.value for block in written
    ]
    assert text.sha256 == hash_of_text(text.title, text.introduction, text.content, text.terms)


def test_a_passage_that_changes_its_kind_keeps_its_identity():
    walks = Wording.objects.filter(passage__uuid=passage_id("p09"))
    kinds = {wording.edition_text.edition.key: wording.kind for wording in walks}
    assert kinds["2"] == "principle"
    assert kinds["3-1"] == "participation_form"
    assert walks.values("passage").distinct().count() == 1


def test_each_edition_builds_on_the_one_before_it():
    keys = [None, *edition_keys()]
    for before, key in zip(keys, edition_keys(), strict=False):
        assert edition_of(key).based_on == (edition_of(before) if before else None)


def test_every_translation_is_finished():
    translations = Translation.objects.all()
    assert translations.count() == 9
    for translation in translations:
        total, translated = translation.get_progress()
        assert (total, translation.source.object_repr) == (
            translated,
            translation.source.object_repr,
        )


def test_the_policy_page_is_ready_for_the_next_editor():
    for page in PolicyPage.objects.filter(translation_key=POLICY):
        assert page.live
        assert not page.has_unpublished_changes


def test_texts_hold_no_plain_text_marks():
    for text in EditionText.objects.all():
        frozen = str(text.content)
        assert "**" not in frozen
        assert "<p>- " not in frozen


def test_the_eight_questions_stand_word_for_word():
    page = StandardPage.objects.get(slug="otte-spoergsmaal")
    headings = [block.value for block in page.body if block.block_type == "heading"]
    assert headings == [
        "1. Kræver ægte samskabelse enighed om et fælles værdigrundlag?",
        "2. Hvordan adskiller samskabelse sig fra andre samarbejdsformer?",
        "3. Hvordan fordeles ansvar og indflydelse, når vi samskaber?",
        "4. Hvad forventer vi os af borgernes ressourcer og potentialer?",
        "5. Hvordan opbygges tillid og risikovillighed, når vi samskaber?",
        "6. Hvordan italesætter vi samskabelse på en troværdig måde?",
        "7. Hvilke inddragelsesformer er relevante, når vi samskaber?",
        "8. Hvilke temaer og problemstillinger egner sig især til samskabelse?",
    ]
