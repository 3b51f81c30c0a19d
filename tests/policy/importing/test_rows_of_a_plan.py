"""Headings and labels decide what a part of a document becomes; a guess is said to be one."""

import uuid

import pytest

from policy.importing.reading.__main__ import read
from policy.importing.sections import rows_of
from policy.importing.values import missing_fields, value_given


def rows(html: str) -> list[dict]:
    return rows_of(read(html.encode())["parts"])[1]


def kinds(html: str) -> list[tuple[str, str]]:
    return [(row["kind"], row["heading"]) for row in rows(html)]


def value(html: str, number=-1) -> dict:
    row = rows(html)[number]
    return value_given(row["kind"], row, uuid.UUID(int=1))


POLICY = """<h1>Vores politik</h1><p>Kort indledning.</p>
<h2>Forord</h2><p>Af borgmesteren.</p>
<h2>2. Vores principper</h2><p>Det holder vi fast i.</p>
<h3>Princip 1: Vi svarer</h3><p>Altid.</p><h3>2.2 Vi lytter</h3><p>Også.</p>
<h2>Inddragelsesformer</h2><h3>Borgermøde</h3><p>Et møde.</p>
<h2>Temaer</h2><h3>Byens rum</h3><p>Torve.</p>
<h2>Sådan følger vi op</h2><p>Hvert år.</p>"""


def test_chapters_name_the_kind_of_what_stands_under_them():
    assert kinds(POLICY) == [
        ("introduction", ""),
        ("text", "Forord"),
        ("heading", "Vores principper"),
        ("principle", "Vi svarer"),
        ("principle", "Vi lytter"),
        ("heading", "Inddragelsesformer"),
        ("participation_form", "Borgermøde"),
        ("heading", "Temaer"),
        ("theme", "Byens rum"),
        ("text", "Sådan følger vi op"),
    ]


def test_the_title_is_no_passage_and_paragraphs_are_counted():
    title, found = rows_of(read(POLICY.encode())["parts"])
    assert title == "Vores politik"
    assert [row["n"] for row in found] == list(range(1, 11))
    assert (found[1]["first"], found[1]["last"]) == (3, 4)


def test_one_short_paragraph_under_a_chapter_is_its_lead():
    assert value(POLICY, 2) == {"heading": "Vores principper", "lead": "Det holder vi fast i."}


def test_two_paragraphs_under_a_chapter_are_a_text_of_their_own():
    html = "<h1>Principper</h1><p>Et.</p><p>To.</p><h2>Vi svarer</h2><p>Altid.</p>"
    assert [kind for kind, _ in kinds(html)] == ["heading", "text", "principle"]


def test_a_flat_document_is_a_guess():
    found = rows("<h1>Principper</h1><h1>Vi svarer</h1><p>Altid.</p>")
    assert [(row["kind"], row["sure"]) for row in found] == [
        ("heading", True),
        ("principle", False),
    ]


def test_bold_lines_are_headings_when_there_are_no_others():
    found = rows("<p><b>Forord</b></p><p>Ord.</p><p>Og <b>fede</b> ord.</p>")
    assert [(row["heading"], row["sure"]) for row in found] == [("Forord", False)]


def test_a_document_without_any_heading_is_one_text():
    assert kinds("<p>En.</p><p>To.</p>") == [("text", "")]


LABELLED = """<h1>Principper</h1><h2>Vi svarer</h2><p>Også når svaret er nej.</p>
<p><b>Kort fortalt:</b> Du får svar.</p><p>Mere om det.</p>
<h3>Hvorfor</h3><p>Ellers kommer ingen igen.</p>
<p>Hvad du kan forvente</p><ul><li>At vi svarer</li><li>At vi forklarer</li></ul>
<p><b>Vi forventer</b>: At du spørger.</p>
<h3>Løfter</h3><ul><li>Svar på 14 dage</li><li>Et navn på den, der svarer</li></ul>
<h3>Noget helt andet</h3><p>Som ingen kender.</p>"""


def test_labels_fill_the_fields_of_a_principle():
    found = value(LABELLED.split("<h3>Noget")[0])
    assert found["statement"] == "<p>Også når svaret er nej.</p><p>Mere om det.</p>"
    assert found["plain"] == "Du får svar."
    assert found["why"] == "<p>Ellers kommer ingen igen.</p>"
    assert found["citizens_can_expect"] == "<ul><li>At vi svarer</li><li>At vi forklarer</li></ul>"
    assert found["we_expect_of_citizens"] == "<p>At du spørger.</p>"


def test_promises_become_items_with_ids_that_follow_from_the_row():
    html = LABELLED.split("<h3>Noget")[0]
    first, second = value(html)["promises"]
    assert first["value"] == {"text": "Svar på 14 dage", "owner": "", "due": None}
    assert first["id"] != second["id"]
    assert value(html)["promises"] == [first, second]


def test_a_heading_that_nobody_knows_stays_in_the_text():
    found = value(LABELLED)
    assert found["statement"].endswith("<p><b>Noget helt andet</b></p><p>Som ingen kender.</p>")
    assert len(found["promises"]) == 2


def test_no_word_is_lost_when_a_kind_has_no_such_field():
    row = rows(LABELLED)[-1]
    body = value_given("text", row, uuid.UUID(int=1))["body"]
    for words in (
        "Ellers kommer ingen igen.",
        "<b>Hvorfor</b>",
        "Svar på 14 dage",
        "At du spørger.",
    ):
        assert words in body


def test_a_degree_of_influence_is_read_from_its_name():
    html = """<h1>Inddragelsesformer</h1><h2>Borgermøde</h2><p>Et møde.</p>
    <p>Grad af indflydelse: %s</p>"""
    assert value(html % "Medbestemmelse")["degree_of_influence"] == "co_decision"
    assert value(html % "dialog, trin 3 af 5")["degree_of_influence"] == "dialogue"
    row = rows(html % "Nogen")[-1]
    assert missing_fields(row["kind"], row) == ["degree_of_influence"]


@pytest.mark.parametrize("label", ["Eksempler", "Eksempler:", "For eksempel"])
def test_examples_of_a_theme_are_items(label):
    html = f"<h1>Temaer</h1><h2>Byens rum</h2><p>Torve.</p><p>{label}</p><ol><li>En bænk</li></ol>"
    assert [item["value"] for item in value(html)["examples"]] == ["En bænk"]


def test_a_text_with_a_colon_is_no_label():
    html = "<h1>Principper</h1><h2>Vi svarer</h2><p>Husk: Vi svarer altid.</p>"
    assert value(html)["statement"] == "<p>Husk: Vi svarer altid.</p>"
