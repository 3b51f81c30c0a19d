"""Spreadsheets of letters, as people save them."""

import csv
import io

from django.utils import timezone
from openpyxl import Workbook

from comments.actions import bring_in, keep_import

from .policy import make_user

HEADINGS = ("Tekst", "Kilde", "Modtaget", "Afsnit", "Navn")


def letters(count: int, *, day=None) -> list[tuple]:
    """Return rows of a file below its headings, all different."""
    day = day or timezone.localdate()
    return [(f"Brev nummer {n}.", "brev", day.isoformat(), "", f"Navn {n}") for n in range(count)]


def as_csv(rows, *, headings=HEADINGS, delimiter=";", encoding="utf-8-sig") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([headings, *rows])
    return out.getvalue().encode(encoding)


def as_xlsx(rows, *, headings=HEADINGS) -> bytes:
    book = Workbook()
    for row in [headings, *rows]:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def keep(hearing, data: bytes, *, by=None, **defaults):
    """Return the import of a file that waits to be brought in."""
    return keep_import(
        hearing=hearing,
        data=data,
        file_name="breve.csv",
        defaults={"source": "letter", "received_on": "", **defaults},
        by=by or make_user(superuser=True),
    )


def bring(comment_import, *, without_faulty=False):
    """Bring a kept import in as it is."""
    return bring_in(
        comment_import=comment_import,
        columns=comment_import.columns,
        without_faulty=without_faulty,
        by=comment_import.created_by,
    )
