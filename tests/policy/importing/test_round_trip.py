"""A document of 15 pages: in, adopted, its second version compared, out as a DOCX, and in again."""

import pytest

from policy.comparing import compare_texts, compare_with_draft
from policy.exporting.reading import read_document as read_edition
from policy.exporting.word import word_file
from policy.importing.actions import bring_in, keep_plan
from policy.importing.document import read_document
from policy.importing.sentences import lost_in_words
from tests.factories.documents import FIGURE, MAP, PolicyDocument, part_of, repacked
from tests.factories.policy import edit, make_adopted, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(120)]


def take_in(page, data: bytes, name="politik.docx"):
    page.refresh_from_db()
    kept = keep_plan(page=page, document=read_document(data), file_name=name, user=None)
    rows = kept.plan["rows"]
    bring_in(
        text_import=kept,
        page=page,
        plan=kept.plan,
        revision_id=page.latest_revision_id,
        user=None,
    )
    page.refresh_from_db()
    return kept, rows


def text_of(edition):
    return edition.texts.get()


def values(edition) -> list[dict]:
    return [entry["value"] for entry in text_of(edition).content]


def test_what_a_document_of_15_pages_loses_on_its_way_in_and_out_is_listed():
    page = edit(make_page(), body=[], introduction="")
    kept, rows = take_in(page, PolicyDocument("2").bytes())
    assert lost_in_words(kept.lost) == [
        "Tabeller: 1. Hver række er blevet et punkt med kolonnens navn foran.",
        "Fodnoter: 1. De står med deres numre sidst i afsnittets brødtekst.",
        "Sidehoveder og sidefødder med tekst: 1. De er ikke med.",
    ]
    first = make_adopted(page)
    entries = values(first)
    assert text_of(first).introduction.startswith("Samskabelse er, når vi løser en opgave sammen")
    assert {FIGURE, MAP} == {value["alt"] for value in entries if "alt" in value}
    principle = next(v for v in entries if v.get("heading", "").startswith("Vi begynder sammen"))
    assert "[1] Lov om kommunernes styrelse § 17, stk. 4, giver rammen." in principle["statement"]
    assert [p["text"][:15] for p in principle["promises"]] == ["Hver invitation"]
    assert all(principle[name] for name in ("plain", "why", "citizens_can_expect"))
    follow = next(v for v in entries if v.get("heading") == "Sådan følger vi op")
    assert "<li><b>Opgørelse</b> – Hvornår: 1. september</li>" in follow["body"]
    assert '<a href="https://kalender.example/samskabelse"' in follow["body"]
    assert "<i>skriv til os</i>" in follow["body"]


def test_its_second_version_is_aligned_and_compared():
    page = edit(make_page(), body=[])
    take_in(page, PolicyDocument("2").bytes())
    first = make_adopted(page)
    _kept, rows = take_in(page, PolicyDocument("3-h1").bytes(), "politik-2.docx")
    new = [row["heading"] for row in rows if not row["continues"] and row["kind"] != "introduction"]
    # The author moved one passage from the principles to the forms, and wrote these anew.
    assert new == [
        "Vi opsøger dem, vi mangler",
        "Vi tør lade et forløb ende et andet sted",
        "Regnvand og klima, hvor vi bor",
    ]
    second = make_adopted(page)
    comparison = compare_texts(text_of(first), text_of(second), page=page)
    kinds = [change.kind for change in comparison.changes]
    assert kinds.count("new") == 3
    assert 0 < kinds.count("reworded") < 20
    assert kinds.count("unchanged") > 5


def test_its_own_export_comes_back_word_for_word():
    page = edit(make_page(), body=[])
    take_in(page, PolicyDocument("2").bytes())
    first = make_adopted(page)
    exported = word_file(read_edition(text_of(first), page))
    kept, rows = take_in(page, exported, "udgave-1.docx")
    by_code = [row for row in rows if row["match"] and row["match"]["ground"] == "code"]
    figures = [row for row in rows if row["kind"] == "figure" and row["continues"]]
    assert len(by_code) + len(figures) == len(values(first))
    assert [row["heading"] for row in rows if row["action"] == "leave"] == ["", "Indledning"]
    comparison = compare_with_draft(text_of(first), page.get_latest_revision_as_object())
    assert {change.kind for change in comparison.changes} == {"unchanged"}
    assert comparison.front == []


def test_what_somebody_writes_into_the_export_is_all_that_changes():
    page = edit(make_page(), body=[])
    take_in(page, PolicyDocument("2").bytes())
    first = make_adopted(page)
    exported = word_file(read_edition(text_of(first), page))
    changed = reworded(exported, "før noget er besluttet", "før vi har bestemt noget")
    take_in(page, changed, "udgave-1-rettet.docx")
    comparison = compare_with_draft(text_of(first), page.get_latest_revision_as_object())
    assert [change.kind for change in comparison.changed] == ["reworded"]


def reworded(data: bytes, old: str, new: str) -> bytes:
    document = part_of(data)
    assert old in document
    return repacked(data, replace=[("word/document.xml", document.replace(old, new).encode())])
