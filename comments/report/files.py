"""The report as PDF, DOCX and XLSX, made once and kept until what they say changes."""

import hashlib
import json
import time
from functools import partial

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from policy.exporting import formats
from policy.exporting.formats import PDF, WORD, Prepared
from policy.exporting.press import print_pdf
from policy.exporting.publisher import publisher_in
from policy.exporting.sheets import key_of
from policy.exporting.shelf import kept, write_whole
from policy.reading.relations import absolute

from .made import folder_of
from .minutes import minutes_header, minutes_rows
from .reading import read_for_paper, read_report
from .sheet import rows
from .word import word_file
from .workbook import workbook_of

STYLES = {"paper:/text.css": "css/export/text.css", "paper:/report.css": "css/export/report.css"}
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {"pdf": PDF, "docx": WORD, "xlsx": EXCEL}


def file_of(report, places, kind: str) -> Prepared:
    """Return the report's file of a kind of `TYPES`, in the active language, before it is made."""
    key, make = (_workbook if kind == "xlsx" else _paper)(report, places, kind)
    language = translation.get_language()
    folder = folder_of(report.pk, language)

    def read(deadline: float) -> bytes:
        return kept(folder, kind, key, deadline, partial(make, deadline=deadline))

    return Prepared(key, read)


def deadline() -> float:
    """Return until when a reader waits for a file, as `time.monotonic()`."""
    return time.monotonic() + formats.BUDGET


def _paper(report, places, kind) -> tuple[str, partial]:
    """Return what tells whether a PDF or DOCX is still the same, and how it is made."""
    html, files = _sheets(report, places)
    if kind == "pdf":
        return key_of(html, files), partial(_print, html, files)
    return hashlib.sha256(html.encode()).hexdigest(), partial(_write, report, places)


def _workbook(report, places, kind) -> tuple[str, partial]:
    """The same of the workbook: its rows are read each time, and written only when they are others."""
    table, read = list(rows(report, places)), read_report(report)
    minutes = [minutes_header(), *minutes_rows(read.minutes)] if read.minutes else []
    said = json.dumps([table, read.figures, minutes], default=str)
    key = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    return key, partial(_write_workbook, table, read.figures, minutes)


def _write_workbook(table, figures, minutes, target, lock, deadline) -> None:
    write_whole(target, workbook_of(table, figures, minutes))


def _print(html, files, target, lock, deadline) -> None:
    print_pdf(html, files, target, deadline=deadline, lock=lock)


def _write(report, places, target, lock, deadline) -> None:
    write_whole(target, word_file(*read_for_paper(report, places)))


def _sheets(report, places) -> tuple[str, dict[str, bytes]]:
    files = {}
    for url, path in STYLES.items():
        with open(finders.find(path), "rb") as file:
            files[url] = file.read()
    language = translation.get_language()
    read, parts = read_for_paper(report, places)
    context = {
        "read": read,
        "parts": parts,
        "styles": list(files),
        "language": language,
        "publisher": publisher_in(language),
        "address": report_address(report),
    }
    return render_to_string("comments/export/report.html", context), files


def report_address(report) -> str:
    """Return the report's own address, which stays."""
    return absolute(reverse("comments:hearing_report", args=[report.hearing_id, report.number]))
