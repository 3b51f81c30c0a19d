"""A document as HTML for the press, with the only files that it may fetch."""

import hashlib
from importlib.metadata import version

from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils import translation

from policy.freezing.files import FOLDER

from .document import Document

TEMPLATES = {"pdf": "policy/export/text.html", "paper": "policy/export/paper.html"}
# Addresses inside the job; they lead nowhere but to the files that go with it.
STYLES = {"paper:/text.css": "css/export/text.css", "paper:/paper.css": "css/export/paper.css"}
RIGHT_TO_LEFT = {"paper:/rtl.css": "css/export/rtl.css"}
ACCENT = "paper:/accent.css"
IMAGES = "paper:/"
NOTE_LINES, FORM_LINES = 3, 9


def sheets(kind: str, document: Document, hearing=None) -> tuple[str, dict[str, bytes]]:
    """Return (HTML, {address: content}); `hearing` is the policy's open one, or None."""
    styles = {**STYLES, **(RIGHT_TO_LEFT if document.direction == "rtl" else {})}
    files = {url: _static(path) for url, path in styles.items()}
    if document.publisher.accent:
        files[ACCENT] = f":root {{ --accent: {document.publisher.accent} }}".encode()
    images = _images(document)
    context = {
        "document": document,
        "hearing": hearing if hearing and hearing.is_this_edition else None,
        "styles": [url for url in files if kind == "paper" or url != "paper:/paper.css"],
        "images": set(images),
        "is_paper": kind == "paper",
        "lines": range(NOTE_LINES),
        "form_lines": range(FORM_LINES),
    }
    with translation.override(document.language):
        html = render_to_string(TEMPLATES[kind], context)
    return html, {**files, **{IMAGES + src: body for src, body in images.items()}}


def key_of(html: str, files: dict[str, bytes]) -> str:
    """Return the key of a PDF: it changes with its words, its looks and what makes it."""
    digest = hashlib.sha256(f"{version('weasyprint')}\n{html}".encode())
    for url, body in sorted(files.items()):
        digest.update(url.encode() + hashlib.sha256(body).digest())
    return digest.hexdigest()


def kept_image(src: str) -> bytes | None:
    """Return an image that freezing kept; None for any other path, and for one that is gone."""
    if not src.startswith(f"{FOLDER}/") or ".." in src or not default_storage.exists(src):
        return None
    with default_storage.open(src) as file:
        return file.read()


def _images(document: Document) -> dict[str, bytes]:
    sources = {part.figure.src for part in document.parts if part.figure}
    found = {src: kept_image(src) for src in sources}
    return {src: body for src, body in found.items() if body is not None}


def _static(path: str) -> bytes:
    with open(finders.find(path), "rb") as file:
        return file.read()
