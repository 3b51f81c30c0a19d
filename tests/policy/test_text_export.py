"""The plain text says all that the page says, in lines that anything can show."""

import pytest

from policy.actions import correct
from policy.exporting.plain import WIDTH
from policy.exporting.richtext import paragraphs_of
from policy.models import Passage, Term
from tests.factories.exports import body_of_every_kind
from tests.factories.policy import edit, make_adopted, make_hearing_version, make_page, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return make_page(body=body_of_every_kind())


def text_of(client, page, edition) -> str:
    response = client.get(page.file_url(edition, "txt"))
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    return response.content.decode()


def test_headings_are_underlined_and_numbered_as_printed(client, page):
    text = text_of(client, page, make_adopted(page))
    assert text.startswith("Samskabelsespolitik\n===================\n")
    assert "\n\nPrincip 2: Princip 2s overskrift\n--------------------------------\n\n" in text
    assert "\n\nFormer og temaer\n================\n\n" in text


def test_no_line_is_longer_than_a_letter(client, page):
    edit(page, introduction="Et ord til. " * 40)
    lines = text_of(client, page, make_adopted(page)).splitlines()
    # A seal is of one piece, and so is an address.
    assert {line.split(": ")[0] for line in lines if len(line) > WIDTH} <= {
        "Segl (SHA-256)",
        "Adresse",
    }
    assert max(len(line) for line in lines if line.startswith("Et ord til.")) > WIDTH - 12


def test_lists_links_and_line_breaks_stay(client, page):
    text = text_of(client, page, make_adopted(page))
    assert "Se her: et sted (https://example.org/a)." in text
    assert "- Et\n- To\n  linjer\n1. Først\n2. Så\n" in text


def test_every_field_has_its_label(client, page):
    text = text_of(client, page, make_adopted(page))
    for said in (
        "Hvorfor:\nFordi det virker.",
        "Kort fortalt:\nKort om 1.",
        "Løfter:\n- Vi svarer.\n",
        "Grad af indflydelse: dialog, trin 3 af 5",
        "Hvem beslutter:\nUdvalget",
        "Eksempler:\n- En bænk",
        "Former, der passer:\n- Borgermøde",
        "[Figur: En trappe med fem trin]\n\nGrader",
    ):
        assert said in text


def test_facts_and_the_whole_seal_stand_in_it(client, page):
    edition = make_adopted(page)
    text = text_of(client, page, edition)
    assert "Sagsnummer: 26/00001" in text
    assert edition.texts.get().sha256 in text
    assert f"http://127.0.0.1:8000{page.edition_url(edition)}" in text


def test_explained_words_stand_at_the_end(client, page):
    explanation = "At borgere og kommune løser noget sammen."
    Term.objects.create(locale=page.locale, name="borgermøde", explanation=explanation)
    text = text_of(client, page, make_adopted(page))
    assert f"borgermøde: {explanation}" in text


def test_a_correction_stands_before_the_text_and_changes_none_of_it(client, page):
    edition = make_adopted(page)
    code = next(e["code"] for e in edition.texts.get().content if e["kind"] == "principle")
    correct(
        edition=edition,
        passage=Passage.objects.get(code=code),
        before="Vi holder fast i sag 1.",
        after="Vi holder fast i sag 11.",
        reason="Et ettal manglede.",
        user=make_user(),
    )
    text = text_of(client, page, edition)
    note = text.index("Et ettal manglede.")
    assert "sag 11." in text[:note]
    assert text.index("Vi holder fast i sag 1.", note) > note


def test_a_draft_says_that_it_is_one(client, page):
    draft = make_hearing_version(page)
    assert "Dette er et udkast til en høring. Det gælder ikke." in text_of(client, page, draft)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("<p> </p>", []),
        ("løse ord <b>her</b>", [("p", 0, "løse ord her")]),
        ("<ul><li><p>a</p><ul><li>b</li></ul>c</li></ul>", [("ul", 1, "a"), ("ul", 2, "b"), ("ul", 1, "c")]),
        ("<p>a\n  b <a href='x'>c</a> d</p>", [("p", 0, "a b c d")]),
    ],
)  # fmt: skip
def test_paragraphs_of_html(html, expected):
    assert [(p.kind, p.level, p.words) for p in paragraphs_of(html)] == expected
