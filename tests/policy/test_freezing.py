"""Freezing turns blocks into plain values that need nothing else to be read."""

import json

import pytest
from django.utils.safestring import SafeString

from policy.freezing import freeze_body, hash_of_value
from policy.freezing.references import References
from policy.freezing.richtext import freeze_richtext, text_of_richtext
from policy.models import PolicyPage
from tests.factories.policy import block, chapter, make_page, principle

pytestmark = [pytest.mark.django_db]

HOSTILE = [
    '<script>alert(1)</script><p onclick="x()">Ord</p>',
    '<p><a href="javascript:alert(1)">Ord</a></p>',
    '<p><a href="data:text/html,x">Ord</a></p>',
    '<img src=x onerror="x()"><p>Ord</p>',
    '<p style="position:fixed">Ord</p>',
    '<svg onload="x()"></svg><p>Ord</p>',
]


def frozen(*blocks):
    return freeze_body(PolicyPage._meta.get_field("body").to_python(json.dumps(list(blocks))))


@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_markup_never_reaches_a_frozen_text(html):
    cleaned = freeze_richtext(html, References())
    for trace in ("script", "onclick", "onerror", "onload", "javascript", "data:", "style"):
        assert trace not in cleaned
    assert "Ord" in cleaned


def test_frozen_values_are_json_and_not_marked_as_safe():
    value = frozen(principle(1))[0].value
    assert json.loads(json.dumps(value)) == value
    assert not isinstance(value["statement"], SafeString)


def test_a_promise_keeps_its_id_owner_and_day():
    item = {
        "type": "item",
        "id": "0c8e",
        "value": {"text": "Vi svarer.", "owner": "Sekretariatet", "due": "2026-12-31"},
    }
    (promise,) = frozen(principle(1, promises=[item]))[0].value["promises"]
    assert promise == {
        "id": "0c8e",
        "text": "Vi svarer.",
        "owner": "Sekretariatet",
        "due": "2026-12-31",
    }


def test_numbers_begin_again_in_each_chapter_and_count_each_kind_alone():
    form = {"heading": "Borgermøde", "what": "<p>Et møde.</p>", "degree_of_influence": "dialogue"}
    numbers = [
        (b.kind, b.number)
        for b in frozen(
            block("text", {"heading": "Forord", "body": "<p>Hej.</p>"}, 50),
            principle(1),
            block("participation_form", form, 60),
            principle(2),
            chapter(),
            principle(3),
        )
    ]
    assert numbers == [
        ("text", ""),
        ("principle", "1"),
        ("participation_form", "1"),
        ("principle", "2"),
        ("heading", ""),
        ("principle", "1"),
    ]


def test_a_theme_names_the_forms_of_its_own_text_and_drops_those_that_are_gone():
    form = block("participation_form", {"heading": "Borgermøde", "what": "<p>x</p>"}, 60)
    theme = block(
        "theme",
        {"heading": "Byens rum", "what": "<p>x</p>", "fitting_forms": [form["id"], "gone"]},
        70,
    )
    value = frozen(form, theme)[1].value
    assert value["fitting_forms"] == [{"block": form["id"], "heading": "Borgermøde"}]


def test_words_are_read_in_order_with_lists_as_lines():
    html = "<p>Et <b>løfte</b>:</p><ul><li>kort</li><li>klart</li></ul><p>Slut.</p>"
    assert text_of_richtext(html) == "Et løfte:\n\n- kort\n- klart\n\nSlut."


def test_equal_values_have_equal_hashes_whatever_the_order_of_their_keys():
    assert hash_of_value({"a": 1, "b": [2]}) == hash_of_value({"b": [2], "a": 1})
    assert hash_of_value({"a": 1}) != hash_of_value({"a": "1"})


def test_freezing_twice_gives_the_same():
    page = make_page()
    assert freeze_body(page.body) == freeze_body(PolicyPage.objects.get(pk=page.pk).body)
