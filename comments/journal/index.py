"""The package's list of documents: what each is, its day, a short subject, and its files."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import chain

from django.utils import timezone
from django.utils.translation import gettext as _

from comments.report.sheet import csv_lines

IN, OUT, OWN = "in", "out", "own"


@dataclass(frozen=True)
class Document:
    """A document of the journal. `direction`: `IN` from a citizen, `OUT` to all, `OWN` ours.

    The subject holds no name and no word of a citizen: journals show subjects to many.
    """

    key: str
    day: str
    direction: str
    subject: str
    files: list[str]

    def values(self) -> dict:
        return asdict(self)


def of_comment(comment, files: list[str]) -> Document:
    """Return the comment as a document, dated the day it came."""
    about = comment.wording.short_label if comment.wording else _("the whole")
    words = _("Comment %(number)s on %(about)s (%(status)s)")
    return Document(
        key=f"comment-{comment.number}",
        day=_day(comment.received_at),
        direction=IN,
        subject=words
        % {"number": comment.number, "about": about, "status": comment.get_status_display()},
        files=files,
    )


def of_answer(response, numbers: list[int], files: list[str]) -> Document:
    """Return a published answer as a document."""
    words = _("Answer from %(office)s to comment %(numbers)s")
    shown = ", ".join(map(str, numbers[:5])) + (" …" if len(numbers) > 5 else "")
    return Document(
        key=f"answer-{response.pk}",
        day=_day(response.published_at),
        direction=OUT,
        subject=words % {"office": response.signed_by, "numbers": shown},
        files=files,
    )


def of_report(report, files: list[str]) -> Document:
    """Return a frozen hearing report as a document."""
    words = _("Hearing report %(number)s to %(committee)s")
    return Document(
        key=f"report-{report.number}",
        day=_day(report.frozen_at),
        direction=OUT,
        subject=words % {"number": report.number, "committee": report.committee},
        files=files,
    )


def of_minutes(minutes, files: list[str]) -> Document:
    """Return minutes of a meeting as a document. Their title is staff's own."""
    words = _("Minutes of a meeting: %(title)s")
    return Document(
        key=f"minutes-{minutes.pk}",
        day=minutes.held_on.isoformat(),
        direction=OWN,
        subject=words % {"title": minutes.title},
        files=files,
    )


def of_hearing(hearing, files: list[str]) -> Document:
    """Return the hearing itself as a document: its text, its dates, and all comments to read."""
    return Document(
        key="hearing",
        day=_day(hearing.opens_at),
        direction=OUT,
        subject=str(hearing.name),
        files=files,
    )


def table(documents: Iterable[Document]) -> str:
    """Return the list as CSV for spreadsheets, the header first."""
    directions = {IN: _("in"), OUT: _("out"), OWN: _("internal")}
    header = [_("Document"), _("Date"), _("Direction"), _("Subject"), _("Files")]
    cells = (
        [
            document.key,
            document.day,
            directions[document.direction],
            document.subject,
            ", ".join(document.files),
        ]
        for document in documents
    )
    return "".join(csv_lines(chain([header], cells)))


def _day(at) -> str:
    return timezone.localdate(at).isoformat()
