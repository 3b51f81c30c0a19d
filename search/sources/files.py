"""Documents that public pages link to: their titles, and the text of a PDF or a Word document.

In the languages of those pages: a file says nowhere for certain what language it is in.
"""

from collections.abc import Iterable

from django.db.models import QuerySet

from ..files.public import languages_of, public_documents
from ..models import FileText
from .source import Source, Words


def _read(documents: QuerySet) -> Iterable[Words]:
    found = list(documents)
    languages = languages_of([document.pk for document in found])
    kept = {text.pk: text for text in FileText.objects.filter(document__in=found)}
    for document in found:
        text = said_by(document, kept.get(document.pk))
        for language in sorted(languages[document.pk]):
            yield Words(document.pk, language, document.title, text, dated_at=document.created_at)


def said_by(document, kept: FileText | None) -> str:
    """Return what a document's file says, or nothing while it has not been read."""
    return kept.text if kept is not None and kept.file == document.file.name else ""


FILES = Source("files", public_documents, _read)
