"""What the import says to people: why a file was refused and what to do, what is lost, on what ground."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .reading import limits

REFUSALS = {
    "empty": gettext_lazy("The file is empty. Choose the document again."),
    "too_big": gettext_lazy(
        "The file is larger than %(megabytes)s MB. Make its images smaller (in Word: Compress "
        "pictures), and try again."
    ),
    "encrypted": gettext_lazy(
        "The document is protected by a password. Save a copy without one, and choose that."
    ),
    "old_word": gettext_lazy(
        "This is a document from an old Word (.doc). Open it, and save it as a Word document (.docx)."
    ),
    "pdf": gettext_lazy(
        "A PDF has no headings that can be read safely. Find the document that it was made of, and "
        "save it as a Word document (.docx)."
    ),
    "rtf": gettext_lazy("This is an RTF file. Open it, and save it as a Word document (.docx)."),
    "open_document": gettext_lazy(
        "This is an OpenDocument file (.odt). Open it, and save it as a Word document (.docx)."
    ),
    "not_word": gettext_lazy(
        "The file is an archive, but not a Word document. Choose a file that ends in .docx or .html."
    ),
    "not_text": gettext_lazy(
        "The file holds no text that can be read. Choose a file that ends in .docx or .html."
    ),
    "no_text": gettext_lazy(
        "There is no text in the document. If it consists of scanned pages, the text must be written "
        "or recognised first."
    ),
    "encoding": gettext_lazy(
        "The letters can’t be read: the file is not written as it says (%(detail)s). Open it, and "
        "save it as UTF-8."
    ),
    "damaged": gettext_lazy(
        "The document is damaged or not complete. Open it in Word, save it as a new file, and "
        "choose that."
    ),
    "too_long": gettext_lazy(
        "The document is too long to be brought in at once. Cut it into several, and bring in the "
        "one with the policy’s text."
    ),
    "too_deep": gettext_lazy(
        "The document’s lists or tables lie too deep inside one another. Copy the text into a new "
        "document, and choose that."
    ),
    "too_slow": gettext_lazy(
        "The document could not be read within %(seconds)s seconds, so we stopped. Copy the text into "
        "a new document, and choose that."
    ),
    "bomb": gettext_lazy(
        "The file unpacks to far more than a document holds, so it was not opened. Copy the text into "
        "a new document, and choose that."
    ),
    "too_many_files": gettext_lazy(
        "The file holds far more parts than a document has, so it was not opened. Copy the text into "
        "a new document, and choose that."
    ),
    "odd_names": gettext_lazy(
        "The file holds names that no word processor writes, so it was not opened. Save it as a new "
        "file in Word, and choose that."
    ),
    "entities": gettext_lazy(
        "The file holds instructions that no word processor writes, so it was not opened. Save it as a "
        "new file in Word, and choose that."
    ),
}
LOST = {
    "tables": gettext_lazy(
        "Tables: %(count)s. Each row has become an item with the column’s name in front."
    ),
    "merged_cells": gettext_lazy(
        "Cells that were joined across columns or rows: %(count)s. Read those lists again."
    ),
    "footnotes": gettext_lazy(
        "Footnotes: %(count)s. They stand at the end of the passage’s main text, with their numbers."
    ),
    "comments": gettext_lazy("Comments in the margin: %(count)s. They are left out."),
    "insertions": gettext_lazy(
        "Suggested insertions: %(count)s. Their words are taken as if they were accepted."
    ),
    "deletions": gettext_lazy(
        "Suggested deletions: %(count)s. Their words are left out as if they were accepted."
    ),
    "text_boxes": gettext_lazy(
        "Text boxes: %(count)s. Their words stand where the box was fastened; read them again."
    ),
    "margins": gettext_lazy("Headers and footers with text: %(count)s. They are left out."),
    "diagrams": gettext_lazy(
        "Charts, diagrams, formulas and embedded files: %(count)s. Insert them as images by hand."
    ),
    "contents": gettext_lazy(
        "Lines of the table of contents: %(count)s. They are left out: the page makes its own."
    ),
    "macros": gettext_lazy("Macros: %(count)s. They are neither run nor kept."),
    "images": gettext_lazy(
        "Images that can’t be shown on a web page (drawings such as SVG and EMF, links to other "
        "places, or broken ones): %(count)s. Insert them by hand."
    ),
    "html_images": gettext_lazy(
        "Images in an HTML file: %(count)s. They lie outside the file; insert them by hand."
    ),
}
GROUNDS = {
    "named": gettext_lazy("the heading says so"),
    "chapter": gettext_lazy("it stands in a chapter of that kind"),
    "text": gettext_lazy("nothing says that it is anything else"),
    "before": gettext_lazy("it stands before the first heading"),
    "kind": gettext_lazy("the heading names a kind of passages"),
    "over": gettext_lazy("other headings stand under it"),
    "under": gettext_lazy("it stands between a chapter’s heading and its first passage"),
    "image": gettext_lazy("it is an image"),
    "code": gettext_lazy("the file comes from this site and says so"),
}


def refusal(code: str, detail: str = "") -> str:
    """Return the sentence for a reader's refusal."""
    return REFUSALS[code] % {
        "detail": detail,
        "megabytes": limits.BYTES // 1024 // 1024,
        "seconds": limits.SECONDS,
    }


def lost_in_words(lost: list[dict]) -> list[str]:
    """Return a sentence for each thing that could not come along."""
    return [LOST[item["code"]] % {"count": item["count"]} for item in lost]


def ground_in_words(row: dict) -> str:
    """Return why a row was taken for what it is."""
    return str(GROUNDS[row["ground"]])


def match_in_words(row: dict) -> str:
    """Return why a row was proposed to continue a passage, or ""."""
    found = row.get("match")
    if not found:
        return ""
    if found["ground"] == "code":
        return _("the file carries the passage’s code")
    if found["ground"] == "heading":
        return _("same heading, %(percent)s%% of the words") % found
    return _("%(percent)s%% of the words") % found
