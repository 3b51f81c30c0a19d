"""The formats: what each is called, and how its file is made of a text."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from policy import companions
from policy.danish import slug_of

from . import word
from .plain import plain_text
from .press import print_pdf
from .reading import read_document
from .sheets import key_of, sheets
from .shelf import folder_of, kept, write_whole

BUDGET = 10.0  # seconds that a reader waits for a file to be made


@dataclass(frozen=True)
class Prepared:
    """A file that may not be made yet. `key` changes with all that it says and all that makes it.

    `read(deadline)` returns the file, made if it has to be, by that `time.monotonic()`.
    """

    key: str
    read: Callable[[float], bytes]

    def read_in_time(self) -> bytes:
        """Return the file within `BUDGET`. Raises `press.Unmade` when there is none now."""
        return self.read(time.monotonic() + BUDGET)


def _pdf(kind, text, page) -> Prepared:
    hearing = companions.of_edition(text, page).get("hearing") if kind == "paper" else None
    html, files = sheets(kind, read_document(text, page), hearing)

    def make(target, lock, deadline):
        print_pdf(html, files, target, deadline=deadline, lock=lock)

    return _on_shelf(kind, text, page, key_of(html, files), make)


def _docx(kind, text, page) -> Prepared:
    document = read_document(text, page)

    def make(target, lock, deadline):
        write_whole(target, word.word_file(document))

    return _on_shelf(kind, text, page, word.key_of(document), make)


def _txt(kind, text, page) -> Prepared:
    content = plain_text(read_document(text, page)).encode()
    return Prepared(hashlib.sha256(content).hexdigest(), lambda deadline: content)


def _on_shelf(kind, text, page, key, make) -> Prepared:
    def read(deadline) -> bytes:
        return kept(folder_of(text, page), kind, key, deadline, partial(make, deadline=deadline))

    return Prepared(key, read)


@dataclass(frozen=True)
class Format:
    """A kind of file. `name` says to a reader what it is, `type_name` which type it has."""

    kind: str
    extension: str
    content_type: str
    name: str
    type_name: str
    prepare: Callable[..., Prepared]

    def file_name(self, page, edition) -> str:
        """Return for example "samskabelsespolitik-udgave-2.pdf", in the active language."""
        parts = [page.slug, str(edition.name)]
        if self.kind == "paper":
            parts.append(pgettext("part of a file name", "paper"))
        words = [slugged for part in parts if (slugged := slug_of(part))]
        return f"{'-'.join(words)}.{self.extension}"

    def content(self, text, page) -> bytes:
        """Return the file of a public EditionText. Raises `press.Unmade` when there is none now."""
        return self.prepared(text, page).read_in_time()

    def prepared(self, text, page) -> Prepared:
        """Return the file of a public EditionText before it is made."""
        return self.prepare(self.kind, text, page)


PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS = {
    found.kind: found
    for found in (
        Format("pdf", "pdf", PDF, _("The text for reading and printing"), "PDF", _pdf),
        Format("docx", "docx", WORD, _("The text for a word processor"), "DOCX", _docx),
        Format("txt", "txt", "text/plain; charset=utf-8", _("The text alone"), "TXT", _txt),
        Format("paper", "pdf", PDF, _("Paper edition with a form"), "PDF", _pdf),
    )
}
