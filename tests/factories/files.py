"""Pictures and PDFs for tests, and forms that have some."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfWriter

from comments.files import waiting
from comments.files.taking import CleanFile, take
from comments.models import Attachment


def picture(kind="JPEG", size=(60, 40), color=(200, 30, 30), **fields) -> bytes:
    """Return a picture of one colour; more fields go to Pillow."""
    target = io.BytesIO()
    mode = "RGBA" if len(color) == 4 else "RGB"
    Image.new(mode, size, color).save(target, kind, **fields)
    return target.getvalue()


def pdf(pages=1, change=None) -> bytes:
    """Return a PDF of empty pages; `change` gets the writer before it is written."""
    writer = PdfWriter()
    for _n in range(pages):
        writer.add_blank_page(200, 200)
    if change:
        change(writer)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def upload(name="foto.jpg", data=None) -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(name, picture() if data is None else data)


def keep_files_in(nonce: str, *files: tuple[str, bytes]) -> None:
    """Keep files for the form with a nonce; a picture unless told otherwise."""
    for name, data in files or [("foto.jpg", picture())]:
        waiting.keep(nonce, take(name, data))


def make_file(comment, name="bilag.pdf", *, approved_by=None, is_scan=False, **fields):
    """Return a file of a comment, as it is stored after sending."""
    data = fields.pop("data", None) or pdf()
    kind = "application/pdf" if data.startswith(b"%PDF") else "image/jpeg"
    nonce = f"file of {comment.pk} {name}"
    waiting.keep(nonce, CleanFile(name, kind, data))
    waiting.attach(comment, nonce, is_scan=is_scan)
    found = comment.attachments.order_by("pk").last()
    if approved_by:
        Attachment.objects.filter(pk=found.pk).update(
            approved_at=comment.received_at, approved_by=approved_by
        )
        found.refresh_from_db()
    return found
