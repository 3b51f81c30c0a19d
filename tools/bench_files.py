"""What the files of a text cost: `make bench-files`. No server and no database.

The PDF's process also prints an empty sheet, so that the time of starting is told from that of pages.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import django
from bench_figures import record
from steps import ROOT, Trouble, finish, say, step

ROUNDS, PASSAGES = 3, 42
PATIENCE = 120  # seconds
TITLE = "Files of an edition (make bench-files)"
SENTENCE = (
    "Vi holder fast i, at samskabelse begynder, før opgaven er beskrevet, og fortæller hvorfor. "
)
EMPTY = '<html lang="da"><title>x</title><p>x</p></html>'


def sample():
    """Return a document of about 20 pages with every label that a principle has."""
    from policy.exporting.document import Document, Part
    from policy.exporting.fields import Field
    from policy.exporting.publisher import Publisher

    html = f"<p>{SENTENCE * 4}</p>"
    names = ("Kort fortalt", "Hvorfor", "Du kan forvente")
    fields = (
        Field("statement", "", html),
        *(Field("why", name, f"<p>{SENTENCE}</p>") for name in names),
    )
    parts = [
        Part(3, f"c{n}", "principle", f"Princip {n}", f"Overskrift {n}", "Princip", "x", fields)
        for n in range(PASSAGES)
    ]
    chapter = Part(2, "c", "heading", "", "Principper", "Kapitel", "x")
    return Document(
        language="da",
        direction="ltr",
        title="Samskabelsespolitik",
        edition="udgave 2",
        address="http://127.0.0.1/da/politik/udgaver/2/",
        introduction=SENTENCE,
        case_number="26/00001",
        made_at="2026-01-01T00:00:00+00:00",
        sha256="0" * 64,
        publisher=Publisher("Viby Kommune"),
        facts=(("Sagsnummer", "26/00001"),),
        notices=(),
        notes=(),
        parts=(chapter, *parts),
        terms=(),
    )


def seconds(job: Callable[[], object]) -> float:
    """Return the processor's seconds, the press's included: the median of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        started = _processor()
        job()
        taken.append(_processor() - started)
    return statistics.median(taken)


def _processor() -> float:
    return sum(os.times()[:4])  # user and system, of this process and of those it waited for


def measure(folder: Path) -> tuple[dict[str, float], int]:
    """Return ({what: seconds}, the PDF's pages)."""
    from pypdf import PdfReader

    from policy.exporting.plain import plain_text
    from policy.exporting.press import NoPress, print_pdf
    from policy.exporting.sheets import sheets
    from policy.exporting.word import word_file

    document, target = sample(), folder / "pdf"
    html, files = sheets("pdf", document)

    def printed(html, files):
        print_pdf(html, files, target, deadline=time.monotonic() + PATIENCE)

    try:
        jobs = {
            "An empty sheet: starting the press": lambda: printed(EMPTY, {}),
            "PDF": lambda: printed(html, files),
            "Its HTML": lambda: sheets("pdf", document),
            "DOCX": lambda: word_file(document),
            "TXT": lambda: plain_text(document),
        }
        found = {name: seconds(job) for name, job in jobs.items()}
    except NoPress:
        raise Trouble("No PDF can be made here: pango is missing.") from None
    printed(html, files)
    return found, len(PdfReader(target).pages)


def table(found: dict[str, float], pages: int) -> list[str]:
    """Return the lines of a table in Markdown; the empty sheet is 1."""
    first, *_rest = found.values()
    lines = [
        f"A text of {PASSAGES} passages, {pages} pages as PDF; the median of {ROUNDS} rounds.",
        "",
        "| File | Seconds of processor | Ratio |",
        "| --- | ---: | ---: |",
    ]
    lines += [f"| {name} | {t:.2f} | **{t / first:.2f}** |" for name, t in found.items()]
    return lines


def main() -> int:
    """Measure, print, and keep the figures with their commit."""
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    django.setup()
    with tempfile.TemporaryDirectory(prefix="bench-") as name, step("Measuring"):
        found, pages = measure(Path(name))
    lines = table(found, pages)
    say("\n" + "\n".join(lines))
    record(TITLE, lines)
    return 0


if __name__ == "__main__":
    finish(main)
