"""Words that fell back keep knowing it while they are filled in, cut and joined; text they stay."""

import json
import pickle

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, gettext_lazy, ngettext, npgettext, pgettext

from policy.english.joining import joined, listed, together
from policy.english.marks import put_marks
from policy.english.words import Words

EN = '<bdi lang="en" dir="ltr">'


def words(text):
    return Words(text, "ar")


def shown(value):
    return put_marks(value.marked())


def on_a_page(source, **context):
    with translation.override("ar"):
        page = Template("{% load english i18n %}{% marks_english %}" + source)
        return page.render(Context(context))


def test_what_is_filled_in_runs_in_its_own_language():
    assert shown(words("About %(title)s, %(n)d") % {"title": "نص", "n": 3}) == (
        f'{EN}About <bdi lang="ar" dir="auto">نص</bdi>, 3</bdi>'
    )


def test_english_within_english_is_one():
    label = together(words("Principle"), " 3")
    assert shown(words("About %s") % label) == f"{EN}About Principle 3</bdi>"


def test_what_is_filled_in_is_escaped_and_html_stays():
    assert shown(words("%s and %s") % ("<b>x", mark_safe("<i>y</i>"))) == (
        f'{EN}<bdi lang="ar" dir="auto">&lt;b&gt;x</bdi> and '
        '<bdi lang="ar" dir="auto"><i>y</i></bdi></bdi>'
    )


def test_a_format_that_is_not_known_is_english_as_a_whole():
    assert shown(words("%.1f per cent") % 2.25) == f"{EN}2.2 per cent</bdi>"


def test_a_slice_a_sum_and_letters_keep_the_mark():
    text = words("edition %s") % "نص"
    assert isinstance(text[:1].upper() + text[1:], Words)
    assert (text[:1].upper() + text[1:]) == "Edition نص"
    assert shown(text[8:]) == f'{EN}<bdi lang="ar" dir="auto">نص</bdi></bdi>'
    assert isinstance("“" + words("x").lower(), Words)
    assert type(words("abc")[::2]) is str


def test_lists_keep_the_mark_and_others_are_plain():
    assert isinstance(joined(", ", [words("1 new"), "نص"]), Words)
    assert listed([words("a"), words("b"), words("c")], words("and")) == "a, b and c"
    assert type(joined(", ", ["a", "b"])) is str
    assert listed([], "and") == ""
    assert listed(["a"], "and") == "a"


def test_outside_a_page_they_are_text_and_nothing_else():
    text = words("a <b> %(n)s") % {"n": 1}
    assert f"{text}" == "a <b> 1"
    assert json.dumps(text) == '"a <b> 1"'
    assert pickle.loads(pickle.dumps(text)) == text  # noqa: S301
    assert Template("{{ x }}").render(Context({"x": text})) == "a &lt;b&gt; 1"


def test_each_way_to_ask_for_words_knows():
    with translation.override("ar"):
        asked = [
            gettext("Skip to the content"),
            str(gettext_lazy("Skip to the content")),
            pgettext("no such context", "Skip to the content"),
            ngettext("%(n)s no such word", "%(n)s no such words", 2),
            npgettext("no such context", "%(n)s no such word", "%(n)s no such words", 2),
        ]
        assert all(type(found) is Words for found in asked)
        assert type(pgettext("address", "edition-%(key)s")) is str


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_language_that_has_words_gives_plain_ones(language):
    with translation.override(language):
        assert type(gettext("Skip to the content")) is str


def test_templates_mark_what_they_translate():
    page = on_a_page(
        '{% blocktranslate %}<b>Zzz</b> {{ a }}{% endblocktranslate %} {% translate "Yyy" %}',
        a="نص",
    )
    assert page == f'{EN}<b>Zzz</b> <bdi lang="ar" dir="auto">نص</bdi> Yyy</bdi>'


def test_what_a_template_keeps_for_later_is_marked_there():
    page = on_a_page("{% blocktranslate asvar x %}Zzz{% endblocktranslate %}<p>{{ x }}</p>")
    assert page == f"<p>{EN}Zzz</bdi></p>"


def test_english_texts_with_a_comma_between_run_as_one():
    page = on_a_page('{% translate "Zzz" %}, 2, {% translate "Yyy" %} <a>{% translate "X" %}</a>')
    assert page == f"{EN}Zzz, 2, Yyy</bdi> <a>{EN}X</bdi></a>"


def test_what_follows_words_of_another_language_is_english_again():
    source = (
        '{% translate "Yyy" as y %}{% blocktranslate %}Z {{ a }} {{ y }}{% endblocktranslate %}'
    )
    assert on_a_page(source, a="نص") == (f'{EN}Z <bdi lang="ar" dir="auto">نص</bdi> Yyy</bdi>')


def test_an_attribute_has_no_marks_and_a_field_takes_the_language():
    source = '<input placeholder="{% translate "Zzz" %}"><nav aria-label="{% translate "Zzz" %}">'
    assert on_a_page(source) == '<input placeholder="Zzz" lang="en"><nav aria-label="Zzz">'


def test_a_line_that_a_script_writes_has_the_language_of_its_words():
    source = '<p role="status" data-said="{% translate "Zzz" %}"></p>'
    assert on_a_page(source) == '<p role="status" data-said="Zzz" lang="en" data-words="en"></p>'


def test_a_title_and_an_option_take_the_language_of_their_first_words():
    source = '<title>{% translate "Zzz" %} – {{ a }}</title><option>{{ a }}</option>'
    assert on_a_page(source, a="نص") == (
        '<title lang="en" dir="ltr">Zzz – نص</title><option>نص</option>'
    )


def test_marks_that_somebody_sends_close_nothing():
    assert put_marks("a\ufdd3b</p>\ufdd3") == "ab</p>"
    assert put_marks("\ufdd0a\ufdd3\ufdd0") == f"{EN}a</bdi>"
