"""What templates do to frozen texts and to citizens' words."""

import datetime

import pytest
from django.template import Context, Template
from django.utils import translation

from policy.templatetags import reading


def render(source: str, **context) -> str:
    return Template("{% load reading dates %}" + source).render(Context(context))


@pytest.mark.parametrize("shown", [reading.paragraphs, reading.shortened])
def test_a_citizen_cannot_write_html(shown):
    html = shown("<script>x</script> [<img src=x>]")
    assert "<script" not in html
    assert "<img" not in html


def test_a_link_to_a_page_that_is_gone_becomes_plain_words():
    html = '<p>Se <a data-page="abc">siden</a>.</p>'
    assert render("{{ html|frozen:addresses }}", html=html, addresses={}) == "<p>Se siden.</p>"


def test_a_frozen_text_is_read_without_addresses():
    assert reading.frozen("<p>Vi svarer.</p>", None) == "<p>Vi svarer.</p>"


def test_a_frozen_link_leads_to_where_the_page_is_now():
    html = render(
        "{{ html|frozen:addresses }}",
        html='<a data-page="abc">siden</a>',
        addresses={"abc": "/da/siden/"},
    )
    assert html == '<a href="/da/siden/">siden</a>'


def test_a_blank_line_begins_a_new_paragraph():
    assert reading.paragraphs("Et.\n\nTo.") == "<p>Et.</p>\n\n<p>To.</p>"


def test_what_was_left_out_is_marked():
    html = reading.shortened("Jeg bor på [adresse udeladt].")
    assert '<span class="redacted">adresse udeladt</span>' in html


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Samskabelsespolitik", "Samskabelses-politik"),
        ("Tilgængelighedserklæring", "Tilgængeligheds-erklæring"),
        ("Vi svarer, også når svaret er nej", "Vi svarer, også når svaret er nej"),
        ("Høringssvar", "Høringssvar".replace("ings", "ings-")),
    ],
)
def test_long_compounds_may_break_where_they_join(title, shown):
    assert reading.joints(title).replace(reading.SOFT_HYPHEN, "-") == shown


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Princip 3", "princip 3"),
        ("Participation form 2", "participation form 2"),
        ("Princip 3: Vi svarer", "princip 3: Vi svarer"),
        ("Hvem politikken gælder for", "“Hvem politikken gælder for”"),
    ],
)
def test_a_label_inside_a_sentence(label, shown):
    assert reading.mid_sentence(label) == shown


@pytest.mark.parametrize(
    ("code", "attributes"),
    [
        ("da", ""),
        ("", ""),
        ("en", ' lang="en" dir="ltr"'),
        ("ar", ' lang="ar" dir="rtl"'),
        ("tlh", ' lang="tlh" dir="auto"'),
    ],
)
def test_text_in_another_language_says_so(code, attributes):
    assert render("{% lang_attrs code %}", code=code) == attributes


def test_a_language_that_nobody_knows_keeps_its_code():
    assert reading.language_in_words("tlh") == "tlh"
    assert reading.language_in_words("pl") == "polsk"


def test_an_older_edition_may_have_no_degree_of_influence():
    labels = reading.passage_labels("da")
    assert reading.ladder_of(labels, "") is None
    assert reading.ladder_of(labels, None) is None


def test_the_ladder_has_one_current_step():
    ladder = reading.ladder_of(reading.passage_labels("da"), "dialogue")
    assert [is_current for _name, is_current in ladder["steps"]] == [
        False,
        False,
        True,
        False,
        False,
    ]
    assert ladder["words"] == "Grad af indflydelse: dialog, trin 3 af 5"


def test_labels_follow_the_text_and_not_the_page():
    with translation.override("en"):
        assert reading.passage_labels("da")["why"] == "Hvorfor"
        assert reading.promise_due("2027-03-01", "da") == "senest 1. marts 2027"


def test_a_passage_without_questions_answers_none():
    assert reading.asked(None) == []
    assert [number for number, _question in reading.asked([8, 1])] == [1, 8]


def test_a_deadline_leaves_nothing_to_guess():
    moment = datetime.datetime(2026, 12, 15, 22, 59, 59, tzinfo=datetime.UTC)
    assert render("{% deadline moment %}", moment=moment) == (
        '<time datetime="2026-12-15T23:59+01:00">'
        "tirsdag 15. december 2026 kl. 23.59 dansk tid</time>"
    )


def test_a_day_is_the_day_in_denmark():
    moment = datetime.datetime(2026, 6, 30, 22, 30, tzinfo=datetime.UTC)
    assert render("{% day moment %}", moment=moment) == (
        '<time datetime="2026-07-01">1. juli 2026</time>'
    )


def test_no_day_is_no_words():
    assert render("{% day nothing %}", nothing=None) == ""


def test_a_day_of_a_language_from_right_to_left_stays_whole_in_an_english_sentence():
    with translation.override("ar"):
        words = render("{{ moment|day_in_words }}", moment="2026-12-15")
    assert words == "\u206715 ديسمبر 2026\u2069"
