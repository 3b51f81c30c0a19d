"""Words in braces in the pages' texts."""

import datetime

import pytest
from django.utils.safestring import mark_safe

from home.facts import Facts
from home.placeholders import fill, values_of
from tests.factories.home import (
    heading,
    make_english_home,
    make_settings,
    make_standard_page,
    paragraph,
)

VALUES = values_of(Facts(municipality="Viby & Omegn", email="a@viby.example", phone="00 00 00 00"))


@pytest.mark.parametrize(
    "text",
    [
        "{unknown}",
        "{}",
        "{ email }",
        "{EMAIL}",
        "{email",
        "email}",
        "{email.x}",
        "{0}",
        "{{% x %}}",
    ],
)
def test_what_is_no_known_placeholder_stays_as_it_stands(text):
    assert fill(text, VALUES) == text


def test_a_value_is_words_and_never_markup():
    values = values_of(Facts(municipality='<script>alert("x")</script>'))
    assert fill("{municipality}", values) == "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"


def test_a_value_inside_an_attribute_stays_inside_it():
    values = values_of(Facts(statement_url='https://was.example/"onclick="alert(1)'))
    html = fill(mark_safe('<a href="{was_url}">x</a>'), values)
    assert html == '<a href="https://was.example/&quot;onclick=&quot;alert(1)">x</a>'


def test_a_value_with_braces_is_not_filled_again():
    values = values_of(Facts(municipality="{email}", email="a@viby.example"))
    assert fill("{municipality}", values) == "{email}"


def test_plain_text_is_escaped_and_rich_text_is_not():
    assert fill("<b>{email}</b>", VALUES) == "&lt;b&gt;a@viby.example&lt;/b&gt;"
    assert fill(mark_safe("<b>{email}</b>"), VALUES) == "<b>a@viby.example</b>"


def test_what_is_not_set_is_empty():
    assert fill("Ring {phone}{dpo_email}.", values_of(Facts())) == "Ring ."


@pytest.mark.django_db
def test_dates_are_in_words():
    values = values_of(Facts(statement_reviewed_on=datetime.date(2026, 11, 24)))
    assert values["was_updated"] == "24. november 2026"


@pytest.mark.django_db
def test_a_page_is_shown_with_its_placeholders_filled(client):
    make_settings(municipality="Viby & Omegn")
    page = make_standard_page(
        introduction="Skriv til {contact_email}.",
        body=[heading("Om {municipality}"), paragraph("<p><b>Ring</b> {phone}. {noget}</p>")],
    )
    html = client.get(page.url).content.decode()
    assert "Skriv til samskabelse@viby.example." in html
    assert "Om Viby &amp; Omegn</h2>" in html
    assert "<b>Ring</b> +45 00 00 00 00. {noget}" in html


@pytest.mark.django_db
def test_an_english_page_is_filled_in_english(client):
    make_settings(english={"municipality": "Viby Municipality"})
    page = make_standard_page(
        "About", parent=make_english_home(), body=[paragraph("<p>{municipality}</p>")]
    )
    assert "<p>Viby Municipality</p>" in client.get(page.url).content.decode()
