"""Comments of a package as PDF: everything that staff see of them, to be read in ten years' time."""

import tempfile
import time
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from policy.exporting.press import print_pdf
from policy.exporting.publisher import publisher_in

STYLES = {"paper:/text.css": "css/export/text.css", "paper:/report.css": "css/export/report.css"}
# Far less than the processor time that the press allows one job.
IN_A_VOLUME = 100
PATIENCE = 10 * 60  # seconds for one volume; nobody waits for it


def print_volume(hearing, comments: list, title: str) -> bytes:
    """Return a PDF of the comments (from `reading.comments_of`), in the active language.

    Raises `NoPress` where the machine can't print, `Unmade` when it failed.
    """
    files = {}
    for url, path in STYLES.items():
        with open(finders.find(path), "rb") as file:
            files[url] = file.read()
    html = render_to_string(
        "comments/export/journal.html",
        {
            "hearing": hearing,
            "comments": comments,
            "title": title,
            "styles": list(files),
            "language": settings.LANGUAGE_CODE,
            "publisher": publisher_in(settings.LANGUAGE_CODE),
        },
    )
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "volume.pdf")
        print_pdf(html, files, target, deadline=time.monotonic() + PATIENCE)
        return target.read_bytes()
