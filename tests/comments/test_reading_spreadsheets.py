"""What is read of a spreadsheet, and what is refused whole with a sentence."""

import datetime
import io
import zipfile

import pytest

from comments.errors import Refused
from comments.importing import limits
from comments.importing.columns import guess_columns
from comments.importing.table import read_table
from tests.factories.letters import HEADINGS, as_csv, as_xlsx, letters

SHEET = "xl/worksheets/sheet1.xml"


def changed(data: bytes, name: str, content: bytes) -> bytes:
    """Return the workbook with one of its files replaced or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return out.getvalue()


def with_entities() -> bytes:
    xml = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    return changed(as_xlsx(letters(1)), SHEET, xml)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tom"),
        (b" \n ", "tom"),
        (b"%PDF-1.7 ...", "adgangskode"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "adgangskode"),
        (b"PK\x03\x04 not an archive", "beskadiget"),
        (b"\x00\x01\x02\x81", "ikke tekst"),
        (b"Tekst;Navn\r\n", "overskrifter"),
        (b"Tekst\n" + b"x" * limits.CELL + b"yy\n", "tegn"),
        (b"Tekst\n" + b"x" * 200_000 + b"\n", "CSV"),
        (b"a\n" + b";" * limits.COLUMNS + b"b\n", "kolonner"),
        (b"Tekst\n" + b"x\n" * (limits.ROWS + 1), "rækker"),
        (b"x" * (limits.BYTES + 1), "MB"),
    ],
)
def test_a_file_past_a_limit_is_refused_and_never_cut(data, said):
    with pytest.raises(Refused, match=said):
        read_table(data)


@pytest.mark.parametrize(
    "data",
    [
        with_entities(),
        changed(as_xlsx(letters(1)), "xl/media/bomb.bin", b"\0" * 30_000_000),
        changed(as_xlsx(letters(1)), "[Content_Types].xml", b"<Types/>"),
        changed(as_xlsx(letters(1)), "../odd.xml", b"<x/>"),
        changed(as_xlsx(letters(1)), SHEET, b"<worksheet"),
    ],
    ids=["entities", "bomb", "no workbook", "odd name", "broken"],
)
def test_a_workbook_that_is_a_trap_is_refused(data):
    with pytest.raises(Refused):
        read_table(data)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252", "utf-16"])
def test_csv_is_read_however_it_was_saved(delimiter, encoding):
    rows = [("Vi ønsker en bænk; ja, nu.\nOg lys.", "brev", "2.11.2026", "", "Åse")]
    data = as_csv(rows, delimiter=delimiter, encoding=encoding)
    assert read_table(data) == [list(HEADINGS), list(rows[0])]


def test_a_formula_is_its_own_text_and_is_never_calculated():
    rows = [('=HYPERLINK("http://x.example";"ja")', "brev", "2026-11-02", "", "+45 12")]
    read = read_table(as_xlsx(rows))
    assert read[1][0] == '=HYPERLINK("http://x.example";"ja")'
    assert read[1][4] == "+45 12"


def test_dates_and_numbers_of_a_workbook_are_what_a_person_would_type():
    rows = [(7, 2.5, datetime.datetime(2026, 11, 2, 14, 5), None, True)]
    assert read_table(as_xlsx(rows))[1] == ["7", "2.5", "2026-11-02", "", "True"]


def test_empty_rows_keep_the_numbers_of_those_below():
    table = read_table(b"Tekst;Navn\n;\na;b\n\n\nc;d\n;\n")
    assert (table[2], table[5]) == (["a", "b"], ["c", "d"])


def test_columns_are_guessed_by_danish_and_english_headings():
    danish = guess_columns(["Nr.", "Modtaget den", "Høringssvar", "Forening", "Princip", "E-mail"])
    assert danish == {"received_on": 1, "text": 2, "name": 3, "place": 4, "email": 5}
    english = guess_columns(["Comment", "Channel", "Date", "Section", "Name", ""])
    assert english == {"text": 0, "source": 1, "received_on": 2, "place": 3, "name": 4}
